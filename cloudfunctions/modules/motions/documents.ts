import type {
  Body,
  BodyKind,
  Choice,
  HouseholdsBase,
  Membership,
  RuleId,
  Subject,
  Threshold,
  Verdict,
  Worth,
} from '@contract/decision';
import type { ChannelHeads, PaperState, UncountedPapers } from '@contract/motions';
import type { LocalProfile } from '@contract/profile';
import type { Nominated } from './nominated';
import type { RollEntry } from './rules/roll';
import type { Channel } from './rules/seal-text';
import type { BoxResult } from './secret/documents';

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
  /** What the item was called when the vote was drafted; null: it carries a matter, or there is none; missing: not kept (PATH-24). */
  itemTitle?: string | null;
  body: Body;
  bodyKind: BodyKind;
  rule: RuleId;
  membership: Membership | null;
  base: HouseholdsBase | null;
  turnout: Threshold | null;
  subject: Subject;
  worth: Worth;
  /** Empty for 同意 / 反对 / 弃权. */
  options: string[];
  interim: 'shown' | 'hidden';
  placeId: string;
  placeName: string;
  path: string[];
  /** Set while its times are the meeting's own, from its beginning to its end: a meeting that moves takes them along. */
  timesOfMeeting: boolean;
  opensAt: number;
  closesAt: number;
  closingChanges: { at: number; from: number; to: number; reason: string }[];
  state: MotionState;
  roll: { id: string; hash: string; frozenAt: number; heads: number; area: number } | null;
  /** Each time that the roll was made anew before the vote opened; missing: never (ROLL-15). Hashes, hex. */
  rollRenewals?: { at: number; from: string; to: string; reason: string }[];
  /** When the timer looks once more for proxies that the renewed roll ends; missing once it has (PROXY-13). */
  proxiesDue?: number;
  cancelled: { at: number; reason: string } | null;
  verdict: Verdict | null;
  /** Heads that only a ballot by phone made present, of an assembly that allows it (ASM-9). */
  presentByPhone: number | null;
  countedAt: number | null;
  resolutionId: string | null;
  /** The community rules that it would change, and the hash of what they would say (CHART-2); missing: none. */
  charter?: { id: string; hash: string };
  /** The round whose nominees are its options: their ids in the order of the options as they were drafted (NOM-4). */
  nomination?: Nominated;
  /** The home whose change of use is voted on (affected-unanimous). */
  applicantHomeId: string | null;
  /** Homes outside its building whose owners proved that they are affected (OWN-8). */
  provenHomeIds: string[];
  /** Whether a ballot by phone makes its voter present, as the local profile said when it was announced (ASM-9). */
  phonePresence: boolean;
  /** The office that had confirmed the local profile when it was announced; missing: before this was kept (PATH-18). */
  confirmedBy?: string | null;
  /** The local profile that it was announced under (PATH-23); missing: a draft, or from before it was kept. */
  profile?: LocalProfile;
  /** Whether paper is taken, and what counts beside the phone (PAP-1); missing in motions from before there was paper: not taken. */
  paper?: { precedence: 'first' | 'latest'; settleMinutes: number } | null;
  /** The last instant for checking papers and objecting to them; set with `closesAt`, only where paper is taken. */
  settlesAt?: number | null;
  /** By how much the closing is put off, once, where too few have taken part shortly before it; missing: never (EXT-1). */
  extension?: { days: number } | null;
  /** What was decided of it, by the timer and for good; missing: nothing yet (EXT-2). */
  extended?: { at: number; longer: boolean } | null;
  /** Missing: named. Fixed when it is announced (SECRET-1). */
  ballot?: 'named' | 'secret';
  /** Of a counted secret ballot that took paper: what became of the box. */
  box?: BoxResult | null;
  /** True from the count of a secret ballot until its single choices are removed (SECRET-8). */
  choicesPending?: boolean;
  /** What became of the papers, from the count on. */
  papers?: { counted: ChannelHeads; uncounted: UncountedPapers } | null;
  /** How many ballots of the result were cast by proxy, from the count on (PROXY-9). */
  byProxy?: number;
  revision: number;
  createdBy: string;
  createdAt: number;
}

/** Collection `rolls`: what a frozen roll adds up to. Its id is made of motion and content: a version is never rewritten (ROLL-12). */
export interface RollDocument {
  _id: string;
  motionId: string;
  /** sha256 of the canonical text of its entries. */
  hash: string;
  heads: number;
  /** 0.01 m² */
  area: number;
  createdAt: number;
}

/** Collection `roll_entries`: one voter of a frozen roll. Immutable; with `homes` the roll's hash can be computed again. */
export interface RollEntryDocument extends RollEntry {
  _id: string;
  rollId: string;
  /** What the others may see: '3栋2单元501 等2套'. */
  label: string;
  homeIds: string[];
  homeLabels: string[];
}

/** What makes one revision's receipt provable (docs/verify.md); all hex. The salt stays on the server (BAL-16). */
export interface BallotProof {
  pseudonym: string;
  salt: string;
  commitment: string;
  /** Of the key that signed: it may be another one by the time the receipt is read again. */
  publicKey: string;
  signature: string;
  /** The newest seal of the audit log when the ballot was taken: '7 <hash>' or '0 -'; missing: from before receipts carried it (BAL-22). */
  audit?: string;
}

/** Under which written proxy a ballot was cast for its voter, and by whom (PROXY-7). */
export interface BallotProxy {
  id: string;
  number: number;
  holderId: string;
  holderName: string;
}

/** One acknowledged state of a ballot. */
export interface BallotRevisionDocument {
  choice: Choice;
  revision: number;
  castAt: number;
  clientId: string;
  proof?: BallotProof;
  /** Missing: on the phone. */
  channel?: Channel;
  /** Missing in histories from before there was paper: then whoever cast the ballot that stands. */
  castBy?: string | null;
  /** The revision that its phone named, where papers had come on top of it meanwhile (PAP-9). */
  named?: number;
  /** A paper whose voter set it aside before the revision after it (PAP-10). */
  setAside?: true;
  proxy?: BallotProxy;
}

/** Collection `ballots`; `_id` is made of motion and voter, so that a voter has one. */
export interface BallotDocument {
  _id: string;
  motionId: string;
  entryId: string;
  choice: Choice;
  area: number;
  /** Null of a paper: it speaks for the voter, whoever of their people may vote (PAP-7). */
  castBy: string | null;
  revision: number;
  /** Set anew at each change, and shown to the voter alone. */
  receipt: string;
  castAt: number;
  /** How it came in; missing: by phone. */
  channel?: Channel;
  /** Missing in ballots from before receipts were signed (BAL-19). */
  proof?: BallotProof;
  /** Earlier choices, oldest first. */
  history: BallotRevisionDocument[];
  clientId: string;
  named?: number;
  /** Cast by somebody entrusted; `castBy` is then who entrusted them: it is their ballot (PROXY-7). */
  proxy?: BallotProxy;
  /**
   * A paper that its voter set aside, where nothing else stood: it is no ballot and counts nowhere, but keeps its number, so that no
   * later ballot of the voter has the same one (PAP-10). Gone with the next ballot on the phone.
   */
  setAside?: true;
}

/** One paper of a voter, from its entering to its end. */
export interface Paper {
  /** Counts the voter's papers from 1. */
  number: number;
  state: PaperState;
  channel: 'paper' | 'door';
  choice: Choice;
  photos: string[];
  helper: string | null;
  enteredBy: string;
  enteredByName: string;
  /** When the server took it: what decides which ballot counts, however late it is checked (PAP-8). */
  registeredAt: number;
  /** Who brought it to its end, and when; null while it waits. */
  endedBy: string | null;
  endedAt: number | null;
  reason: string | null;
  /** The revision of the ballot that it was written as; null while unchecked, and where another ballot counted. */
  written: { revision: number; receipt: string; proof: BallotProof } | null;
}

/** Collection `papers`; `_id` is made of motion and voter: one document holds all papers of a voter, so that one waits at a time. */
export interface PaperDocument extends Paper {
  _id: string;
  motionId: string;
  entryId: string;
  label: string;
  /** Papers before this one, oldest first. */
  earlier: Paper[];
  revision: number;
}

export interface CastFigures {
  choice: Choice;
  heads: number;
  area: number;
}

/** Collection `figures`; `_id` is the motion's: what the ballots added up to when somebody last looked. */
export interface FiguresDocument {
  _id: string;
  asOfAt: number;
  cast: CastFigures[];
  /** Heads present at an assembly; null where nobody is counted as present. */
  present: number | null;
  presentByPhone: number | null;
  /** Whoever holds it computes anew; the others show what is here. */
  leaseUntil: number;
}
