import { createDecipheriv } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { documentsOf } from '../support/documents';
import { FUNCTION_ENV } from '../support/function-env';
import { startTestCloud, TEST_NOW, type TestCloud } from '../support/local-cloud';
import { freshId } from '../support/persons';
import { HOUR } from '../support/motions';

interface StoredPerson {
  _id: string;
  name: string;
  phoneCipher: string | null;
  consent: { version: string; at: number };
}

let cloud: TestCloud;

const signIn = (openid: string, name: string, clientId = freshId()) =>
  cloud.as(openid).call('members.signIn', { clientId, name, consentVersion: '2026-01-01' });

async function stored(personId: string): Promise<StoredPerson | undefined> {
  const rows = await documentsOf<StoredPerson>(cloud.cloud, 'persons');
  return rows.find((row) => row._id === personId);
}

function decrypted(personId: string, cipher: string): string {
  const bytes = Buffer.from(cipher, 'base64');
  const key = Buffer.from(FUNCTION_ENV.YARD_PHONE_KEY, 'base64');
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12));
  decipher.setAAD(Buffer.from(personId)).setAuthTag(bytes.subarray(12, 28));
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString();
}

async function minutesPass(count: number): Promise<void> {
  for (let n = 0; n < count; n += 1) {
    await cloud.advance(60_000);
    await cloud.cloud.fireTimer('timer');
  }
}

beforeAll(async () => {
  cloud = await startTestCloud();
});
afterAll(() => cloud.close());

describe('signing in', () => {
  it('[MEM-1] makes one person of ten sign-ins at once', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => signIn('o_ten-at-once', '王桂兰')));
    const ids = new Set(answers.map((me) => me.personId));
    expect(ids.size).toBe(1);
    const rows = await documentsOf(cloud.cloud, 'persons');
    expect(rows.filter((row) => row.openid === 'o_ten-at-once')).toHaveLength(1);
  });

  it('[MEM-1] again changes the name and the consent and keeps the person', async () => {
    const first = await signIn('o_again', '王桂兰');
    await cloud.advance(1000);
    const input = { clientId: freshId(), name: '王阿姨', consentVersion: '2026-02-01' };
    const second = await cloud.as('o_again').call('members.signIn', input);
    expect(second).toMatchObject({ personId: first.personId, name: '王阿姨' });
    expect(await stored(first.personId)).toMatchObject({
      consent: { version: '2026-02-01', at: TEST_NOW + 1000 },
      createdAt: TEST_NOW,
      revision: 2,
    });
  });

  it('shows a visitor that nobody is signed in yet', async () => {
    const me = await cloud.as('o_visitor').call('members.me', {});
    expect(me).toMatchObject({ name: null, ties: [], offices: [], places: [], unread: 0 });
  });

  it('[SEC-8] refuses a name that the check wants reviewed: no officer decides on names', async () => {
    const fields = { name: '这个称呼没有通过检查，请换一个' };
    const refused = { code: 'CONTENT_REFUSED', failure: { fields } };
    await expect(signIn('o_review', '测试待审')).rejects.toMatchObject(refused);
    expect(await signIn('o_review', '许诺')).toMatchObject({ name: '许诺', nameHeld: false });
  });

  it('[SEC-8] refuses a risky name and makes no person', async () => {
    await expect(signIn('o_risky', '测试违规')).rejects.toMatchObject({ code: 'CONTENT_REFUSED' });
    const rows = await documentsOf(cloud.cloud, 'persons');
    expect(rows.filter((row) => row.openid === 'o_risky')).toEqual([]);
  });

  it('[SEC-8] asks again about a name that the check did not answer for', async () => {
    const silent = cloud.cloud.faults.on({ action: 'openapi.security.msgSecCheck', then: 'fail' });
    const { personId, nameHeld } = await signIn('o_unanswered', '周小满');
    silent.remove();
    expect(nameHeld).toBe(true);
    await cloud.cloud.fireTimer('timer');
    expect(await stored(personId)).toMatchObject({ name: '周小满', heldName: null });
  });

  it('[SEC-8] asks about a name in turns, though twenty others never get an answer', async () => {
    const silent = { action: 'openapi.security.msgSecCheck', then: 'fail', times: Infinity } as const;
    const fault = cloud.cloud.faults.on(silent);
    for (let n = 0; n < 20; n += 1) await signIn(`o_gone-${n}`, `路人${n}`);
    await cloud.advance(3 * HOUR);
    await signIn('o_zz-late', '新来的邻居');
    fault.remove();
    await minutesPass(2);
    expect((await cloud.as('o_zz-late').call('members.me', {})).nameHeld).toBe(false);
  });

  it('[SEC-8] drops a name that a later check refuses, and tells its owner', async () => {
    const silent = cloud.cloud.faults.on({ action: 'openapi.security.msgSecCheck', then: 'fail' });
    const { personId } = await signIn('o_dropped', '测试待审');
    silent.remove();
    await minutesPass(2);
    expect(await stored(personId)).toMatchObject({ name: '住户', heldName: null });
    const { items } = await cloud.as('o_dropped').call('messages.list', {});
    expect(items.map(({ title }) => title)).toEqual(['您的新称呼没有通过检查']);
  });
});

describe('a phone number', () => {
  it('[MEM-9] is optional, encrypted at rest, and can be removed', async () => {
    const { personId, hasPhone } = await signIn('o_phone', '何静');
    expect(hasPhone).toBe(false);
    const me = await cloud
      .as('o_phone')
      .call('members.updateProfile', { clientId: freshId(), phone: '13800000000' });
    expect(me).toMatchObject({ hasPhone: true, name: '何静' });
    const cipher = (await stored(personId))?.phoneCipher ?? '';
    expect(Buffer.from(cipher, 'base64').toString('latin1')).not.toContain('13800000000');
    expect(decrypted(personId, cipher)).toBe('13800000000');
    expect(() => decrypted('somebody-else', cipher)).toThrow();
    const after = await cloud
      .as('o_phone')
      .call('members.updateProfile', { clientId: freshId(), phone: null });
    expect(after.hasPhone).toBe(false);
  });

  it('[SEC-9] leaves in no answer, and neither does the openid', async () => {
    await signIn('o_secret-identity', '罗勇');
    const envelope = await cloud
      .as('o_secret-identity')
      .send('members.updateProfile', { clientId: freshId(), phone: '13900000001' });
    expect(JSON.stringify(envelope)).not.toMatch(/13900000001|o_secret-identity|phoneCipher/);
  });
});

describe('the first administrator', () => {
  const bootstrap = (openid: string, code: string, clientId = freshId()) =>
    cloud.as(openid).call('members.bootstrapAdministrator', { clientId, code, city: '青江市' });
  const { YARD_ADMIN_CODE: code } = FUNCTION_ENV;

  it('[MEM-7] comes from the code of the environment, once', async () => {
    await signIn('o_first', '谢明远');
    await signIn('o_second', '唐建华');
    await expect(bootstrap('o_first', 'guess')).rejects.toMatchObject({ code: 'CODE_WRONG' });
    const clientId = freshId();
    const me = await bootstrap('o_first', code, clientId);
    expect(me.offices).toMatchObject([{ office: 'administrator', placeName: '青江市' }]);
    expect(await bootstrap('o_first', code, clientId)).toEqual(me);
    await expect(bootstrap('o_second', code)).rejects.toMatchObject({ code: 'ADMINISTRATOR_EXISTS' });
    await expect(bootstrap('o_first', code)).rejects.toMatchObject({ code: 'ADMINISTRATOR_EXISTS' });
  });

  it('[MEM-7] never comes while the code is unset, not from an empty one either', async () => {
    const bare = await startTestCloud({ functionEnv: {} });
    try {
      const somebody = bare.as('o_somebody');
      await somebody.call('members.signIn', {
        clientId: freshId(),
        name: '谁',
        consentVersion: '2026-01-01',
      });
      for (const guess of ['', ' ', 'undefined', code]) {
        const input = { clientId: freshId(), code: guess, city: '青江市' };
        expect(await somebody.send('members.bootstrapAdministrator', input)).toMatchObject({ ok: false });
      }
      expect(await documentsOf(bare.cloud, 'places')).toEqual([]);
    } finally {
      await bare.close();
    }
  });

  it('[MEM-7] is one of two who ask at the same time', async () => {
    const two = await startTestCloud();
    try {
      const asks = ['o_left', 'o_right'].map(async (openid) => {
        const person = two.as(openid);
        await person.call('members.signIn', {
          clientId: freshId(),
          name: '同时',
          consentVersion: '2026-01-01',
        });
        return person.send('members.bootstrapAdministrator', { clientId: freshId(), code, city: '青江市' });
      });
      const answers = await Promise.all(asks);
      expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
      expect(await documentsOf(two.cloud, 'places')).toHaveLength(1);
    } finally {
      await two.close();
    }
  });
});
