import type { Choice, Figures, TallyInput, Threshold } from '@contract/decision';

/** Largest figure taken: times the largest denominator it stays within the safe integers. */
const MAX_FIGURE = 1_000_000_000_000;
const MAX_DENOMINATOR = 1_000;

/** A tally that was found consistent (DEC-8). */
export interface Count {
  all: Figures;
  part: Figures;
  /** Heads present at an assembly; those who cast a ballot where nothing else is known. */
  present: number;
  cast: ({ choice: Choice } & Figures)[];
}

export function requireWhole(value: number, what: string): void {
  if (!Number.isSafeInteger(value) || value < 0 || value > MAX_FIGURE) {
    throw new RangeError(`${what} is not a whole number from 0 to ${MAX_FIGURE}: ${value}`);
  }
}

export function requireThreshold({ num, den, strict }: Threshold): void {
  const whole = Number.isSafeInteger(num) && Number.isSafeInteger(den);
  const reachable = strict ? num < den : num <= den;
  if (!whole || num < 1 || den > MAX_DENOMINATOR || !reachable) {
    throw new RangeError(`no such threshold: ${num}/${den}${strict ? ' exceeded' : ''}`);
  }
}

function requireFigures(figures: Figures, what: string): void {
  requireWhole(figures.heads, `${what}, heads`);
  requireWhole(figures.area, `${what}, area`);
  if (figures.heads === 0 && figures.area > 0) throw new RangeError(`${what} has area without heads`);
}

function requireWithin(part: number, whole: number, what: string): void {
  if (part > whole) throw new RangeError(`${what}: ${part} of ${whole}`);
}

/**
 * Adds the ballots up, in the order of the offered choices.
 * Throws RangeError on figures that cannot be (DEC-8, ASM-8): that is a programming error, not a verdict.
 */
export function countBallots(tally: TallyInput, offered: readonly Choice[]): Count {
  requireFigures(tally.all, 'the roll');
  const unknown = Object.keys(tally.cast).filter((choice) => !offered.some((known) => known === choice));
  if (unknown.length > 0) throw new RangeError(`not on the ballot: ${unknown.join(', ')}`);
  const cast = offered.map((choice) => ({ choice, ...(tally.cast[choice] ?? { heads: 0, area: 0 }) }));
  const part = { heads: 0, area: 0 };
  for (const figures of cast) {
    requireFigures(figures, figures.choice);
    part.heads += figures.heads;
    part.area += figures.area;
  }
  const present = tally.present ?? part.heads;
  requireWhole(present, 'present');
  requireWithin(part.heads, present, 'more ballots than present');
  requireWithin(present, tally.all.heads, 'more present than on the roll');
  requireWithin(part.area, tally.all.area, 'more area cast than on the roll');
  return { all: tally.all, part, present, cast };
}
