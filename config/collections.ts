/** Collections and their indexes, as data: the local cloud enforces them, the deployment creates them. All are ADMINONLY. */
export const collections = [
  {
    name: 'places',
    indexes: [
      {
        name: 'parent',
        keys: [
          { field: 'parentId', order: 1 },
          { field: 'sort', order: 1 },
        ],
      },
    ],
  },
  {
    name: 'homes',
    indexes: [
      {
        name: 'path',
        keys: [
          { field: 'path', order: 1 },
          { field: '_id', order: 1 },
        ],
      },
      {
        name: 'place',
        keys: [
          { field: 'placeId', order: 1 },
          { field: 'label', order: 1 },
        ],
      },
    ],
  },
  {
    name: 'persons',
    indexes: [
      {
        name: 'places',
        keys: [
          { field: 'places', order: 1 },
          { field: '_id', order: 1 },
        ],
      },
      {
        name: 'offices',
        keys: [
          { field: 'offices.office', order: 1 },
          { field: 'offices.placeId', order: 1 },
        ],
      },
      { name: 'terms', keys: [{ field: 'offices.untilAt', order: 1 }] },
      { name: 'held-name', keys: [{ field: 'heldName.held', order: 1 }] },
    ],
  },
  { name: 'letterbox_codes', indexes: [{ name: 'hash', keys: [{ field: 'hash', order: 1 }] }] },
  {
    name: 'claims',
    indexes: [
      {
        name: 'path',
        keys: [
          { field: 'path', order: 1 },
          { field: 'state', order: 1 },
          { field: 'createdAt', order: 1 },
        ],
      },
      {
        name: 'person',
        keys: [
          { field: 'personId', order: 1 },
          { field: 'createdAt', order: -1 },
        ],
      },
    ],
  },
  {
    name: 'proposals',
    indexes: [
      {
        name: 'path',
        keys: [
          { field: 'path', order: 1 },
          { field: 'stage', order: 1 },
          { field: 'updatedAt', order: -1 },
        ],
      },
      {
        name: 'author',
        keys: [
          { field: 'authorIds', order: 1 },
          { field: 'createdAt', order: -1 },
        ],
      },
      {
        name: 'held',
        keys: [
          { field: 'held', order: 1 },
          { field: 'createdAt', order: 1 },
        ],
      },
    ],
  },
  {
    name: 'supports',
    indexes: [
      {
        name: 'proposal',
        keys: [
          { field: 'proposalId', order: 1 },
          { field: '_id', order: 1 },
        ],
      },
    ],
  },
  {
    name: 'opinions',
    indexes: [
      {
        name: 'subject',
        keys: [
          { field: 'subjectId', order: 1 },
          { field: 'rootId', order: 1 },
          { field: 'createdAt', order: -1 },
        ],
      },
      {
        name: 'root',
        keys: [
          { field: 'rootId', order: 1 },
          { field: 'createdAt', order: 1 },
        ],
      },
      {
        name: 'held',
        keys: [
          { field: 'held', order: 1 },
          { field: 'createdAt', order: 1 },
        ],
      },
    ],
  },
  {
    name: 'meetings',
    indexes: [
      {
        name: 'path',
        keys: [
          { field: 'path', order: 1 },
          { field: 'startsAt', order: -1 },
        ],
      },
      {
        name: 'place',
        keys: [
          { field: 'placeId', order: 1 },
          { field: 'stage', order: 1 },
          { field: 'startsAt', order: 1 },
        ],
      },
    ],
  },
  {
    name: 'attendances',
    indexes: [
      {
        name: 'meeting',
        keys: [
          { field: 'meetingId', order: 1 },
          { field: '_id', order: 1 },
        ],
      },
      { name: 'person', keys: [{ field: 'personId', order: 1 }] },
    ],
  },
  {
    name: 'motions',
    indexes: [
      {
        name: 'path',
        keys: [
          { field: 'path', order: 1 },
          { field: 'closesAt', order: -1 },
        ],
      },
      { name: 'meeting', keys: [{ field: 'meetingId', order: 1 }] },
      { name: 'proposal', keys: [{ field: 'proposalId', order: 1 }] },
      {
        name: 'state',
        keys: [
          { field: 'state', order: 1 },
          { field: 'closesAt', order: 1 },
        ],
      },
      {
        name: 'place',
        keys: [
          { field: 'placeId', order: 1 },
          { field: 'state', order: 1 },
          { field: 'closesAt', order: 1 },
        ],
      },
    ],
  },
  { name: 'rolls', indexes: [] },
  {
    name: 'roll_entries',
    indexes: [
      {
        name: 'home',
        keys: [
          { field: 'rollId', order: 1 },
          { field: 'homeIds', order: 1 },
        ],
      },
      {
        name: 'key',
        keys: [
          { field: 'rollId', order: 1 },
          { field: 'keys', order: 1 },
        ],
      },
    ],
  },
  {
    name: 'ballots',
    indexes: [
      {
        name: 'motion',
        keys: [
          { field: 'motionId', order: 1 },
          { field: '_id', order: 1 },
        ],
      },
    ],
  },
  { name: 'figures', indexes: [] },
  {
    name: 'resolutions',
    indexes: [
      {
        name: 'path',
        keys: [
          { field: 'path', order: 1 },
          { field: 'publishedAt', order: -1 },
        ],
      },
      { name: 'motion', keys: [{ field: 'motionId', order: 1 }] },
      { name: 'proposal', keys: [{ field: 'proposalId', order: 1 }] },
      {
        name: 'stage',
        keys: [
          { field: 'stage', order: 1 },
          { field: 'silentOn', order: 1 },
        ],
      },
      {
        name: 'place',
        keys: [
          { field: 'placeId', order: 1 },
          { field: 'publishedAt', order: -1 },
        ],
      },
      {
        name: 'responsible',
        keys: [
          { field: 'items.responsible.placeId', order: 1 },
          { field: 'stage', order: 1 },
        ],
      },
    ],
  },
  {
    name: 'audit',
    indexes: [
      {
        name: 'sealed',
        keys: [
          { field: 'sealed', order: 1 },
          { field: '_id', order: 1 },
        ],
      },
      {
        name: 'matter',
        keys: [
          { field: 'matterId', order: 1 },
          { field: 'at', order: 1 },
        ],
      },
      {
        name: 'path',
        keys: [
          { field: 'path', order: 1 },
          { field: 'at', order: -1 },
        ],
      },
    ],
  },
  { name: 'audit_seals', indexes: [{ name: 'number', keys: [{ field: 'number', order: 1 }], unique: true }] },
  {
    name: 'outbox',
    indexes: [
      {
        name: 'state',
        keys: [
          { field: 'state', order: 1 },
          { field: 'createdAt', order: 1 },
        ],
      },
    ],
  },
  {
    name: 'inbox',
    indexes: [
      {
        name: 'person',
        keys: [
          { field: 'personId', order: 1 },
          { field: 'createdAt', order: -1 },
        ],
      },
    ],
  },
  { name: 'subscriptions', indexes: [] },
  { name: 'rate_limits', indexes: [{ name: 'ends', keys: [{ field: 'endsAt', order: 1 }] }] },
  { name: 'settings', indexes: [] },
] as const;

export type CollectionName = (typeof collections)[number]['name'];
