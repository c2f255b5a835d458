import type {
  BodyKind,
  Choice,
  HouseholdsBase,
  Membership,
  RuleId,
  Threshold,
  Verdict,
  Worth,
} from '@contract/decision';

export type MotionState =
  | 'draft'
  | 'announced' // roll frozen, times fixed; whether it is open is the clock's business
  | 'counted'
  | 'cancelled';

/** Collection `motions`. Never written by a ballot: voters do not meet on it. */
export interface MotionDocument {
  _id: string;
  title: string;
  text: string;
  proposalId: string | null;
  /** On an agenda item of a meeting, or null for 书面征求意见. */
  meetingId: string | null;
  agendaItemId: string | null;
  body: Body;
  bodyKind: BodyKind;
  rule: RuleId;
  membership: Membership | null;
  base: HouseholdsBase | null;
  turnout: Threshold | null;
  /** Item of 民法典 278, or another subject. */
  subject: string;
  worth: Worth;
  /** Empty for 同意 / 反对 / 弃权. */
  options: string[];
  interim: 'shown' | 'hidden';
  placeId: string;
  placeName: string;
  path: string[];
  opensAt: number;
  closesAt: number;
  closingChanges: { at: number; from: number; to: number; reason: string }[];
  state: MotionState;
  roll: { id: string; hash: string; frozenAt: number; heads: number; area: number } | null;
  verdict: Verdict | null;
  countedAt: number | null;
  resolutionId: string | null;
  /** The home whose change of use is voted on (affected-unanimous). */
  applicantHomeId: string | null;
  phonePresence: boolean;
  revision: number;
  createdBy: string;
  createdAt: number;
}

/** Collection `roll_entries`: one voter of a frozen roll. Immutable. */
export interface RollEntryDocument {
  _id: string;
  rollId: string;
  kind: BodyKind;
  /** Owner-group key, home id, resident key or person id. */
  voterKey: string;
  /** What the others may see: '3栋2单元501 等2套'. */
  label: string;
  homeIds: string[];
  homeLabels: string[];
  /** Owner keys or resident keys that may cast; person ids for delegates. */
  keys: string[];
  namedKey: string | null;
  developer: boolean;
  /** 0.01 m²; 0 where the rule does not weigh by area. */
  area: number;
}

/** Collection `ballots`; `_id` is made of motion and voter, so that a voter has one. */
export interface BallotDocument {
  _id: string;
  motionId: string;
  entryId: string;
  choice: Choice;
  area: number;
  castBy: string;
  revision: number;
  /** Set anew at each change, and shown to the voter alone. */
  receipt: string;
  castAt: number;
  /** Earlier choices, oldest first. */
  history: { choice: Choice; revision: number; castAt: number; clientId: string }[];
  clientId: string;
}
