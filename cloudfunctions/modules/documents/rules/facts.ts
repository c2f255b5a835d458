import type { ArticleDifference } from '@contract/charters';
import type { MotionPhase } from '@contract/meetings';
import type { ChoiceView, RuleView, TallyView, WorthView } from '@contract/motions';
import type { Body, Figures } from '@contract/decision';

/** What a vote would change in written rules, or has changed (CHART-7). */
export interface RulesChange {
  /** Of the rules: '幸福里议事规矩' */
  title: string;
  /** The version that it changes. */
  base: number;
  /** sha256 of the new text as the announcement bound it, hex: what the phone shows. */
  hash: string;
  /** What the vote can do or did: '表决通过并公布决议以后，成为第3版…' */
  effect: string;
  difference: readonly ArticleDifference[];
}

/** What a paper says of a vote, in the words that the other modules have for it. */
export interface VoteFacts {
  id: string;
  title: string;
  text: string;
  placeName: string;
  body: Body;
  bodyLabel: string;
  subjectLabel: string;
  worth: WorthView;
  rule: RuleView;
  /** '按业主计票：…' */
  headWords: string;
  /** '户' or '人' */
  unit: string;
  choices: ChoiceView[];
  opensAt: number;
  closesAt: number;
  /** '截止前几分钟…自动延长3天，只延长一次', or what became of it; null where none was announced (EXT-1). */
  extension: string | null;
  closingChanges: { at: number; from: number; to: number; reason: string }[];
  /** Null before the roll is frozen. */
  roll: (Figures & { hash: string; frozenAt: number }) | null;
  /** '以最后投的为准': what counts where a voter used phone and paper; null where no paper is taken (PAP-1). */
  bothUsed: string | null;
  /** A secret ballot: its papers name no voter (SECRET-13). Left out: named. */
  secret?: true;
  /** Left out: it changes no written rules. */
  rules?: RulesChange;
  phase: MotionPhase;
  /** The result, once it is counted; nothing of the ballots before (MOT-6). */
  tally: TallyView | null;
}

/** A picture as a data: address, or null where the platform gave none. */
export type Picture = string | null;
