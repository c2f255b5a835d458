import type { Body, Membership } from '@contract/decision';
import type { MeetingForm } from '@contract/meeting-forms';
import type { Office } from '@contract/roles';

export interface AgendaItem {
  id: string;
  title: string;
  note: string;
  proposalId: string | null;
}

/** An organisation that was invited: it is in no attendance, so no quorum counts it (ORG-3). */
export interface Guest {
  organisationId: string;
  name: string;
  part: 'speaker' | 'observer';
  itemId: string | null;
  arrived: { who: string; at: number } | null;
}

/** Collection `meetings`. */
export interface MeetingDocument {
  _id: string;
  title: string;
  body: Body;
  /** Missing in meetings from before there were forms: then by its body (FORM-1). */
  form?: MeetingForm | null;
  /** What it was called when it was planned, and for good when its notice went out (FORM-3). */
  formName?: string;
  /** Adults or household representatives, where the body can be either. */
  membership: Membership | null;
  placeId: string;
  placeName: string;
  path: string[];
  /** In whose name, as the law asks (PATH-6). */
  convener: Office;
  venue: string;
  /** The room that it has taken; missing or null: none (BOOK-11). */
  room?: { id: string; name: string } | null;
  startsAt: number;
  endsAt: number;
  agenda: AgendaItem[];
  stage: 'draft' | 'noticed' | 'held' | 'cancelled';
  noticedAt: number | null;
  specialCircumstances: string | null;
  /** Whether members of the 居民委员会 were there to be told with the notice; missing: not kept, they were (MEET-8). */
  committeeTold?: boolean;
  /** Each notice, move and cancellation that was announced. */
  notices: { at: number; kind: 'noticed' | 'moved' | 'cancelled'; text: string }[];
  /** The words of the newest released version (`minutes`); `version` is missing in minutes from before there were versions: 1. */
  minutes: {
    text: string;
    items: { itemId: string; text: string }[];
    by: string;
    at: number;
    version?: number;
  } | null;
  /** Missing in meetings from before there were guests: nobody. */
  guests?: Guest[];
  /** Of a series: which one, and the day that its rhythm gave (FORM-8); missing: none. */
  series?: { id: string; on: string } | null;
  /** One more with each vote that is announced on it: the write at which an announcement meets a move or a cancellation (MEET-11). */
  votesAnnounced?: number;
  checkInCode: string;
  /** The picture of the code in storage, once it was shown. */
  checkInQr: string | null;
  revision: number;
  createdBy: string;
  createdAt: number;
}

/** Collection `attendances`; `_id` is made of meeting and person, so that checking in again changes nothing. */
export interface AttendanceDocument {
  _id: string;
  meetingId: string;
  personId: string;
  /** The person's homes in the meeting's place. */
  homeIds: string[];
  at: number;
}
