import { volunteerCollections } from './collections-volunteers';
import { index, unique } from './indexes';

/** Collections and their indexes, as data: the local cloud enforces them, the deployment creates them. All are ADMINONLY. */
export const collections = [
  { name: 'places', indexes: [index('parent', 'parentId', 'sort')] },
  { name: 'profile_versions', indexes: [index('place', 'placeId', '-number')] },
  { name: 'homes', indexes: [index('path', 'path', '_id'), index('place', 'placeId', 'label')] },
  {
    name: 'persons',
    indexes: [
      index('openid', 'openid'),
      index('places', 'places', '_id'),
      index('left', 'formerTies.homeId'),
      index('offices', 'offices.office', 'offices.placeId'),
      index('terms', 'offices.untilAt'),
      index('held-name', 'heldName.held', 'heldName.askedAt'),
      index('forget', 'forgetAt'),
    ],
  },
  { name: 'letterbox_codes', indexes: [index('hash', 'hash')] },
  {
    name: 'claims',
    indexes: [index('path', 'path', 'state', 'createdAt'), index('person', 'personId', '-createdAt')],
  },
  {
    name: 'proposals',
    indexes: [
      index('path', 'path', 'stage', '-updatedAt'),
      index('author', 'authorIds', '-createdAt'),
      index('held', 'held', 'createdAt'),
      index('stage', 'stage', 'handled.at'),
    ],
  },
  { name: 'supports', indexes: [index('proposal', 'proposalId', '_id'), index('person', 'personId')] },
  {
    name: 'opinions',
    indexes: [
      index('subject', 'subjectId', 'rootId', '-createdAt'),
      index('root', 'rootId', 'createdAt'),
      index('author', 'authorId'),
      index('held', 'held', 'createdAt'),
    ],
  },
  {
    name: 'meetings',
    indexes: [
      index('path', 'path', '-startsAt'),
      index('place', 'placeId', 'stage', 'startsAt'),
      index('matter', 'agenda.proposalId'),
    ],
  },
  { name: 'meeting_forms', indexes: [] },
  {
    name: 'live_meetings',
    indexes: [index('code', 'pairing.code'), index('left', 'cleared', 'closesAt')],
  },
  {
    name: 'live_queue',
    indexes: [
      index('asked', 'meetingId', 'run', 'state', 'askedAt'),
      index('number', 'meetingId', 'run', 'state', 'number'),
      index('meeting', 'meetingId', '_id'),
      index('person', 'personId'),
    ],
  },
  {
    name: 'meeting_series',
    indexes: [
      index('place', 'placeId', 'state', '-createdAt'),
      index('path', 'path', 'state', '-createdAt'),
      index('due', 'state', 'dueAt'),
    ],
  },
  {
    name: 'organisations',
    indexes: [index('place', 'placeId', 'createdAt'), index('path', 'path', 'createdAt')],
  },
  {
    name: 'series_sessions',
    indexes: [index('series', 'seriesId', '-on'), index('person', 'suggestions.personId')],
  },
  { name: 'attendances', indexes: [index('meeting', 'meetingId', '_id'), index('person', 'personId')] },
  {
    name: 'minutes',
    indexes: [index('due', 'state', 'open', 'correctionsUntil'), index('path', 'path', '-open')],
  },
  { name: 'minutes_versions', indexes: [] },
  {
    name: 'minutes_corrections',
    indexes: [
      index('meeting', 'meetingId', 'personId'),
      index('listed', 'meetingId', '-at'),
      index('open', 'meetingId', 'state', '-at'),
      index('person', 'personId'),
    ],
  },
  {
    name: 'minutes_signatures',
    indexes: [
      index('meeting', 'meetingId', '_id'),
      index('version', 'meetingId', 'number', 'at'),
      index('person', 'personId'),
    ],
  },
  {
    name: 'motions',
    indexes: [
      index('path', 'path', '-closesAt'),
      index('meeting', 'meetingId'),
      index('proposal', 'proposalId'),
      index('state', 'state', 'closesAt'),
      index('place', 'placeId', 'state', 'closesAt'),
      index('settling', 'state', 'settlesAt'),
      index('choices', 'choicesPending', 'closesAt'),
      index('proxies-due', 'proxiesDue'),
    ],
  },
  { name: 'rolls', indexes: [] },
  { name: 'roll_entries', indexes: [index('home', 'rollId', 'homeIds'), index('key', 'rollId', 'keys')] },
  {
    name: 'roll_challenges',
    indexes: [
      index('motion', 'motionId', 'state', 'raisedAt'),
      index('person', 'motionId', 'personId'),
      index('own', 'personId'),
      index('path', 'path', 'state', 'raisedAt'),
    ],
  },
  {
    name: 'ballot_marks',
    indexes: [
      index('motion', 'motionId', '_id'),
      index('box', 'motionId', 'channel', 'castBy', '-castAt'),
      index('person', 'castBy', 'channel'),
    ],
  },
  { name: 'ballot_choices', indexes: [index('motion', 'motionId', '_id')] },
  { name: 'ballot_boxes', indexes: [] },
  { name: 'ballots', indexes: [index('motion', 'motionId', '_id'), index('person', 'castBy')] },
  { name: 'papers', indexes: [index('motion', 'motionId', 'state', 'registeredAt')] },
  {
    name: 'proxies',
    indexes: [
      index('holder', 'holderIds', '-givenAt'),
      index('code', 'codeHashes'),
      index('waiting', 'arenaId', 'waiting'),
      index('given', 'grants.principalId'),
      index('held', 'grants.holderId', '-givenAt'),
    ],
  },
  { name: 'proxy_holders', indexes: [] },
  {
    name: 'callings',
    indexes: [
      index('path', 'path', 'state', 'reached.at'),
      index('unchecked', 'state', 'unchecked'),
      index('counted', 'state', 'countedAt'),
    ],
  },
  {
    name: 'call_signatures',
    indexes: [index('calling', 'callingId', '_id'), index('person', 'personId')],
  },
  { name: 'figures', indexes: [] },
  { name: 'count_parts', indexes: [] },
  { name: 'count_seals', indexes: [] },
  { name: 'nomination_rounds', indexes: [index('path', 'path', '-createdAt')] },
  {
    name: 'nominations',
    indexes: [
      index('round', 'roundId', '_id'),
      index('nominator', 'roundId', 'nominatorId'),
      index('consent', 'roundId', 'consent.personId'),
      index('state', 'roundId', 'state', 'at'),
      index('code', 'code'),
      index('path', 'path', 'state', 'at'),
      index('by', 'nominatorId'),
      index('agreed', 'consent.personId'),
    ],
  },
  {
    name: 'charters',
    indexes: [index('place', 'placeId', 'createdAt'), index('path', 'path', 'createdAt')],
  },
  { name: 'charter_versions', indexes: [] },
  { name: 'charter_drafts', indexes: [index('charter', 'charterId', '-at')] },
  {
    name: 'resolutions',
    indexes: [
      index('path', 'path', '-publishedAt'),
      index('motion', 'motionId'),
      index('proposal', 'proposalId'),
      index('stage', 'stage', 'silentOn'),
      index('place', 'placeId', '-publishedAt'),
      index('responsible', 'items.responsible.placeId', 'stage'),
    ],
  },
  {
    name: 'audit',
    indexes: [
      index('sealed', 'sealed', '_id'),
      index('matter', 'matterId', 'at'),
      index('path', 'path', '-at'),
    ],
  },
  { name: 'audit_seals', indexes: [unique('number', 'number')] },
  { name: 'outbox', indexes: [index('state', 'state', 'createdAt')] },
  { name: 'inbox', indexes: [index('person', 'personId', '-createdAt')] },
  { name: 'subscriptions', indexes: [] },
  { name: 'rate_limits', indexes: [index('ends', 'endsAt')] },
  { name: 'settings', indexes: [] },
  { name: 'registers', indexes: [index('path', 'path'), index('applying', 'applying', 'movedAt')] },
  {
    name: 'register_versions',
    indexes: [index('place', 'placeId', 'state', '-createdAt'), index('state', 'state', 'createdAt')],
  },
  { name: 'register_batches', indexes: [index('content', 'contentId', 'n')] },
  { name: 'register_namesakes', indexes: [index('content', 'contentId', 'n')] },
  { name: 'register_leftovers', indexes: [index('at', 'at')] },
  { name: 'document_files', indexes: [index('until', 'until')] },
  { name: 'photo_records', indexes: [] },
  { name: 'path_boards', indexes: [] },
  {
    name: 'repairs',
    indexes: [
      index('path', 'path', '-createdAt'),
      index('stage', 'path', 'stage', 'createdAt'),
      index('objected', 'objections.personId'),
    ],
  },
  ...volunteerCollections,
] as const;

export type CollectionName = (typeof collections)[number]['name'];
