import { index } from './indexes';

/** Collections of volunteers: teams, tasks, shifts, hours, surge calls. */
export const volunteerCollections = [
  {
    name: 'volunteers',
    indexes: [
      index('code', 'code'),
      index('reported', 'reports.placeId'),
      index('reported-within', 'reports.path'),
    ],
  },
  {
    name: 'teams',
    indexes: [
      index('path', 'path', 'closed', 'createdAt'),
      index('place', 'placeId', 'closed', 'createdAt'),
      index('leaders', 'leaders'),
    ],
  },
  {
    name: 'team_members',
    indexes: [index('team', 'teamId', 'state', 'at'), index('person', 'personId')],
  },
  {
    name: 'tasks',
    indexes: [
      index('path', 'path', 'state', '-createdAt'),
      index('place', 'placeId', 'state', '-createdAt'),
      index('sweeping', 'sweeping', 'createdAt'),
    ],
  },
  {
    name: 'shifts',
    indexes: [
      index('path', 'path', 'startsAt'),
      index('place', 'placeId', 'startsAt'),
      index('task', 'taskId', 'startsAt'),
      index('coming', 'taskId', 'endsAt'),
      index('open', 'taskId', 'state', 'startsAt'),
      index('due', 'dueAt'),
      index('month', 'path', 'month', 'state'),
    ],
  },
  {
    name: 'service_records',
    indexes: [
      index('shift', 'shiftId'),
      index('person', 'personId', '-startsAt'),
      index('done', 'personId', 'state'),
      index('month', 'path', 'month', '-startsAt'),
    ],
  },
  { name: 'patrol_logs', indexes: [index('shift', 'shiftId', '-at'), index('person', 'personId')] },
  {
    name: 'surges',
    indexes: [
      index('path', 'path', '-askedAt'),
      index('place', 'placeId', '-askedAt'),
      index('open', 'placeId', 'closedAt', 'closesAt'),
    ],
  },
  {
    name: 'surge_answers',
    indexes: [index('surge', 'surgeId', 'coming', 'at'), index('person', 'personId')],
  },
] as const;
