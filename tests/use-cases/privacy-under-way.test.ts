import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { PersonDocument } from '../../cloudfunctions/kernel/person';
import { documentsOf } from '../support/documents';
import { startTestCloud, type TestCloud } from '../support/local-cloud';
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
