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

function households({ all, agree, against, abstain, base }: OracleQuestion): string {
  const under = base === 'all' ? all[0] : agree[0] + against[0] + abstain[0];
  return overHalf(agree[0], under) ? 'passed' : 'not-passed';
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
