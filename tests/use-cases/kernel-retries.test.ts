import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { documentsOf } from '../support/documents';
import { startTestCloud, TEST_NOW, type TestCloud } from '../support/local-cloud';
import { ownersPoll } from '../support/motions';
import { freshId, signInAs, type SmallCommunity, smallCommunity } from '../support/persons';

interface Entry {
  _id: string;
  actorId: string;
  action: string;
  subject: { kind: string; id: string };
  path: string[];
  at: number;
  sealed: boolean;
}

const YEAR = 365 * 24 * 3600 * 1000;

let cloud: TestCloud;
let yard: SmallCommunity;

const entries = async (action: string, subjectId: string) =>
  (await documentsOf<Entry>(cloud.cloud, 'audit')).filter(
    (entry) => entry.action === action && entry.subject.id === subjectId,
  );
const intents = async (personId: string) =>
  (await documentsOf<{ audience: { persons?: string[] } }>(cloud.cloud, 'outbox')).filter((message) =>
    message.audience.persons?.includes(personId),
  );
const appointment = (personId: string) => ({
  clientId: freshId(),
  personId,
  office: 'grid-worker' as const,
  placeId: 'liulin',
  fromAt: TEST_NOW,
  untilAt: TEST_NOW + YEAR,
});
const asAdministrator = () => cloud.as(yard.people.administrator.openid);

async function standsOnce(personId: string): Promise<void> {
  const people = await documentsOf<{ _id: string; offices: unknown[] }>(cloud.cloud, 'persons');
  expect(people.find((person) => person._id === personId)?.offices).toHaveLength(1);
  expect(await entries('members.appoint', personId)).toHaveLength(1);
  expect(await intents(personId)).toHaveLength(1);
}

beforeAll(async () => {
  cloud = await startTestCloud();
  yard = await smallCommunity(cloud);
});
afterEach(() => cloud.cloud.faults.reset());
afterAll(() => cloud.close());

describe('the same call again', () => {
  it('[IDM-1] changes nothing and is answered like the first', async () => {
    const person = cloud.as(yard.people.wang.openid);
    const input = { clientId: freshId(), name: '王孃孃' };
    const first = await person.call('members.updateProfile', input);
    const before = await documentsOf(cloud.cloud, 'persons');
    expect(await person.call('members.updateProfile', input)).toEqual(first);
    expect(await documentsOf(cloud.cloud, 'persons')).toEqual(before);
  });

  it('[AUD-4] writes no second entry, also when both come at once', async () => {
    const personId = await signInAs(cloud, 'o_both-at-once', '同时');
    const input = appointment(personId);
    const answers = await Promise.all([1, 2, 3].map(() => asAdministrator().call('members.appoint', input)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    await standsOnce(personId);
  });

  it('[IDM-2] with another input is refused', async () => {
    const person = cloud.as(yard.people.zhou.openid);
    const clientId = freshId();
    await person.call('members.updateProfile', { clientId, name: '周孃孃' });
    const other = person.call('members.updateProfile', { clientId, name: '别人' });
    await expect(other).rejects.toMatchObject({ code: 'CLIENT_ID_REUSED' });
    expect((await person.call('members.me', {})).name).toBe('周孃孃');
  });

  it('[IDM-3] by another person, or for another action, is another call', async () => {
    const clientId = freshId();
    const [zhao, feng] = [cloud.as(yard.people.zhao.openid), cloud.as(yard.people.feng.openid)];
    await zhao.call('members.updateProfile', { clientId, name: '赵哥' });
    expect((await feng.call('members.updateProfile', { clientId, name: '冯妹' })).name).toBe('冯妹');
    const homeId = yard.homes['liulin-101'];
    expect((await feng.call('members.leaveHome', { clientId, homeId })).ties).toEqual([]);
  });
});

describe('a call that fails on the way', () => {
  it.each(['fail', 'fail-after'] as const)(
    '[IDM-4] is completed by its retry, whichever database request did %s',
    async (then) => {
      let struck = true;
      let nth = 0;
      while (struck) {
        nth += 1;
        const personId = await signInAs(cloud, `o_${then}-${nth}`, '重试');
        const input = appointment(personId);
        const fault = cloud.cloud.faults.on({ action: /^database\./, nth, then });
        const first = await asAdministrator().send('members.appoint', input);
        struck = fault.hits > 0;
        cloud.cloud.faults.reset();
        const again = await asAdministrator().call('members.appoint', input);
        if (first.ok) expect(first.data).toEqual(again);
        await standsOnce(personId);
      }
      expect(nth).toBeGreaterThan(8);
    },
    60_000,
  );

  it('[AUD-1] leaves neither the change, nor its entry, nor its message', async () => {
    for (const collection of ['audit', 'outbox', 'persons'] as const) {
      const personId = await signInAs(cloud, `o_broken-${collection}`, '半途');
      const action = /^database\.(insertDocument|modifyDocument)$/;
      const fault = cloud.cloud.faults.on({ action, collection, then: 'fail' });
      const answer = await asAdministrator().send('members.appoint', appointment(personId));
      expect(answer).toMatchObject({ ok: false, error: { code: 'INTERNAL' } });
      expect(fault.hits, collection).toBe(1);
      cloud.cloud.faults.reset();
      const people = await documentsOf<{ _id: string; offices: unknown[] }>(cloud.cloud, 'persons');
      expect(people.find((person) => person._id === personId)?.offices).toEqual([]);
      expect(await entries('members.appoint', personId)).toEqual([]);
      expect(await intents(personId)).toEqual([]);
    }
  });

  it.each(['database.modifyDocument', 'database.insertDocument', 'database.commitTransaction'])(
    '[IDM-5] is tried again inside after a conflict in %s',
    async (action) => {
      const personId = await signInAs(cloud, `o_conflict-${action.slice(9)}`, '冲突');
      const collection = { 'database.modifyDocument': 'persons', 'database.insertDocument': 'outbox' }[
        action
      ];
      const fault = cloud.cloud.faults.on({ action, collection, then: 'conflict', times: 2 });
      await asAdministrator().call('members.appoint', appointment(personId));
      expect(fault.hits).toBe(2);
      cloud.cloud.faults.reset();
      await standsOnce(personId);
    },
  );

  it('[IDM-5] gives up with BUSY when conflicts do not end, and has changed nothing', async () => {
    const personId = await signInAs(cloud, 'o_busy', '繁忙');
    const commit = { action: 'database.commitTransaction', then: 'conflict', times: Infinity } as const;
    cloud.cloud.faults.on(commit);
    const answer = await asAdministrator().send('members.appoint', appointment(personId));
    expect(answer).toMatchObject({ ok: false, error: { code: 'BUSY' } });
    cloud.cloud.faults.reset();
    expect(await entries('members.appoint', personId)).toEqual([]);
  });
});

describe('the audit', () => {
  it('[AUD-2] says who did what to which document, in which place and when', async () => {
    const personId = await signInAs(cloud, 'o_audited', '有据');
    await asAdministrator().call('members.appoint', appointment(personId));
    expect(await entries('members.appoint', personId)).toMatchObject([
      {
        actorId: yard.people.administrator.personId,
        actorName: '谢明远',
        subject: { kind: 'person', id: personId },
        path: [yard.places.city, 'linjiang', 'wangjiang', 'lantian', 'liulin'],
        at: TEST_NOW,
        facts: { office: 'grid-worker', placeId: 'liulin' },
      },
    ]);
  });

  it('[AUD-3] keeps each entry as it was written, but for the mark that it is sealed', async () => {
    const bare = async () => {
      const rows = await documentsOf<Entry>(cloud.cloud, 'audit');
      return rows.map(({ sealed: _mark, ...entry }) => JSON.stringify(entry)).sort();
    };
    const before = await bare();
    await cloud.cloud.fireTimer('timer');
    await cloud.as(yard.people.secretary.openid).call('audit.entries', { placeId: 'lantian' });
    await asAdministrator().call('members.updateProfile', { clientId: freshId(), name: '谢哥' });
    const after = await bare();
    expect(after).toHaveLength(before.length + 1);
    expect(after).toEqual(expect.arrayContaining(before));
  });
});

describe('a text that passed', () => {
  const silent = { action: 'openapi.security.msgSecCheck', then: 'fail', times: Infinity } as const;

  it('[IDM-4] is not asked about again by the retry of its command', async () => {
    const secretary = cloud.as(yard.people.secretary.openid);
    const input = { clientId: freshId(), ...ownersPoll() };
    const { id } = await secretary.call('motions.draft', input);
    cloud.cloud.faults.on(silent);
    expect((await secretary.call('motions.draft', input)).id).toBe(id);
    const other = { clientId: freshId(), ...ownersPoll() };
    await expect(secretary.call('motions.draft', other)).rejects.toMatchObject({ code: 'CONTENT_UNCHECKED' });
  });

  it.each([2400, 2498, 2600, 4890])('[SEC-8] is read to its end: a word after %i others', async (before) => {
    const text = `${'说'.repeat(before)}测试违规${'完'.repeat(30)}`;
    const minutes = { clientId: freshId(), id: 'meeting', revision: 1, text };
    const asked = cloud.as(yard.people.secretary.openid).call('meetings.recordMinutes', minutes);
    await expect(asked).rejects.toMatchObject({ code: 'CONTENT_REFUSED' });
  });
});
