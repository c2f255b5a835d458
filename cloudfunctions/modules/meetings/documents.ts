import type { Body } from '@contract/bodies';

export interface AgendaItem {
  id: string;
  title: string;
  note: string;
  proposalId: string | null;
}

/** Collection `meetings`. */
export interface MeetingDocument {
  _id: string;
  title: string;
  body: Body;
  /** Adults or household representatives, where the body can be either. */
  membership: 'adults' | 'households' | null;
  placeId: string;
  placeName: string;
  path: string[];
  /** In whose name, as the law asks: '业主委员会' (PATH-6). */
  convener: string;
  venue: string;
  startsAt: number;
  endsAt: number;
  agenda: AgendaItem[];
  stage: 'draft' | 'noticed' | 'held' | 'cancelled';
  noticedAt: number | null;
  specialCircumstances: string | null;
  /** Each move or cancellation that was announced. */
  notices: { at: number; kind: 'noticed' | 'moved' | 'cancelled'; text: string }[];
  minutes: { text: string; items: { itemId: string; text: string }[]; by: string; at: number } | null;
  checkInCode: string;
  checkInQr: string | null;
  revision: number;
  createdBy: string;
  createdAt: number;
}

/** Collection `attendances`; `_id` is made of meeting and person. */
export interface AttendanceDocument {
  _id: string;
  meetingId: string;
  personId: string;
  personName: string;
  homeIds: string[];
  at: number;
  how: 'code' | 'officer';
}
