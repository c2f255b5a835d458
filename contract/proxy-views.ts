import type { Choice } from './decision';
import type { Can } from './envelope';
import type { ErrorCode } from './errors';
import type { MotionPhase } from './meetings';
import type { ChoiceView } from './motion-views';

export type ProxyState =
  | 'offered' // given on the phone, its code not used yet
  | 'accepted' // in force: the holder can cast
  | 'entered' // on paper, waits for a second officer
  | 'differed' // the two officers read different things: it is entered anew
  | 'rejected' // on paper, sent back or taken back by an officer
  | 'withdrawn' // taken back by whoever gave it
  | 'returned' // handed back by the holder
  | 'lapsed'; // ended by a roll that was made anew

/** One written proxy, for those who may stand for the voter. */
export interface GivenProxy {
  proxyId: string;
  /** Counts the voter's proxies from 1. */
  number: number;
  state: ProxyState;
  /** '等受托人输入委托码', '已生效' */
  stateWords: string;
  channel: 'phone' | 'paper';
  holderName: string;
  /** All votes of the meeting, or this one alone. */
  wholeMeeting: boolean;
  /** What the holder types in; only for the principal, until it is used or taken back. */
  code: string | null;
  /** Of one on paper. */
  photos: string[];
  enteredByName: string | null;
  givenAt: number;
  endedAt: number | null;
  reason: string | null;
  can: Can<'withdraw'>;
}

/** A voter of the caller's in one motion, with what was entrusted last. */
export interface EntrustedVoter {
  entryId: string;
  label: string;
  /** The proxy that stands or was the last one; null: never entrusted. */
  proxy: GivenProxy | null;
  can: Can<'offer'>;
}

/** A proxy of the caller's whose voter is not on the roll any more: told with its reason until the vote closes (PROXY-13). */
export interface LapsedProxy {
  label: string;
  proxy: GivenProxy;
}

/** A proxy that the caller held and that a renewed roll has ended. */
export interface EndedProxy {
  proxyId: string;
  number: number;
  motionId: string;
  motionTitle: string;
  voterLabel: string;
  principalName: string;
  /** '名册重做以后，…' */
  reason: string;
  endedAt: number;
}

/** A ballot that the holder cast for a voter, as the holder may see it: never what the principal cast over it. */
export interface HeldCast {
  choice: Choice;
  choiceLabel: string;
  revision: number;
  castAt: number;
  /** Whether this ballot counts as things are. */
  stands: boolean;
}

/** One ballot that the caller may cast for somebody else. */
export interface HeldVote {
  proxyId: string;
  number: number;
  motionId: string;
  motionTitle: string;
  placeName: string;
  entryId: string;
  voterLabel: string;
  principalName: string;
  wholeMeeting: boolean;
  phase: MotionPhase;
  opensAt: number;
  closesAt: number;
  choices: ChoiceView[];
  cast: HeldCast | null;
  can: Can<'cast' | 'giveBack'>;
}

/** What the page of a vote shows of proxies. */
export interface MotionProxies {
  motionId: string;
  /** Why no proxy can be given in this vote at all, or null. */
  may: ErrorCode | null;
  /** Ballots of how many voters one person may cast in this vote (local profile). */
  maxProxies: number;
  atMeeting: boolean;
  given: EntrustedVoter[];
  /** What the caller gave and a renewed roll ended, their voter not among `given` any more. */
  lapsed: LapsedProxy[];
  held: HeldVote[];
  /** Whether the caller may enter and check proxies on paper. */
  can: Can<'enterPaper'>;
}

/** What a code is about, for whoever typed it in. */
export interface ProxySlip {
  proxyId: string;
  number: number;
  motionId: string;
  motionTitle: string;
  placeName: string;
  voterLabel: string;
  principalName: string;
  holderName: string;
  wholeMeeting: boolean;
  closesAt: number;
  can: Can<'accept'>;
}

/** A proxy on paper as officers see it; who checks it is not told whom the first one read (PROXY-10). */
export interface ProxyPaperRow {
  proxyId: string;
  number: number;
  motionId: string;
  entryId: string;
  label: string;
  state: ProxyState;
  stateWords: string;
  enteredByName: string;
  enteredAt: number;
  mine: boolean;
  photos: string[];
  can: Can<'confirm' | 'reject'>;
}

/** Somebody whom a proxy on paper may name. */
export interface PossibleHolder {
  id: string;
  name: string;
  /** Their homes in the place, the room number covered: enough to tell two of the same name apart. */
  homes: string[];
}
