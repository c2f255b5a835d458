import type { Threshold, VerdictLine } from '@contract/decision';

/** Who could still be added to a line's numerator. */
export interface Reserve {
  /** Already in the denominator. */
  inside: number;
  /** Enlarges the denominator with the numerator. */
  outside: number;
}

/** Whether a part of a base meets the threshold, by whole products only; nothing of nought is ever met (DEC-1). */
export function meets(part: number, base: number, { num, den, strict }: Threshold): boolean {
  if (base === 0) return false;
  return strict ? part * den > num * base : part * den >= num * base;
}

/** Least whole x with `x·step` at least (strict: above) `gap`. */
function leastAbove(gap: number, step: number, strict: boolean): number {
  const least = strict ? Math.floor(gap / step) + 1 : Math.ceil(gap / step);
  return Math.max(0, least);
}

/** Least addition to the part while the base stays (DEC-10). Without a base one voter has to come first. */
function missingInside(part: number, base: number, threshold: Threshold): number {
  if (base === 0) return 1;
  return leastAbove(threshold.num * base - threshold.den * part, threshold.den, threshold.strict);
}

/** Least addition by those who have cast nothing, those already in the base first; null if they are too few. */
function missingFromRest(part: number, base: number, threshold: Threshold, reserve: Reserve): number | null {
  const within = missingInside(part, base, threshold);
  if (within <= reserve.inside) return within;
  const { num, den, strict } = threshold;
  const filled = part + reserve.inside;
  // Where the whole is asked for, num equals den and the quotient is Infinity: joining alone never gets there.
  const joining = base === 0 ? 1 : leastAbove(num * base - den * filled, den - num, strict);
  return joining <= reserve.outside ? reserve.inside + joining : null;
}

export type LineTerms = Pick<VerdictLine, 'kind' | 'axis' | 'choice' | 'what' | 'threshold' | 'article'>;

/** One comparison with all that is shown about it (DEC-2). */
export function line(terms: LineTerms, part: number, base: number, reserve: Reserve): VerdictLine {
  return {
    ...terms,
    numerator: part,
    denominator: base,
    met: meets(part, base, terms.threshold),
    missing: missingInside(part, base, terms.threshold),
    missingFromRest: missingFromRest(part, base, terms.threshold, reserve),
  };
}
