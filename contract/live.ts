import { z } from 'zod';
import { command, query } from './call';
import type { Choice, Outcome } from './decision';
import type { Can } from './envelope';
import { clientId, id } from './fields';
import type { MotionPhase } from './meetings';
import { CONVENING_OFFICES, OFFICES } from './roles';

/** A comparison of the rule engine, as it is shown: 「三分之二以上的户参加」, 61 of 80. */
export interface LiveLine {
  what: string;
  /** What it counts: heads, or area in 0.01 m². */
  axis: 'heads' | 'area';
  /** What one of them is called: 户, 人; ㎡ of an area. */
  unit: string;
  numerator: number;
  denominator: number;
  met: boolean;
  /** Least addition to the numerator that meets it; 0 when met. */
  missing: number;
}

export interface LiveVote {
  motionId: string;
  title: string;
  opensAt: number;
  closesAt: number;
  /** What one voter is called: 户, 人. */
  unit: string;
  /** Who has voted of all on the roll; null while nobody may know. */
  voted: number | null;
  all: number | null;
  turnout: LiveLine[];
  /** Once counted. */
  result: {
    outcome: Outcome;
    /** '表决通过' */
    words: string;
    cast: { choice: Choice; label: string; heads: number }[];
    lines: LiveLine[];
  } | null;
  cancelled: boolean;
}

/** Why a live meeting is over: an officer ended it, or what it belongs to has changed. */
export type LiveEnd = 'officer' | 'cancelled' | 'moved' | 'held' | 'time';

/** The one state that all faces show: numbers, no persons (LIVE-2). All instants are the server's, epoch ms. */
export interface LiveState {
  meetingId: string;
  title: string;
  placeName: string;
  bodyLabel: string;
  venue: string;
  startsAt: number;
  /** One more with each change. */
  version: number;
  stage: 'running' | 'ended';
  endedBy: LiveEnd | null;
  items: { id: string; title: string }[];
  itemId: string;
  /** The number that was called to speak. */
  speaker: number | null;
  timer: { from: number; until: number } | null;
  /** Numbers in the order in which they will be called. */
  waiting: number[];
  present: number;
  presentHomes: number;
  /** Whether enough are there, where the body asks for it. */
  quorum: LiveLine[];
  /** When the figures were added up. */
  figuresAt: number;
  vote: LiveVote | null;
}

export interface LiveView {
  meetingId: string;
  title: string;
  /** Null before it began. */
  state: LiveState | null;
  /** Who leads it, by office; `term` is one more each time that somebody takes over. */
  leader: { office: string; you: boolean; term: number } | null;
  mine: {
    checkedIn: boolean;
    asked: 'waiting' | 'speaking' | null;
    /** Null until the number is dealt, a moment after asking. */
    number: number | null;
    /** How many are called before. */
    ahead: number | null;
  };
  /** For the convening officers alone. */
  desk: {
    queue: { number: number; name: string }[];
    code: { digits: string; until: number } | null;
    screens: number;
    motions: { id: string; title: string; itemId: string | null; phase: MotionPhase }[];
  } | null;
  can: Can<'start' | 'lead' | 'takeOver' | 'ask' | 'withdraw'>;
  /** ms until this phone should ask again; null: never. */
  askAgainMs: number | null;
}

export type LiveAnswer =
  | { unchanged: true; version: number; askAgainMs: number | null }
  | { unchanged: false; view: LiveView };

const officers = { roles: CONVENING_OFFICES, relation: 'office-place', perTenMinutes: 240 } as const;
const neighbours = { roles: ['resident', ...OFFICES], relation: 'same-place', perTenMinutes: 30 } as const;
const visible = { roles: ['resident', ...OFFICES], relation: 'visible', perTenMinutes: 1200 } as const;

const one = z.strictObject({ clientId, id });
const itemId = z.string().regex(/^[a-z0-9-]{1,40}$/);
const number = z.int().min(1).max(1_000_000);

export const liveCalls = {
  'live.state': query(
    visible,
    z.strictObject({ id, /** The version that the phone shows. */ known: z.int().min(0).optional() }),
  ).returns<LiveAnswer>(),
  'live.start': command(officers, one).returns<LiveView>(),
  'live.takeOver': command(
    officers,
    z.strictObject({ clientId, id, /** The term that ends by it. */ term: z.int().min(1) }),
  ).returns<LiveView>(),
  // Each of these names what it leaves, so that pressed twice it is one step (LIVE-4).
  'live.item': command(
    officers,
    z.strictObject({ clientId, id, from: itemId, to: itemId }),
  ).returns<LiveView>(),
  'live.next': command(
    officers,
    z.strictObject({ clientId, id, from: number.nullable(), spoke: z.boolean() }),
  ).returns<LiveView>(),
  'live.timer': command(
    officers,
    z.strictObject({
      clientId,
      id,
      /** `until` of the timer that runs. */
      from: z.int().min(0).nullable(),
      act: z.enum(['start', 'extend', 'stop']),
      seconds: z.int().min(10, '至少10秒').max(1800, '最多30分钟'),
    }),
  ).returns<LiveView>(),
  'live.vote': command(
    officers,
    z.strictObject({ clientId, id, from: id.nullable(), to: id.nullable() }),
  ).returns<LiveView>(),
  'live.pair': command(officers, one).returns<LiveView>(),
  'live.end': command(officers, one).returns<LiveView>(),
  'live.ask': command(neighbours, one).returns<LiveView>(),
  'live.withdraw': command(neighbours, one).returns<LiveView>(),
};
