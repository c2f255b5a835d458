import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { CallSpec } from '../../contract/call';
import { type CallName, calls } from '../../contract/calls';
import { ERROR_CODES } from '../../contract/errors';
import { accessTable } from '../../scripts/generate/access-table';
import { messages } from '../../src/services/messages';
import { FUNCTION_ENV } from '../support/function-env';
import { startTestCloud, TEST_NOW, type TestCloud } from '../support/local-cloud';
import { freshId, signInAs, type SmallCommunity, smallCommunity } from '../support/persons';

const names = Object.keys(calls) as CallName[];
const spec = (name: CallName): CallSpec => calls[name];

let cloud: TestCloud;
let yard: SmallCommunity;

const stats = () => JSON.stringify(cloud.cloud.database.stats());
const code = (envelope: { ok: boolean; error?: { code: string } }) => envelope.error?.code;

beforeAll(async () => {
  cloud = await startTestCloud();
  yard = await smallCommunity(cloud);
});
afterEach(() => cloud.cloud.faults.reset());
afterAll(() => cloud.close());

describe('who calls', () => {
  it('[SEC-1] is who WeChat says, whatever the event claims', async () => {
    const other = yard.people.secretary.openid;
    const event = {
      action: 'members.me',
      input: {},
      openid: other,
      OPENID: other,
      userInfo: { openId: other, appId: 'wx' },
      wxContext: { OPENID: other },
    };
    const answer = await cloud.cloud.call('api', event, yard.people.wang.openid);
    expect(answer).toMatchObject({ result: { ok: true, data: { personId: yard.people.wang.personId } } });
  });

  it('[SEC-2] is nobody without an OPENID, and gets nothing', async () => {
    // The timer's own event carries neither an action nor an identity; the second refusal comes first.
    const answer = await cloud.cloud.fireTimer('api');
    expect(answer).toMatchObject({ result: { ok: false, error: { code: 'UNKNOWN_ACTION' } } });
  });

  it('[SEC-2] cannot run the timer from a phone', async () => {
    await signInAs(cloud, 'o_impatient', '急');
    const answer = await cloud.cloud.call(
      'timer',
      { Type: 'Timer', TriggerName: 'every-minute' },
      'o_impatient',
    );
    expect(answer).toMatchObject({ result: { ran: 0, failed: 0 } });
    expect(await cloud.cloud.fireTimer('timer')).toMatchObject({ result: { failed: 0 } });
  });
});

describe('bad input', () => {
  it.each(names)(
    '[SEC-3] %s refuses a field that it does not know, by name, and writes nothing',
    async (name) => {
      const before = stats();
      const answer = await cloud.as('o_nobody').send(name, { clientId: freshId(), surprise: 1 });
      expect(code(answer as never)).toBe('INVALID_INPUT');
      expect(Object.keys((answer as { error: { fields: object } }).error.fields).length).toBeGreaterThan(0);
      expect(stats()).toBe(before);
    },
  );

  it.each(names.filter((name) => spec(name).kind === 'command'))(
    '[SEC-3] %s refuses to be called without a client id, or with a wrong one',
    async (name) => {
      for (const clientId of [undefined, null, 5, '', 'short', 'x'.repeat(41), 'with blanks', { $gt: '' }]) {
        const answer = await cloud.as('o_nobody').send(name, { clientId });
        expect(answer).toMatchObject({
          error: { code: 'INVALID_INPUT', fields: { clientId: expect.anything() as string } },
        });
      }
    },
  );

  it.each([
    ['no text', '', '请填写称呼'],
    ['blanks only', '   ', '请填写称呼'],
    ['too long a text', '长'.repeat(21), '称呼最多20个字'],
    ['a number', 7, '请填写称呼'],
    ['an operator', { $ne: null }, '请填写称呼'],
    ['signs that turn the reading round', '好\u202E人', '称呼里有看不见的字符，请重新输入'],
  ])('[SEC-3] says in plain words what is wrong with %s', async (_what, name, sentence) => {
    const input = { clientId: freshId(), name, consentVersion: '2026-01-01' };
    const answer = await cloud.as('o_bad-name').send('members.signIn', input);
    expect(answer).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT', fields: { name: sentence } } });
  });

  it.each([null, 5, 'text', [], [[]], true])('[SEC-3] refuses %j for an input', async (input) => {
    expect(code((await cloud.as('o_nobody').send('members.signIn', input)) as never)).toBe('INVALID_INPUT');
  });

  it.each(['0099-01-01', '2019-12-31', '2100-01-01', '9999-12-31', '2026-02-29'])(
    '[SEC-3] refuses the day %s: none of ours',
    async (meetingOn) => {
      const input = { body: 'yard', placeId: 'xingfuli', meetingOn };
      const answer = await cloud.as(yard.people.secretary.openid).send('meetings.preview', input);
      expect(answer).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } });
    },
  );

  it('[SEC-3] refuses a request that is larger than any call', async () => {
    const input = { clientId: freshId(), name: 'x'.repeat(100_000), consentVersion: '2026-01-01' };
    const answer = await cloud.cloud.call('api', { action: 'members.signIn', input }, 'o_large');
    expect(JSON.stringify(answer)).toMatch(/INPUT_TOO_LARGE|errCode/);
  });

  it.each([
    'members.unknown',
    '',
    '__proto__',
    'constructor',
    'toString',
    5,
    null,
    undefined,
    ['members.me'],
    {},
  ])('[SEC-4] refuses %j for an action', async (action) => {
    expect(code((await cloud.as('o_nobody').send(action, {})) as never)).toBe('UNKNOWN_ACTION');
  });

  it('[SEC-4] refuses an event without one', async () => {
    for (const event of [{}, { input: {} }, { ACTION: 'members.me' }]) {
      const answer = await cloud.cloud.call('api', event, 'o_nobody');
      expect(answer).toMatchObject({ result: { ok: false, error: { code: 'UNKNOWN_ACTION' } } });
    }
  });
});

describe('refusals', () => {
  it('[SEC-5] have a Chinese sentence for each code', () => {
    for (const errorCode of ERROR_CODES)
      expect(messages[errorCode], errorCode).toMatch(/[\u4e00-\u9fff].*[。？]$/);
  });

  it('[SEC-6] of what nobody foresaw are INTERNAL with a request id and nothing more', async () => {
    // For each that comes: a call that was refused before may still be reading its caller, whom nobody waits for.
    const broken = { action: 'database.getDocument', collection: 'persons', times: Infinity } as const;
    cloud.cloud.faults.on({ ...broken, then: 'fail' });
    const answer = await cloud.as('o_unlucky').send('members.me', {});
    expect(answer).toEqual({
      ok: false,
      error: { code: 'INTERNAL', requestId: expect.stringMatching(/^[0-9a-f]{12}$/) as string },
      now: TEST_NOW,
    });
  });

  it('[SEC-12] leave the data as it was', async () => {
    const before = stats();
    const refused = [
      cloud.as(yard.people.wang.openid).send('members.addPlaces', {
        clientId: freshId(),
        places: [{ kind: 'estate', name: '私建', parentId: 'lantian' }],
      }),
      cloud.as('o_nobody').send('members.claims', { placeId: 'lantian' }),
      cloud.as(yard.people.newcomer.openid).send('members.leaveHome', {
        clientId: freshId(),
        homeId: yard.homes['1-1-101'],
      }),
    ];
    expect((await Promise.all(refused)).map((answer) => code(answer as never))).toEqual([
      'NOT_ALLOWED',
      'NOT_SIGNED_IN',
      'NOT_VERIFIED',
    ]);
    expect(stats()).toBe(before);
  });
});

describe('too many calls', () => {
  const guess = (openid: string) =>
    cloud.as(openid).send('members.bootstrapAdministrator', {
      clientId: freshId(),
      code: `not ${FUNCTION_ENV.YARD_ADMIN_CODE}`,
      city: '青江市',
    });

  it('[SEC-7] are refused with the time to wait, and pass again after it', async () => {
    await signInAs(cloud, 'o_often', '常来');
    await signInAs(cloud, 'o_beside', '旁人');
    for (let n = 0; n < 5; n += 1) expect(code((await guess('o_often')) as never)).toBe('CODE_WRONG');
    const refused = await guess('o_often');
    expect(refused).toMatchObject({ error: { code: 'TOO_OFTEN', until: TEST_NOW + 600_000 } });
    expect(code((await guess('o_beside')) as never)).toBe('CODE_WRONG');
    await cloud.advance(600_000);
    expect(code((await guess('o_often')) as never)).toBe('CODE_WRONG');
  });

  it('[SEC-7] are counted together when they come at once', async () => {
    await signInAs(cloud, 'o_at-once', '一起');
    const answers = await Promise.all(Array.from({ length: 12 }, () => guess('o_at-once')));
    const codes = answers.map((answer) => code(answer as never));
    expect(codes.filter((one) => one === 'CODE_WRONG')).toHaveLength(5);
    expect(codes.filter((one) => one === 'TOO_OFTEN')).toHaveLength(7);
  });
});

describe('the table calls × roles × relation', () => {
  it('[SEC-10] has one row for each call, with who may make it', () => {
    const table = accessTable();
    for (const name of names) {
      expect(
        table.split('\n').filter((line) => line.startsWith(`| ${name} |`)),
        name,
      ).toHaveLength(1);
      expect(spec(name).roles.length, name).toBeGreaterThan(0);
    }
  });

  it('[SEC-10] is enforced: whoever has not signed in makes no call that is not for visitors', async () => {
    const open = names.filter((name) => spec(name).roles.includes('visitor'));
    // Leaving: its retry comes from somebody who is nobody any more (KEEP-4).
    expect(open.sort()).toEqual(['members.me', 'members.signIn', 'overview.home', 'privacy.leave']);
  });
});
