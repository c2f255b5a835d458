import type { Body } from '@contract/decision';
import { _ } from '../../kernel/cloud';
import { type Reader, store, type Transaction } from '../../kernel/database';
import { idOf } from '../../kernel/ids';
import type { MeetingDocument } from '../meetings/documents';
import type { CallingDocument, CallSignatureDocument } from './documents';

/** Meetings that had one matter on their agenda. */
const MEETINGS = 50;

export const callings = {
  idOf: (proposalId: string, body: Body) => idOf('calling', proposalId, body),
  byId: (reader: Reader, id: string) => reader.get<CallingDocument>('callings', id),
  put: (transaction: Transaction, calling: CallingDocument) => transaction.put('callings', calling),

  /** Those of a place and all that lies in it that wait for an answer, the longest waiting first. */
  reachedIn: (placeId: string, limit: number) =>
    store.find<CallingDocument>(
      'callings',
      { path: placeId, state: 'reached' },
      { order: [['reached.at', 'asc']], limit },
    ),

  /** Those whose last signature nobody counted: its call broke off. */
  unchecked: (limit: number) =>
    store.find<CallingDocument>('callings', { state: 'collecting', unchecked: true }, { limit }),

  /** Those that nobody has counted since an instant, the longest ago first. */
  countedBefore: (at: number, limit: number) =>
    store.find<CallingDocument>(
      'callings',
      { state: 'collecting', countedAt: _.lte(at) },
      { order: [['countedAt', 'asc']], limit },
    ),

  /** Looked at now, whatever comes of it: one that cannot be counted holds up no other. */
  lookedAt: ({ _id, countedAt }: CallingDocument, now: number) =>
    store.updateWhere('callings', { _id, countedAt }, { countedAt: now }),

  /** Meetings that had the matter on their agenda. */
  meetingsOn: (proposalId: string) =>
    store.find<MeetingDocument>('meetings', { 'agenda.proposalId': proposalId }, { limit: MEETINGS }),
};

export const signatures = {
  idOf: (callingId: string, personId: string) => idOf('call-signature', callingId, personId),
  byId: (reader: Reader, id: string) => reader.get<CallSignatureDocument>('call_signatures', id),
  put: (transaction: Transaction, signature: CallSignatureDocument) =>
    transaction.put('call_signatures', signature),
  remove: (transaction: Transaction, { _id }: CallSignatureDocument) =>
    transaction.remove('call_signatures', _id),
  of: (callingId: string) => store.findAll<CallSignatureDocument>('call_signatures', { callingId }),
};
