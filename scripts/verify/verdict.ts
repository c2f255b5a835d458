import type { Header } from './header';

/** A share that has to be reached, or exceeded. */
interface Share {
  num: number;
  den: number;
  strict: boolean;
}

interface Terms {
  axes: readonly ('heads' | 'area')[];
  turnout: Share | null;
  approval: Share;
  /** What those who agree are a share of: everybody on the roll, whoever cast a ballot, those present. */
  of: 'all' | 'cast' | 'present';
}

/** Why the rule and what the header says beside it do not belong together, in a sentence. */
export class NoRule extends Error {}

const OVER_HALF: Share = { num: 1, den: 2, strict: true };
const TWO_THIRDS: Share = { num: 2, den: 3, strict: false };
const THREE_QUARTERS: Share = { num: 3, den: 4, strict: false };
const EVERYBODY: Share = { num: 1, den: 1, strict: false };

const owners = (approval: Share): Terms => ({
  axes: ['heads', 'area'],
  turnout: TWO_THIRDS,
  approval,
  of: 'cast',
});
const assembly = (turnout: Share): Terms => ({
  axes: ['heads'],
  turnout,
  approval: OVER_HALF,
  of: 'present',
});

/** The rules of docs/rules.md (OWN-1 … OWN-7, ASM-1 … ASM-12), written again. */
function termsOf({ rule, membership, base, turnout }: Header): Terms {
  switch (rule) {
    case 'owners-ordinary':
      return owners(OVER_HALF);
    case 'owners-special':
      return owners(THREE_QUARTERS);
    case 'affected-unanimous':
      return { axes: ['heads'], turnout: EVERYBODY, approval: EVERYBODY, of: 'all' };
    case 'residents-assembly':
      return assembly(OVER_HALF);
    case 'villagers-assembly':
      return assembly(membership === 'adults' ? OVER_HALF : TWO_THIRDS);
    case 'residents-delegates':
    case 'villagers-delegates':
    case 'villagers-group':
      return assembly(TWO_THIRDS);
    case 'households-majority':
      return { axes: ['heads'], turnout, approval: OVER_HALF, of: base === 'all' ? 'all' : 'cast' };
    default:
      throw new NoRule(`没有“${rule}”这种表决规则`);
  }
}

/** What a rule may carry and what it must. */
function requireFitting({ rule, membership, base, turnout, options }: Header): void {
  const households = rule === 'households-majority';
  if (households && base === null) throw new NoRule('按户过半的规则没有写明以谁为底数');
  if (!households && (base !== null || turnout !== null)) throw new NoRule('这种规则的底数不能另外定');
  if (turnout && (turnout.den > 1000 || turnout.num > turnout.den)) throw new NoRule('参加人数的要求不可能');
  if (rule === 'villagers-assembly' && membership === null) throw new NoRule('没有写明按人还是按户');
  if (rule === 'affected-unanimous' && options > 0) throw new NoRule('这种规则不能有几个选项');
}

/** Nothing of nought is ever enough; in whole numbers of any size. */
function enough(part: number, whole: number, { num, den, strict }: Share): boolean {
  const [left, right] = [BigInt(part) * BigInt(den), BigInt(whole) * BigInt(num)];
  return whole > 0 && (strict ? left > right : left >= right);
}

function wholeOf(of: Terms['of'], axis: 'heads' | 'area', header: Header): number {
  if (of === 'all') return header[axis];
  const cast = header.cast.reduce((sum, one) => sum + one[axis], 0);
  return of === 'present' ? (header.present ?? cast) : cast;
}

export interface Decided {
  outcome: string;
  passed: string | null;
}

/** An opinion has figures and decides nothing, whatever its rule would ask for. */
const OPINION: Decided = { outcome: 'no-threshold', passed: null };

/**
 * The verdict on the figures of a header, by its own rule.
 * @throws NoRule where there is no such rule, or it does not go with what stands beside it
 */
export function verdictOn(header: Header): Decided {
  requireFitting(header);
  if (header.rule === 'opinion') return OPINION;
  const { axes, turnout, approval, of } = termsOf(header);
  if (header.weights === null && axes.includes('area')) throw new NoRule('这种规则按面积算，不能无记名');
  if (header.worth === 'opinion') return OPINION;
  if (header.present !== null && of !== 'present') throw new NoRule('这种规则不数到会的人');
  const tookPart = of === 'present' ? 'present' : 'cast';
  const quorate = axes.every(
    (axis) => !turnout || enough(wholeOf(tookPart, axis, header), header[axis], turnout),
  );
  if (!quorate) return { outcome: 'no-quorum', passed: null };
  const passed = header.cast.find(
    (one) =>
      (one.choice === 'yes' || one.choice.startsWith('option:')) &&
      axes.every((axis) => enough(one[axis], wholeOf(of, axis, header), approval)),
  );
  return passed ? { outcome: 'passed', passed: passed.choice } : { outcome: 'not-passed', passed: null };
}
