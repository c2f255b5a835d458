import type { OwnClaim, ShiftSummary } from '@contract/shifts';
import type { Claim, ShiftDocument } from './documents';
import type { ShiftRow } from './repository';
import { waitingOf } from './rules/queue';

function stateOf({ state, startsAt, endsAt }: ShiftRow, now: number): ShiftSummary['state'] {
  if (state === 'cancelled') return 'cancelled';
  if (now < startsAt) return 'open';
  return now < endsAt ? 'running' : 'over';
}

/** How many are still missing; of what is over or cancelled nobody. */
export function missingOf(row: ShiftRow, now: number): number {
  const open = row.state === 'open' && now < row.endsAt;
  return open ? Math.max(0, row.places - row.taken) : 0;
}

export function ownClaim(shift: Pick<ShiftDocument, 'claims'>, personId: string): OwnClaim | null {
  const claim = shift.claims.find((one) => one.personId === personId);
  if (!claim) return null;
  const place = waitingOf(shift.claims).findIndex(({ id }) => id === claim.id);
  return { state: claim.state, place: place < 0 ? null : place + 1, answerBy: claim.answerBy };
}

export function shiftSummary(row: ShiftRow, now: number, mine: OwnClaim | null): ShiftSummary {
  const { _id: id, taskId, title, where, placeName, teamName, startsAt, endsAt, places } = row;
  return {
    ...{ id, taskId, title, where, placeName, teamName, startsAt, endsAt, places },
    ...{ taken: row.taken, waiting: row.waiting, waitlist: row.waitlist, missing: missingOf(row, now) },
    ...{ state: stateOf(row, now), mine },
  };
}

/** Whether a claim still means something: a place that nobody answered for in time and a waiting after the start do not. */
export function isLive(
  { state, answerBy }: Claim,
  { startsAt, endsAt }: ShiftDocument,
  now: number,
): boolean {
  if (state === 'taken') return now < endsAt;
  return now < startsAt && (answerBy === null || now < answerBy);
}
