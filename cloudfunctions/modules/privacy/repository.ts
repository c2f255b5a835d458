import { type Stored, store } from '../../kernel/database';
import type { PersonDocument } from '../../kernel/person';
import type { CallSignatureDocument } from '../callings/documents';
import type { OpinionDocument } from '../discussion/documents';
import type { AttendanceDocument } from '../meetings/documents';
import type { ClaimDocument } from '../members/documents';
import type { InboxDocument } from '../messages/repository';
import type { CorrectionDocument, SignatureDocument } from '../minutes/documents';
import type { BallotDocument, MotionDocument } from '../motions/documents';
import type { BallotMarkDocument } from '../motions/secret/documents';
import type { NominationDocument } from '../nominations/documents';
import type { ProposalDocument, SupportDocument } from '../proposals/documents';
import type { ProxyDocument } from '../proxies/documents';
import type { RepairDocument } from '../repairs/documents';
import type { ChallengeDocument } from '../rolls/documents';
import type { SessionDocument } from '../series/documents';
import type { LogDocument, RecordDocument } from '../service/documents';
import { _ } from '../../kernel/cloud';

/** Rows of one kind that a copy takes; nobody has more, and whoever had is told. */
export const COPIED = 1000;
const REMOVED_AT_ONCE = 500;
const DUE = 20;

const own = <T extends Stored>(
  collection: Parameters<typeof store.find>[0],
  where: Record<string, unknown>,
) => store.find<T>(collection, where, { limit: COPIED });

/** What is stored about one person, across the collections (KEEP-1). */
export const stored = {
  claims: (personId: string) => own<ClaimDocument>('claims', { personId }),
  messages: (personId: string) => own<InboxDocument>('inbox', { personId }),
  proposals: (personId: string) => own<ProposalDocument>('proposals', { authorIds: personId }),
  supports: (personId: string) => own<SupportDocument>('supports', { personId }),
  opinions: (personId: string) => own<OpinionDocument>('opinions', { authorId: personId }),
  attendances: (personId: string) => own<AttendanceDocument>('attendances', { personId }),
  ballots: (personId: string) => own<BallotDocument>('ballots', { castBy: personId }),
  /** That they voted in secret votes; what was chosen is kept with no person (SECRET-4). Of the box, `castBy` is the officer. */
  marks: (personId: string) =>
    own<BallotMarkDocument>('ballot_marks', { castBy: personId, channel: 'phone' }),
  demands: (personId: string) => own<CallSignatureDocument>('call_signatures', { personId }),
  challenges: (personId: string) => own<ChallengeDocument>('roll_challenges', { personId }),
  corrections: (personId: string) => own<CorrectionDocument>('minutes_corrections', { personId }),
  signatures: (personId: string) => own<SignatureDocument>('minutes_signatures', { personId }),
  nominated: (personId: string) => own<NominationDocument>('nominations', { nominatorId: personId }),
  agreed: (personId: string) => own<NominationDocument>('nominations', { 'consent.personId': personId }),
  sessions: (personId: string) =>
    own<SessionDocument>('series_sessions', { 'suggestions.personId': personId }),
  repairs: (personId: string) => own<RepairDocument>('repairs', { 'objections.personId': personId }),
  records: (personId: string) => own<RecordDocument>('service_records', { personId }),
  logs: (personId: string) => own<LogDocument>('patrol_logs', { personId }),
  given: (personId: string) => own<ProxyDocument>('proxies', { 'grants.principalId': personId }),
  held: (personId: string) => own<ProxyDocument>('proxies', { 'grants.holderId': personId }),
};

async function removeOf(collection: 'inbox' | 'claims' | 'live_queue', personId: string): Promise<void> {
  for (;;) {
    const rows = await store.find<Stored>(collection, { personId }, { limit: REMOVED_AT_ONCE });
    await store.removeAll(
      collection,
      rows.map(({ _id }) => _id),
    );
    if (rows.length < REMOVED_AT_ONCE) return;
  }
}

export const leavers = {
  /** Removes what was the person's alone; done again it changes nothing (KEEP-2). */
  async clear(personId: string): Promise<void> {
    await removeOf('inbox', personId);
    await removeOf('claims', personId);
    // A wish to speak in a live meeting has their name in it.
    await removeOf('live_queue', personId);
    await store.removeAll('subscriptions', [personId]);
  },

  /** Those who left and of whom something is still to be removed by now. */
  due: (now: number) => store.find<PersonDocument>('persons', { forgetAt: _.lte(now) }, { limit: DUE }),

  /** Votes of these places that are not counted yet. */
  uncounted: (placeIds: readonly string[]) =>
    store.find<MotionDocument>(
      'motions',
      { placeId: _.in([...placeIds]), state: 'announced' },
      { order: [['closesAt', 'desc']], limit: 1 },
    ),

  /** Nothing ties them to a home any more: every vote is counted that was running when they left. */
  forget: (_id: string, forgetAt: number) =>
    store.updateWhere('persons', { _id, forgetAt }, { formerTies: [], forgetAt: _.remove() }),

  /** Another vote is still running: looked at again then. */
  later: (_id: string, forgetAt: number, next: number) =>
    store.updateWhere('persons', { _id, forgetAt }, { forgetAt: next }),
};
