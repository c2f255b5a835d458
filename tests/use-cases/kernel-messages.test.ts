import { EJSON } from 'bson';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { CollectionName } from '../../config/collections';
import { documentsOf } from '../support/documents';
import { FUNCTION_ENV } from '../support/function-env';
import { startTestCloud, TEST_NOW, type TestCloud } from '../support/local-cloud';
import { freshId, signInAs, type SmallCommunity, smallCommunity } from '../support/persons';
import { inboxOf } from '../support/inbox';

const TEMPLATE = 'tmpl-office';
const YEAR = 365 * 24 * 3600 * 1000;

interface Delivered {
  personId: string;
  title: string;
  readAt: number | null;
}

let cloud: TestCloud;
let yard: SmallCommunity;

const tick = () => cloud.cloud.fireTimer('timer');
const inbox = async (personId: string) =>
  (await documentsOf<Delivered>(cloud.cloud, 'inbox')).filter((message) => message.personId === personId);
const pending = async () =>
  (await documentsOf<{ state: string }>(cloud.cloud, 'outbox')).filter((one) => one.state === 'pending')
    .length;

async function put(collectionName: CollectionName, rows: object[]): Promise<void> {
  const data = rows.map((row) => EJSON.stringify(row, { relaxed: false }));
  await cloud.cloud.database.handle({ action: 'database.insertDocument', collectionName, data });
}

const outboxMessage = (_id: string, audience: object, title = '通知') => ({
  ...{ _id, audience, title, kind: 'meeting', body: '正文', link: '/packages/meetings/detail/index?id=1' },
  ...{ state: 'pending', createdAt: TEST_NOW, cursor: null },
});

/** An officer's appointment is a change that tells one person. */
async function appointed(openid: string, placeId = 'liulin'): Promise<string> {
  const personId = await signInAs(cloud, openid, '收信人');
  const term = { office: 'grid-worker' as const, placeId, fromAt: TEST_NOW, untilAt: TEST_NOW + YEAR };
  const administrator = cloud.as(yard.people.administrator.openid);
  await administrator.call('members.appoint', { clientId: freshId(), personId, ...term });
  return personId;
}

beforeAll(async () => {
  const template = { office: { id: TEMPLATE, title: 'thing1', body: 'thing2' } };
  cloud = await startTestCloud({
    functionEnv: { ...FUNCTION_ENV, YARD_TEMPLATES: JSON.stringify(template) },
  });
  yard = await smallCommunity(cloud);
  await tick();
});
afterEach(() => cloud.cloud.faults.reset());
afterAll(() => cloud.close());

describe('the inbox', () => {
  it('[MSG-1] gets later what could not be delivered at first', async () => {
    const personId = await appointed('o_late');
    const fault = cloud.cloud.faults.on({
      action: 'database.insertDocument',
      collection: 'inbox',
      then: 'fail',
    });
    await tick();
    expect(fault.hits).toBe(1);
    expect(await inbox(personId)).toEqual([]);
    expect(await pending()).toBe(1);
    await tick();
    expect(await inbox(personId)).toHaveLength(1);
    expect(await pending()).toBe(0);
  });

  it('[MSG-1] gets the next message although one cannot be delivered', async () => {
    const first = await appointed('o_stuck');
    const second = await appointed('o_not-stuck');
    cloud.cloud.faults.on({ action: 'database.insertDocument', collection: 'inbox', then: 'fail' });
    await tick();
    expect((await inbox(first)).length + (await inbox(second)).length).toBe(1);
    await tick();
    expect([await inbox(first), await inbox(second)].map((messages) => messages.length)).toEqual([1, 1]);
  });

  it('[MSG-2] shows a message once although its delivery was repeated', async () => {
    const personId = await appointed('o_repeated');
    cloud.cloud.faults.on({ action: 'database.modifyDocument', collection: 'outbox', then: 'fail' });
    await tick();
    expect(await pending()).toBe(1);
    await tick();
    expect(await pending()).toBe(0);
    expect(await inbox(personId)).toHaveLength(1);
  });

  it('[MSG-2] reaches everybody of a large place once, also when the delivery broke off on the way', async () => {
    const people = Array.from({ length: 250 }, (_none, n) => ({
      _id: `crowd-${String(n).padStart(3, '0')}`,
      openid: `o_crowd-${n}`,
      places: ['crowded'],
    }));
    for (let from = 0; from < people.length; from += 50) await put('persons', people.slice(from, from + 50));
    await put('outbox', [outboxMessage('to-crowd', { placeId: 'crowded' }, '全体通知')]);
    cloud.cloud.faults.on({ action: 'database.insertDocument', collection: 'inbox', nth: 130, then: 'fail' });
    await tick();
    expect(await pending()).toBe(1);
    await tick();
    const all = (await documentsOf<Delivered>(cloud.cloud, 'inbox')).filter(
      (one) => one.title === '全体通知',
    );
    expect(all).toHaveLength(250);
    expect(new Set(all.map((message) => message.personId)).size).toBe(250);
  });

  it('[MSG-2] gets a message named to one person twice only once', async () => {
    const { personId } = yard.people.zeng;
    await put('outbox', [outboxMessage('named-twice', { persons: [personId, personId, 'nobody'] }, '点名')]);
    await tick();
    expect((await inbox(personId)).filter((message) => message.title === '点名')).toHaveLength(1);
  });

  it('[MSG-5] is read and marked by its owner only', async () => {
    await appointed('o_reader');
    await tick();
    const reader = cloud.as('o_reader');
    const [message] = (await reader.call('messages.list', {})).items;
    const ids = [message?.id ?? ''];
    const feng = cloud.as(yard.people.feng.openid);
    expect((await feng.call('messages.list', {})).items.map(({ id }) => id)).not.toContain(ids[0]);
    await feng.call('messages.markRead', { clientId: freshId(), ids });
    expect(await reader.call('messages.unread', {})).toEqual({ unread: 1 });
    expect(await reader.call('messages.markRead', { clientId: freshId(), ids })).toEqual({ unread: 0 });
    expect((await reader.call('messages.list', {})).items).toMatchObject([{ readAt: TEST_NOW }]);
  });

  it('shows messages of the same instant on one page or the next, none twice and none never', async () => {
    const { personId, openid } = yard.people.zeng;
    const rows = Array.from({ length: 45 }, (_none, n) =>
      outboxMessage(`same-${n}`, { persons: [personId] }, `同时${n}`),
    );
    await put('outbox', rows);
    await tick();
    const titles = (await inboxOf(cloud, openid)).map(({ title }) => title);
    expect(titles.filter((title) => title.startsWith('同时'))).toHaveLength(45);
    expect(new Set(titles.filter((title) => title.startsWith('同时'))).size).toBe(45);
  });
});

describe('a subscription message', () => {
  const accept = async (openid: string) => {
    cloud.cloud.outbox.accept(openid, TEMPLATE);
    const input = { clientId: freshId(), templates: [TEMPLATE, 'unknown'] };
    return cloud.as(openid).call('messages.acceptSubscription', input);
  };
  const sent = (openid: string) => cloud.cloud.outbox.messages(openid);

  it('[MSG-3] is sent once for one acceptance, and not without one', async () => {
    await signInAs(cloud, 'o_subscriber', '收信人');
    expect(await accept('o_subscriber')).toEqual({ accepted: 1 });
    await appointed('o_subscriber', 'liulin');
    await tick();
    await tick();
    expect(sent('o_subscriber')).toMatchObject([
      { templateId: TEMPLATE, page: 'pages/mine/index', data: { thing1: '您在柳林新苑有了新的职务' } },
    ]);
    await appointed('o_subscriber', 'sanzu');
    await tick();
    expect(sent('o_subscriber')).toHaveLength(1);
    const { templates } = await cloud.as('o_subscriber').call('messages.subscriptions', {});
    expect(templates).toEqual([{ kind: 'office', id: TEMPLATE, left: 0 }]);
  });

  it('[MSG-3] is not sent again when its answer was lost', async () => {
    await signInAs(cloud, 'o_lost-answer', '收信人');
    await accept('o_lost-answer');
    await accept('o_lost-answer');
    const personId = await appointed('o_lost-answer');
    cloud.cloud.faults.on({ action: 'openapi.subscribeMessage.send', then: 'fail-after' });
    await tick();
    await tick();
    expect(sent('o_lost-answer')).toHaveLength(1);
    expect(await inbox(personId)).toHaveLength(1);
  });
});
