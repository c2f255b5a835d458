import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startTestCloud, type TestCloud } from '../support/local-cloud';
import { DAY, type PersonKey } from '../support/motions';
import { freshId, type SmallCommunity, smallCommunity } from '../support/persons';
import { inboxOf } from '../support/inbox';

let cloud: TestCloud;
let yard: SmallCommunity;

const as = (person: PersonKey) => cloud.as(yard.people[person].openid);
const detail = (person: PersonKey, id: string) => as(person).call('proposals.detail', { id });
const pass = async (days: number) => {
  await cloud.advance(days * DAY);
  await cloud.cloud.fireTimer('timer');
};
const titles = async (person: PersonKey) =>
  (await inboxOf(cloud, yard.people[person].openid)).map(({ title }) => title);

/** A street lamp that 王桂兰 saw broken, given to the property manager. */
async function given() {
  const text = '路灯坏了';
  const { id, revision } = await as('wang').call('proposals.submit', {
    ...{ clientId: freshId(), text, placeId: 'xingfuli' },
  });
  return as('secretary').call('proposals.triage', {
    ...{ clientId: freshId(), id, revision, route: 'public', reason: '公共设施' },
    ...{ holderLabel: '幸福里物业', holderOffice: 'property-manager' },
  });
}

async function reported() {
  const { id, revision } = await given();
  const report = { clientId: freshId(), id, revision, text: '灯换好了' };
  return as('propertyManager').call('proposals.closeHandled', report);
}

beforeEach(async () => {
  cloud = await startTestCloud();
  yard = await smallCommunity(cloud);
});
afterEach(() => cloud.close());

describe('a 公事 that was reported done', () => {
  it('[PRO-11] is closed by the author’s announced silence, after two reminders, and says so', async () => {
    const { id } = await reported();
    const { todo } = await as('wang').call('overview.home', {});
    expect(todo.find((card) => card.id === id)?.dueAt).toBeGreaterThan(cloud.cloud.clock.now());
    const reminders = async () => (await titles('wang')).filter((title) => title === '还在等您确认').length;
    await pass(3);
    expect(await reminders()).toBe(1);
    await pass(3);
    expect(await reminders()).toBe(2);
    expect((await detail('wang', id)).stage).toBe('done');
    await pass(1);
    const closed = await detail('wang', id);
    expect(closed).toMatchObject({ stage: 'closed', holder: { label: '已办结' } });
    expect(closed.timeline.at(-1)).toMatchObject({ kind: 'closed', title: '办结' });
  });

  it('[PRO-11] waits anew after the author has sent it back', async () => {
    const { id, revision } = await reported();
    await pass(6);
    const back = { clientId: freshId(), id, revision, reason: '晚上还是不亮' };
    const reopened = await as('wang').call('proposals.reopen', back);
    await pass(2);
    expect((await detail('wang', id)).stage).toBe('handling');
    const report = { clientId: freshId(), id, revision: reopened.revision, text: '又换了一次' };
    await as('propertyManager').call('proposals.closeHandled', report);
    await pass(6);
    expect((await detail('wang', id)).stage).toBe('done');
    await pass(1);
    expect((await detail('wang', id)).stage).toBe('closed');
  });
});

describe('the office that a 公事 was given to', () => {
  it('[PRO-12] hears of it and finds it at its desk and on its home page', async () => {
    const { id } = await given();
    const waits = async (person: PersonKey) => {
      const [{ groups }, { todo }] = await Promise.all([
        as(person).call('overview.desk', {}),
        as(person).call('overview.home', {}),
      ]);
      const handling = groups.filter(({ task }) => task === 'handling');
      const atDesk = handling.flatMap(({ items }) => items);
      return [atDesk, todo].map((rows) => rows.filter((row) => row.id === id).length);
    };
    expect(await titles('propertyManager')).toContain('有一件事交给您办');
    expect(await waits('propertyManager')).toEqual([1, 1]);
    // Another office of the place was given nothing; the secretary's desk sees all that is being handled.
    expect(await waits('zhou')).toEqual([0, 0]);
    expect(await waits('secretary')).toEqual([1, 0]);
  });

  it('[PRO-12] hears of it again when the author sends it back', async () => {
    const { id, revision } = await reported();
    const back = { clientId: freshId(), id, revision, reason: '晚上还是不亮' };
    await as('wang').call('proposals.reopen', back);
    expect(await titles('propertyManager')).toContain('一件事要重新办理');
  });
});
