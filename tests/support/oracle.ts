/**
 * A second reading of the table of decision rules, written from the law's words in exact fractions.
 * It shares no code with the engine: tests compare the two.
 */

class Fraction {
  constructor(
    readonly over: bigint,
    readonly under: bigint,
  ) {}

  /** -1, 0 or 1 as this is less than, equal to or more than the other. */
  against(other: Fraction): number {
    const left = this.over * other.under;
    const right = other.over * this.under;
    return left < right ? -1 : left > right ? 1 : 0;
  }
}

const part = (over: number, under: number) =>
  under === 0 ? null : new Fraction(BigInt(over), BigInt(under));
const HALF = new Fraction(1n, 2n);
const TWO_THIRDS = new Fraction(2n, 3n);
const THREE_QUARTERS = new Fraction(3n, 4n);

/** 过半数: more than half. */
const overHalf = (over: number, under: number) => (part(over, under)?.against(HALF) ?? -1) > 0;
/** 三分之二以上: two thirds or more. */
const twoThirds = (over: number, under: number) => (part(over, under)?.against(TWO_THIRDS) ?? -1) >= 0;
/** 四分之三以上: three quarters or more. */
const threeQuarters = (over: number, under: number) =>
  (part(over, under)?.against(THREE_QUARTERS) ?? -1) >= 0;

export interface OracleQuestion {
  rule: string;
  membership?: 'adults' | 'households';
  base?: 'cast' | 'all';
  /** [heads, area] */
  all: [number, number];
  agree: [number, number];
  against: [number, number];
  abstain: [number, number];
  present?: number;
  /** The taking part that a vote of households itself asks for. */
  turnout?: { num: number; den: number; strict: boolean };
}

function owners(question: OracleQuestion, enough: (over: number, under: number) => boolean): string {
  const { all, agree, against, abstain } = question;
  const heads = agree[0] + against[0] + abstain[0];
  const area = agree[1] + against[1] + abstain[1];
  if (!twoThirds(heads, all[0]) || !twoThirds(area, all[1])) return 'no-quorum';
  return enough(agree[0], heads) && enough(agree[1], area) ? 'passed' : 'not-passed';
}

function assembly(question: OracleQuestion, quorum: (over: number, under: number) => boolean): string {
  const { all, agree, against, abstain } = question;
  const present = question.present ?? agree[0] + against[0] + abstain[0];
  if (!quorum(present, all[0])) return 'no-quorum';
  return overHalf(agree[0], present) ? 'passed' : 'not-passed';
}

function unanimous({ all, agree, against, abstain }: OracleQuestion): string {
  if (all[0] === 0 || agree[0] + against[0] + abstain[0] !== all[0]) return 'no-quorum';
  return agree[0] === all[0] ? 'passed' : 'not-passed';
}

/** Whether a part of a whole comes up to a share of it, or where it is strict over it. */
function comesTo(over: number, under: number, share: NonNullable<OracleQuestion['turnout']>): boolean {
  const order = part(over, under)?.against(new Fraction(BigInt(share.num), BigInt(share.den))) ?? -1;
  return share.strict ? order > 0 : order >= 0;
}

function households({ all, agree, against, abstain, base, turnout }: OracleQuestion): string {
  const cast = agree[0] + against[0] + abstain[0];
  if (turnout && !comesTo(cast, all[0], turnout)) return 'no-quorum';
  return overHalf(agree[0], base === 'all' ? all[0] : cast) ? 'passed' : 'not-passed';
}

/** What becomes of a motion with 同意 / 反对 / 弃权. */
export function oracle(question: OracleQuestion): string {
  switch (question.rule) {
    case 'owners-ordinary':
      return owners(question, overHalf);
    case 'owners-special':
      return owners(question, threeQuarters);
    case 'affected-unanimous':
      return unanimous(question);
    case 'residents-assembly':
      return assembly(question, overHalf);
    case 'villagers-assembly':
      return assembly(question, question.membership === 'adults' ? overHalf : twoThirds);
    case 'residents-delegates':
    case 'villagers-delegates':
    case 'villagers-group':
      return assembly(question, twoThirds);
    case 'households-majority':
      return households(question);
    case 'opinion':
      return 'no-threshold';
    default:
      throw new Error(`the table has no row ${question.rule}`);
  }
}

export interface OracleOptions extends Omit<OracleQuestion, 'agree' | 'against'> {
  options: [number, number][];
  noneOfThem: [number, number];
}

/** Of several options the one that passes, from 0, with what becomes of the motion: each by itself against all the others. */
export function oracleOfOptions(question: OracleOptions): { outcome: string; passed: number | null } {
  const { options, noneOfThem, ...rest } = question;
  const outcomes = options.map((agree, n) => {
    const others = [...options.filter((_, other) => other !== n), noneOfThem];
    const against = others.reduce<[number, number]>(([a, b], [c, d]) => [a + c, b + d], [0, 0]);
    return oracle({ ...rest, agree, against });
  });
  const passed = outcomes.indexOf('passed');
  return passed < 0 ? { outcome: outcomes[0] ?? '', passed: null } : { outcome: 'passed', passed };
}

/** Whether a delegates' meeting has delegates and women enough (居委会组织法 28, 村委会组织法 29). */
export function oracleComposed(village: boolean, members: number, delegates: number, women: number): boolean {
  const share = (over: number, num: number, den: number) =>
    comesTo(over, members, { num, den, strict: false });
  return share(delegates, 4, 5) && (!village || share(women, 1, 3));
}
