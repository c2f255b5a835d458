import type { Claim, ShiftDocument } from '../documents';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** An offer is held for half a day, so that nobody has to look at night. */
const HELD_MS = 12 * HOUR_MS;
/** Two hours before the start it has to be known who comes. */
const SETTLED_BEFORE_MS = 2 * HOUR_MS;
/** Later the next one has ten minutes, in their turn. */
const SHORT_MS = 10 * MINUTE_MS;
const LATE_KEPT = 300;

/** What of a shift its places are decided by. */
export type Queue = Pick<ShiftDocument, 'claims' | 'places' | 'waitlist' | 'next' | 'startsAt'>;

/** Until when an offer that is made now can be accepted; never after the start (SHIFT-5). */
export function answerByOf(now: number, startsAt: number): number {
  const calm = Math.min(now + HELD_MS, startsAt - SETTLED_BEFORE_MS);
  return Math.min(Math.max(calm, now + SHORT_MS), startsAt);
}

const holding = (claims: readonly Claim[]) => claims.filter(({ state }) => state !== 'waiting').length;

/** Those who wait, in the order in which they came (SHIFT-2). */
export const waitingOf = (claims: readonly Claim[]) =>
  claims.filter(({ state }) => state === 'waiting').sort((a, b) => a.n - b.n);

/** No place, and none to wait for. */
export function isFull({ claims, places, waitlist }: Pick<Queue, 'claims' | 'places' | 'waitlist'>): boolean {
  const waiting = waitingOf(claims).length;
  return (holding(claims) >= places || waiting > 0) && waiting >= waitlist;
}

/** The claim of somebody who came just now: a place where one is free and nobody waits, else the end of the waitlist. */
export function claimed(queue: Queue, who: Pick<Claim, 'id' | 'personId'>, now: number): Claim[] {
  const free = holding(queue.claims) < queue.places && waitingOf(queue.claims).length === 0;
  const state = free ? 'taken' : 'waiting';
  return [...queue.claims, { ...who, state, n: queue.next, at: now, answerBy: null }];
}

export interface Settled {
  claims: Claim[];
  /** Offers whose time was over. */
  lapsed: Claim[];
  /** To whom a place is offered now. */
  offered: Claim[];
}

/** Lets offers lapse whose time is over, and offers every free place to whoever waits longest, until the start (SHIFT-5, SHIFT-6). */
export function settled({ claims, places, startsAt }: Queue, now: number): Settled {
  const lapsed = claims.filter(({ answerBy }) => answerBy !== null && answerBy <= now);
  const standing = claims.filter((one) => !lapsed.includes(one));
  if (now >= startsAt) return { claims: standing, lapsed, offered: [] };
  const free = Math.max(0, places - holding(standing));
  const next = new Set(
    waitingOf(standing)
      .slice(0, free)
      .map(({ id }) => id),
  );
  const answerBy = answerByOf(now, startsAt);
  const moved = standing.map((one) =>
    next.has(one.id) ? { ...one, state: 'offered' as const, answerBy } : one,
  );
  return { claims: moved, lapsed, offered: moved.filter(({ id }) => next.has(id)) };
}

/** The shift with these claims, and what is told by them without reading them all. */
export function withClaims(shift: ShiftDocument, claims: Claim[]): ShiftDocument {
  const due = claims.flatMap(({ answerBy }) => (answerBy === null ? [] : [answerBy]));
  return {
    ...shift,
    claims,
    taken: holding(claims),
    waiting: claims.length - holding(claims),
    next: Math.max(shift.next, ...claims.map(({ n }) => n + 1)),
    dueAt: due.length > 0 ? Math.min(...due) : null,
    late: shift.late.slice(-LATE_KEPT),
    revision: shift.revision + 1,
  };
}
