import type { CallRequest } from '@contract/calls';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type {
  CharterDocument,
  CharterVersionDocument,
} from '../../cloudfunctions/modules/charters/documents';
import type {
  CorrectionDocument,
  MinutesDocument,
  SignatureDocument,
} from '../../cloudfunctions/modules/minutes/documents';
import { type BrokenCall, doneOnce } from '../support/broken-once';
import { documentsOf } from '../support/documents';
import { startTestCloud, type TestCloud } from '../support/local-cloud';
import { minutesCallsOf } from '../support/minutes';
import { DAY, motionCallsOf, ownersPoll } from '../support/motions';
import { freshId, type SmallCommunity, smallCommunity } from '../support/persons';
import { uploadPhoto } from '../support/photos';

const TIME = 600_000;
const BREAKS = ['fail', 'fail-after'] as const;
const FIRST = [{ id: 'a', text: '先说事，后评理。' }];
const SECOND = [...FIRST, { id: 'b', text: '不点名骂人。' }];

let cloud: TestCloud;
let yard: SmallCommunity;
let minutes: ReturnType<typeof minutesCallsOf>;
let on: ReturnType<typeof motionCallsOf>;
let photo: string;

beforeAll(async () => {
  cloud = await startTestCloud();
  yard = await smallCommunity(cloud);
  minutes = minutesCallsOf(cloud, yard);
  on = motionCallsOf(cloud, yard);
  photo = await uploadPhoto(cloud, yard.people.secretary.openid);
});
afterEach(() => cloud.cloud.faults.reset());
afterAll(() => cloud.close());

/** What is stored of the minutes of one meeting. */
const minutesStand = (id: string) => async () => {
  const record = (await documentsOf<MinutesDocument>(cloud.cloud, 'minutes')).find(({ _id }) => _id === id);
  const words = await documentsOf<{ meetingId: string }>(cloud.cloud, 'minutes_versions');
  const asked = await documentsOf<CorrectionDocument>(cloud.cloud, 'minutes_corrections');
  const signed = await documentsOf<SignatureDocument>(cloud.cloud, 'minutes_signatures');
  return {
    versions: record?.versions.length ?? 0,
    words: words.filter(({ meetingId }) => meetingId === id).length,
    chaired: Boolean(record?.versions.at(-1)?.chair),
    open: record?.open ?? 0,
    asked: asked.filter(({ meetingId }) => meetingId === id).map(({ state }) => state),
    signed: signed.filter(({ meetingId }) => meetingId === id).length,
  };
};
const RELEASED = { versions: 1, words: 1, chaired: false, open: 0, asked: [] as string[], signed: 0 };

async function released() {
  const id = await minutes.held();
  await minutes.release(id, '商量了停车位，先划线。');
  return { id, stands: minutesStand(id) };
}

async function releaseInput(id: string, more: object) {
  const { meetingRevision: revision, draftRevision } = await minutes.record('secretary', id);
  return {
    id,
    revision,
    draftRevision,
    text: '商量了停车位。',
    items: [{ itemId: 'a', text: '先划线' }],
    ...more,
  };
}

const ofMinutes: [string, () => Promise<BrokenCall>][] = [
  [
    '[MIN-1] releasing the first version',
    async () => {
      const id = await minutes.held();
      const input = await releaseInput(id, {});
      return {
        by: 'secretary',
        action: 'meetings.recordMinutes',
        input,
        stands: minutesStand(id),
        after: RELEASED,
      };
    },
  ],
  [
    '[MIN-3] asking for a correction',
    async () => {
      const { id, stands } = await released();
      const input = { id, itemId: 'a', wrong: '少写了一件事', should: '先划线，再装灯' };
      const after = { ...RELEASED, open: 1, asked: ['open'] };
      return { by: 'wang', action: 'minutes.askCorrection', input, stands, after };
    },
  ],
  [
    '[MIN-4] taking a correction over into a new version',
    async () => {
      const { id, stands } = await released();
      await minutes.ask('wang', id);
      const all = await documentsOf<CorrectionDocument>(cloud.cloud, 'minutes_corrections');
      const adopts = all.filter(({ meetingId }) => meetingId === id).map(({ _id }) => _id);
      const input = await releaseInput(id, { text: '先划线，再装灯。', change: '补上装灯', adopts });
      const after = { ...RELEASED, versions: 2, words: 2, asked: ['adopted'] };
      return { by: 'secretary', action: 'meetings.recordMinutes', input, stands, after };
    },
  ],
  ...(['chair', 'attendee'] as const).map((role): [string, () => Promise<BrokenCall>] => [
    `[MIN-7] signing as ${role}`,
    async () => {
      const { id, stands } = await released();
      const by = role === 'chair' ? 'secretary' : 'wang';
      const [newest] = (await minutes.record(by, id)).versions;
      const input = { id, number: 1, hash: newest?.hash, role };
      const after = role === 'chair' ? { ...RELEASED, chaired: true } : { ...RELEASED, signed: 1 };
      return { by, action: 'minutes.sign', input, stands, after };
    },
  ]),
];

let nth = 0;
const rules = (changes: Partial<CallRequest<'charters.record'>> = {}) => {
  nth += 1;
  return {
    ...{ placeId: 'xingfuli', kind: 'yard-rules' as const, title: `议事规矩${nth}`, articles: FIRST },
    ...{ decidedOn: '2020-05-01', decidedBy: '坝坝会', photos: [photo], ...changes },
  };
};
const recorded = (input: ReturnType<typeof rules>) =>
  on.as('secretary').call('charters.record', { clientId: freshId(), ...input });

/** What is stored of the rules of one title: their versions, which of them are filed, and the texts. */
const rulesStand = (title: string) => async () => {
  const all = await documentsOf<CharterDocument>(cloud.cloud, 'charters');
  const charter = all.find((one) => one.title === title);
  const texts = await documentsOf<CharterVersionDocument>(cloud.cloud, 'charter_versions');
  return {
    versions: charter?.versions.map(({ filing }) => (filing ? 'filed' : 'not filed')) ?? [],
    texts: texts.filter(({ charterId }) => charterId === charter?._id).length,
  };
};

/** A vote on a change that was carried and counted, and waits for its resolution. */
async function carried() {
  const input = rules();
  const { id: charterId } = await recorded(input);
  const opensAt = cloud.cloud.clock.now();
  const window = { opensAt, closesAt: opensAt + 10 * DAY };
  const vote = { body: 'yard', subject: 'yard-matter', base: 'cast' } as const;
  const { id, revision } = await on.draft('secretary', ownersPoll({ ...vote, window }));
  await on.as('secretary').call('charters.draftChange', {
    ...{ clientId: freshId(), motionId: id, revision, charterId, base: 1, articles: SECOND },
  });
  const motion = await on.announce('secretary', await on.detail('secretary', id));
  for (const by of ['wang', 'zhao', 'zhou'] as const) await on.cast(by, id, 'yes');
  await on.count(motion);
  return { id, title: input.title };
}

const ofRules: [string, () => Promise<BrokenCall>][] = [
  [
    '[CHART-1] recording the first version',
    () => {
      const input = rules();
      const after = { versions: ['not filed'], texts: 1 };
      const stands = rulesStand(input.title);
      return Promise.resolve({ by: 'secretary', action: 'charters.record', input, stands, after });
    },
  ],
  [
    '[CHART-6] recording that it was filed',
    async () => {
      const title = `自治章程${nth}`;
      const changes = { placeId: 'lantian', kind: 'self-government-charter' as const, title };
      const { id, revision } = await recorded({ ...rules(), ...changes });
      const input = { id, revision, number: 1, filedOn: '2026-03-01', office: '望江街道', photos: [photo] };
      const after = { versions: ['filed'], texts: 1 };
      return { by: 'secretary', action: 'charters.file', input, stands: rulesStand(title), after };
    },
  ],
  [
    '[CHART-3] publishing the result that makes the next version',
    async () => {
      const { id: motionId, title } = await carried();
      const until = new Date(cloud.cloud.clock.now() + 20 * DAY).toISOString().slice(0, 10);
      const input = { motionId, text: '按表决结果执行。', publishedUntilOn: until };
      const after = { versions: ['not filed', 'not filed'], texts: 2 };
      return { by: 'secretary', action: 'resolutions.publish', input, stands: rulesStand(title), after };
    },
  ],
];

describe.each(BREAKS)('minutes whose database request does %s', (then) => {
  it.each(ofMinutes)(
    '[IDM-4] %s is done once, whichever it is',
    async (_, prepare) => {
      expect(await doneOnce(cloud, yard, then, prepare)).toBeGreaterThan(6);
    },
    TIME,
  );
});

describe.each(BREAKS)('written rules whose database request does %s', (then) => {
  it.each(ofRules)(
    '[IDM-4] %s is done once, whichever it is',
    async (_, prepare) => {
      expect(await doneOnce(cloud, yard, then, prepare)).toBeGreaterThan(6);
    },
    TIME,
  );
});
