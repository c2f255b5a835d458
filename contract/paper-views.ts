import type { Can } from './envelope';
import type { ErrorCode } from './errors';

export type PaperState =
  | 'entered' // waits for the second officer
  | 'confirmed'
  | 'differed' // the two officers read different choices: it is entered anew
  | 'rejected' // sent back by the second officer: with the same photos it can be entered anew
  | 'withdrawn'
  | 'objected'; // set aside by the voter's people

/** What every voter reads of paper before voting (PAP-1). */
export interface PaperTermsView {
  precedence: 'first' | 'latest';
  /** Until here papers are checked and objected to. */
  settlesAt: number;
  /** '也收纸质票。手机和纸质都投了的，以最后投的为准。…' */
  words: string;
}

/** A paper as officers see it: never what is on it, except by the photos while it waits to be checked (PAP-5, BAL-13). */
export interface PaperRow {
  motionId: string;
  entryId: string;
  label: string;
  channel: 'paper' | 'door';
  state: PaperState;
  /** '等第二个人核对', '两次登记不一致' */
  stateWords: string;
  registeredAt: number;
  enteredByName: string;
  /** Whether the caller entered it. */
  mine: boolean;
  /** For whoever entered it, may check it or may enter it once more, until it came to its end. */
  photos: string[];
  helper: string | null;
  reason: string | null;
  revision: number;
  can: Can<'confirm' | 'reject' | 'withdraw' | 'again'>;
}

/** A voter by the label on the roll, and nothing of whether they voted. */
export interface PaperVoter {
  entryId: string;
  label: string;
  /** Why the caller cannot enter their paper, or null. */
  may: ErrorCode | null;
}

/** A voter without a ballot (PAP-12). */
export interface DoorRow extends PaperVoter {
  /** How many persons may stand for the voter. */
  people: number;
  paperWaits: boolean;
}

/** What was entered in a voter's name, for those who may stand for them (PAP-10). */
export interface MyPaper {
  state: PaperState;
  channel: 'paper' | 'door';
  choiceLabel: string;
  photos: string[];
  helper: string | null;
  registeredAt: number;
  enteredByName: string;
  /** What it means now: '纸质票已计入，您手机上的那一票不再计。' */
  words: string;
  /** Which of the voter's papers it is, from 1. */
  number: number;
  /** Whether it was written as the voter's ballot, with a receipt of its own. */
  written: boolean;
  can: Can<'object'>;
}

/** Papers that do not count, by reason; numbers only (PAP-11). */
export interface UncountedPapers {
  unconfirmed: number;
  differed: number;
  rejected: number;
  withdrawn: number;
  objected: number;
  /** Checked, but the voter's ballot on the phone or another paper counts. */
  outrun: number;
}

/** Heads by the channel of the ballot that counts; never by choice (PAP-11). */
export interface ChannelHeads {
  phone: number;
  paper: number;
  door: number;
}
