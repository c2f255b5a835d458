import type { Body, Membership } from '@contract/decision';
import type { MeetingForm } from '@contract/meeting-forms';
import type { GuestView, MeetingDetail } from '@contract/meetings';
import type { Office } from '@contract/roles';
import { useDraftForm } from '@/features/calls/use-draft';
import type { Times } from './use-times';

export interface PlannedItem {
  id: string;
  title: string;
  note: string;
  proposalId: string | null;
}

/** A meeting as it is being planned. */
export interface Plan {
  title: string;
  placeId: string;
  body: Body | null;
  membership: Membership | null;
  convener: Office | null;
  venue: string;
  /** Left out in plans that were begun before halls could be booked. */
  roomId?: string | null;
  times: Times;
  agenda: PlannedItem[];
  /** Left out in plans that were begun before there were forms and guests. */
  form?: MeetingForm | null;
  guests?: PlannedGuest[];
}

export type PlannedGuest = Pick<GuestView, 'organisationId' | 'part' | 'itemId'>;

/** A new id of an agenda item, made of the time: one that was taken off is not met again, for votes and suggestions refer to it. */
export function nextItemId(agenda: readonly PlannedItem[], now = Date.now()): string {
  const taken = new Set(agenda.map((item) => item.id));
  let n = now;
  while (taken.has(`item-${n.toString(36)}`)) n += 1;
  return `item-${n.toString(36)}`;
}

export function planOf(meeting: MeetingDetail, times: Times): Plan {
  const { title, placeId, body, form, membership, convener, venue, room } = meeting;
  const agenda = meeting.agenda.map(({ id, title: topic, note, proposalId }) => ({
    id,
    title: topic,
    note,
    proposalId,
  }));
  const guests = meeting.guests.map(({ organisationId, part, itemId }) => ({ organisationId, part, itemId }));
  const hall = { venue, roomId: room?.id ?? null };
  return { title, placeId, body, form, membership, convener, ...hall, times, agenda, guests };
}

/** The form's state, kept on the phone. */
export function usePlan(name: string, initial: () => Plan) {
  return useDraftForm<Plan>(name, initial);
}
