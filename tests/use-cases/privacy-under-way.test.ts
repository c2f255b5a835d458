import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { PersonDocument } from '../../cloudfunctions/kernel/person';
import { documentsOf } from '../support/documents';
import { startTestCloud, type TestCloud } from '../support/local-cloud';
import { DAY } from '../support/motions';
import { nominationCallsOf } from '../support/nominations';
import { freshId, signInAs, smallCommunity, type SmallCommunity } from '../support/persons';
import { until } from '../support/until';
import { codeOf } from '../support/wangs-paper';

const HOUR = 3_600_000;

let cloud: TestCloud;
let yard: SmallCommunity;

beforeAll(async () => {
  cloud = await startTestCloud();
  yard = await smallCommunity(cloud);
});
afterEach(() => cloud.cloud.faults.reset());
afterAll(() => cloud.close());

/** Sends a call, holds its transaction back until its person has left, and lets it go on. */
async function overtaken(openid: string, action: string, input: object) {
  const { personId } = await cloud.as(openid).call('privacy.leaving', {});
  const held = cloud.cloud.faults.on({
    ...{ action: /^database\.startTransaction/, nth: 1, then: { delay: 60_000 } },
  });
  const call = cloud.as(openid).send(action, { clientId: freshId(), ...input });
  await until(() => held.hits === 1);
  const left = await cloud.as(openid).send('privacy.leave', { clientId: freshId(), personId, sure: true });
  cloud.cloud.faults.reset();
  return { left: codeOf(left), call: codeOf(await call) };
}

const rowsOf = async (name: 'claims' | 'subscriptions' | 'inbox', id: string) =>
  (await documentsOf<{ _id: string; personId?: string }>(cloud.cloud, name)).filter(
    (row) => row._id === id || row.personId === id,
  );

describe('a call that was under way when its person left', () => {
  it('[KEEP-2] writes no name, number or claim any more, and nobody is given an office who has left', async () => {
    const openid = 'o_under-way';
    const home = { homeId: yard.homes['2-1-101'], relation: 'owner', registerName: '业主2-1-101' };
    for (const [action, input] of [
      ['members.updateProfile', { phone: '13900000009' }],
      ['members.claimWithProof', home],
    ] as const) {
      const id = await signInAs(cloud, openid, '丁路过');
      expect(await overtaken(openid, action, input)).toEqual({ left: 'ok', call: 'NOT_FOUND' });
      const gone = (await documentsOf<PersonDocument>(cloud.cloud, 'persons')).find(({ _id }) => _id === id);
      expect(gone).toMatchObject({ name: '已注销', phoneCipher: null, openid: '' });
      expect(await rowsOf('claims', id)).toEqual([]);
      const office = { personId: id, office: 'grid-worker' as const, placeId: 'lantian' };
      const term = { fromAt: Date.UTC(2026, 0, 1), untilAt: Date.UTC(2027, 0, 1) };
      const given = { clientId: freshId(), ...office, ...term };
      const administrator = cloud.as(yard.people.administrator.openid);
      expect(codeOf(await administrator.send('members.appoint', given))).toBe('NOT_FOUND');
    }
  });

  it('[KEEP-2] leaves nothing behind an hour later', async () => {
    const openid = 'o_subscriber';
    const id = await signInAs(cloud, openid, '丁路过');
    expect(await overtaken(openid, 'messages.acceptSubscription', { templates: ['some'] })).toEqual({
      ...{ left: 'ok', call: 'ok' },
    });
    expect(await rowsOf('subscriptions', id)).toHaveLength(1);
    await cloud.advance(HOUR);
    await cloud.cloud.fireTimer('timer');
    expect(await rowsOf('subscriptions', id)).toEqual([]);
  });
});

describe('a nominee who leaves', () => {
  it('[NOM-7] [NOM-5] is taken out and the vote called off before it opens; after it they are shown as gone', async () => {
    const on = nominationCallsOf(cloud, yard);
    const { id: roundId } = await on.open();
    for (const who of ['zhou', 'zhao', 'liuFang', 'maXiaolong'] as const)
      await on.candidate('wang', who, roundId);
    await cloud.advance(5 * DAY + 1);
    const leave = (by: 'liuFang' | 'maXiaolong') => {
      const { openid, personId } = yard.people[by];
      return cloud.as(openid).send('privacy.leave', { clientId: freshId(), personId, sure: true });
    };
    const shown = async () =>
      (await on.round('wang', roundId)).nominees.map(({ name, left }) => [name, left] as const);
    const early = await on.draftVote({ id: roundId }, 'households', 2 * HOUR);
    await on.announce('secretary', await on.detail('secretary', early));
    expect(codeOf(await leave('liuFang'))).toBe('ok');
    expect((await shown()).map(([name]) => name)).toEqual(['周素珍', '赵国强', '马小龙']);
    expect(await on.detail('wang', early)).toMatchObject({ phase: 'cancelled' });
    const late = await on.draftVote({ id: roundId }, 'households');
    await on.announce('secretary', await on.detail('secretary', late));
    expect(codeOf(await leave('maXiaolong'))).toBe('ok');
    expect(await shown()).toEqual([
      ['周素珍', false],
      ['赵国强', false],
      ['马小龙', true],
    ]);
    expect(await on.detail('wang', late)).toMatchObject({ phase: 'open' });
    // Looked at again by the timer, it is as it was.
    await cloud.advance(HOUR);
    await cloud.cloud.fireTimer('timer');
    expect((await shown()).filter(([, left]) => left)).toHaveLength(1);
  });
});
