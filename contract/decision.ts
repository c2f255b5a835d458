/**
 * What server and phone share about a decision: rules, voters, figures and the verdict.
 * All figures are whole numbers; an area is in 0.01 m². Sources: docs/rules.md.
 */

export const RULE_IDS = [
  'owners-ordinary',
  'owners-special',
  'affected-unanimous',
  'residents-assembly',
  'residents-delegates',
  'villagers-assembly',
  'villagers-delegates',
  'villagers-group',
  'households-majority',
  'opinion',
] as const;

/** A rule of decision, by the row of the table in docs/rules.md. */
export type RuleId = (typeof RULE_IDS)[number];

export const BODY_KINDS = ['owner-groups', 'homes', 'persons', 'delegates'] as const;

/** What one voter of the body is, and so what is counted as one head (BAL-2). */
export type BodyKind = (typeof BODY_KINDS)[number];

export const BODIES = [
  'owners', // 业主大会
  'residents-assembly', // 居民会议
  'residents-delegates', // 居民代表会议
  'villagers-assembly', // 村民会议
  'villagers-delegates', // 村民代表会议
  'villagers-group', // 村民小组会议
  'yard', // 坝坝会 by the community's own rules: no statute
] as const;

/** Who meets or is asked: notice, convener and quorum follow from it (PATH-1, PATH-6). */
export type Body = (typeof BODIES)[number];

/** What a motion is about, as far as the law treats it differently. */
export const SUBJECTS = [
  'owners-procedure', // 278 ① rules of the owners' assembly
  'owners-charter', // 278 ② 管理规约
  'owners-committee', // 278 ③ electing or replacing the owners' committee
  'property-manager', // 278 ④
  'repair-fund-use', // 278 ⑤
  'repair-fund-raise', // 278 ⑥
  'rebuilding', // 278 ⑦
  'common-parts', // 278 ⑧ changing their use or trading on them
  'owners-other', // 278 ⑨ and 解释 7
  'home-to-business', // 279
  'urgent-repair', // 281
  'self-government-charter', // 居民公约, 村规民约, 自治章程
  'community-matter', // what an assembly, its delegates or a group decide
  'yard-matter', // the yard's own business
  'consultation', // opinions only
  'committee-election', // 居民委员会, 村民委员会
  'collective-assets', // collective land and assets
] as const;

export type Subject = (typeof SUBJECTS)[number];

export const WORTHS = ['statutory', 'straw', 'opinion'] as const;

/** What a vote is worth: 法定, 预表决 or 意见征询 (PATH-9). */
export type Worth = (typeof WORTHS)[number];

/** `option:1` is the first option of the motion; 都不同意 and 弃权 always stand beside the options (MOT-2). */
export type Choice = 'yes' | 'no' | 'abstain' | `option:${number}` | 'none-of-them';

/** Heads as the body counts them; area in 0.01 m², 0 where the rule does not weigh by area. */
export interface Figures {
  heads: number;
  area: number;
}

export interface TallyInput {
  /** Everybody on the motion's roll. */
  all: Figures;
  /** The counted ballots; a choice nobody took may be absent. */
  cast: Partial<Record<Choice, Figures>>;
  /** Heads present at an assembly. Absent: exactly those who cast a ballot (ASM-9). */
  present?: number;
}

/** Which voters an assembly counts: adults, or one representative for each household (ASM-1, 3, 4, 6). */
export type Membership = 'adults' | 'households';

/** The base of households-majority, named in the motion (ASM-12). */
export type HouseholdsBase = 'cast' | 'all';

/** A part of a base that has to be reached (`strict: false`) or exceeded (`strict: true`). */
export interface Threshold {
  num: number;
  den: number;
  strict: boolean;
}

export interface DecideOptions {
  /** Needed by villagers-assembly, whose quorum depends on it; elsewhere only named in the lines. */
  membership?: Membership;
  /** Needed by households-majority, refused elsewhere. */
  base?: HouseholdsBase;
  /** The taking part that a households-majority motion itself asks for. */
  turnout?: Threshold;
  /** Number of options of a motion with several, at least 2; absent for 同意 / 反对 / 弃权. */
  optionCount?: number;
  /** 从多: refused until a community's recorded clause can be cited (DEC-7). */
  silentWithMajority?: boolean;
}

export type Outcome = 'passed' | 'not-passed' | 'no-quorum' | 'no-threshold';

/** One comparison of the verdict, shown to everybody (DEC-2). */
export interface VerdictLine {
  kind: 'turnout' | 'approval';
  axis: 'heads' | 'area';
  /** The option put to the threshold; absent for taking part and for a motion with 同意. */
  choice?: Choice;
  /** A short plain Chinese sentence saying what is asked for. */
  what: string;
  numerator: number;
  denominator: number;
  threshold: Threshold;
  met: boolean;
  /** Least addition to the numerator that meets the line while the denominator stays; 0 when met, 1 when there is no base yet (DEC-10). */
  missing: number;
  /**
   * Least addition by those who have not come (turnout) or not cast a ballot yet (approval), who may enlarge the
   * base by doing so; null when too few of them are left. What an open vote shows as «还差»; 0 when met (DEC-10).
   */
  missingFromRest: number | null;
  /** The article applied, for example 《民法典》第二百七十八条. */
  article: string;
}

/** `passed` is 'yes', the option that passed, or null. */
export interface Verdict {
  rule: RuleId;
  membership?: Membership;
  base?: HouseholdsBase;
  outcome: Outcome;
  passed: Choice | null;
  /** Those who took part: present at an assembly, else whoever cast a ballot. */
  part: Figures;
  /** What was cast for each choice offered, in the order of the ballot paper. */
  cast: ({ choice: Choice } & Figures)[];
  lines: VerdictLine[];
}
