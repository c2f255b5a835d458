import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { resultOf, startCloud, type TestCloud } from './support/cloud';

interface WhoAmI {
  before: { OPENID?: string; SOURCE?: string; APPID?: string; ENV?: string };
  after: { OPENID?: string; SOURCE?: string };
  nested?: WhoAmI;
  userInfo?: { openId: string; appId: string };
  variable?: string;
  home?: string;
}

const HUNDRED = Array.from({ length: 100 }, (_, i) => `person-${i}`);

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startCloud(['whoami', 'leaky', 'echo', 'misbehave', 'impatient', 'broken'], {
    functionEnv: { GREETING: '你好' },
  });
});
afterAll(() => cloud.end());

const whoAmI = async (openid: string, data: object = {}) =>
  resultOf<WhoAmI>(await cloud.call('whoami', data, openid));

describe('identity of a call', () => {
  it('[CFN-1] tells the function who calls, from where, and in which environment', async () => {
    const { before, userInfo } = await whoAmI('resident_A');
    expect(before).toMatchObject({ OPENID: 'resident_A', SOURCE: 'wx_client', ENV: 'local-cloud' });
    expect(userInfo).toEqual({ openId: 'resident_A', appId: before.APPID });
  });

  it('[CFN-2] overwrites a userInfo that the caller made up', async () => {
    const { userInfo } = await whoAmI('resident_A', { userInfo: { openId: 'somebody-else' } });
    expect(userInfo?.openId).toBe('resident_A');
  });

  it('[CFN-3] never mixes up 100 calls at the same time, nor the calls nested in them', async () => {
    const answers = await Promise.all(
      HUNDRED.map((openid, i) =>
        whoAmI(openid, { waitMs: (i * 7) % 20, nested: i % 10 === 0 ? 'whoami' : undefined }),
      ),
    );
    answers.forEach((answer, i) => {
      expect(answer.before.OPENID).toBe(HUNDRED[i]);
      expect(answer.after.OPENID).toBe(HUNDRED[i]);
      expect(answer.nested?.before.OPENID).toBe(i % 10 === 0 ? HUNDRED[i] : undefined);
    });
  });

  it('lets as many calls as may run at once call the same function again', async () => {
    const answers = await Promise.all(
      HUNDRED.slice(0, 8).map((openid) => whoAmI(openid, { waitMs: 50, nested: 'whoami' })),
    );
    expect(answers.map(({ nested }) => nested?.before.OPENID)).toEqual(HUNDRED.slice(0, 8));
  });

  it('[CFN-3] lets work that outlives its call keep its own identity', async () => {
    for (const openid of ['early', 'middle', 'late']) {
      const waitMs = { early: 90, middle: 60, late: 30 }[openid];
      expect(resultOf(await cloud.call('leaky', { how: 'start', waitMs }, openid))).toBe('started');
    }
    const look = async () => resultOf<string[][]>(await cloud.call('leaky', { how: 'look' }, 'onlooker'));
    await expect.poll(look, { timeout: 10_000 }).toHaveLength(3);
    for (const names of await look()) expect(new Set(names).size).toBe(1);
    expect((await look()).map(([openid]) => openid).sort()).toEqual(['early', 'late', 'middle']);
  });

  it('[CFN-4] hands the identity on to nested calls and chains the source', async () => {
    const { nested } = await whoAmI('resident_B', { nested: 'whoami', data: { nested: 'whoami' } });
    expect(nested?.before).toMatchObject({ OPENID: 'resident_B', SOURCE: 'wx_client,scf' });
    expect(nested?.nested?.before).toMatchObject({ OPENID: 'resident_B', SOURCE: 'wx_client,scf,scf' });
  });

  it('[CFN-5] gives functions the variables they are configured with and none of this machine', async () => {
    const { variable, home } = await whoAmI('resident_A');
    expect(variable).toBe('你好');
    expect(home).toBeUndefined();
  });

  it.each(['123456', '', 'a b', 'x'.repeat(65), '张三'])(
    '[CFN-6] refuses the openid "%s"',
    async (openid) => {
      expect(await cloud.call('whoami', {}, openid)).toMatchObject({ errCode: -501007 });
    },
  );
});

describe('what a function gets and gives', () => {
  it('[CFN-7] [CFN-12] passes data as JSON and a context as the platform does', async () => {
    const answer = await cloud.call('echo', { a: [1, null], at: new Date(0) }, 'resident_A');
    const result = resultOf<{ event: object; requestId: string; fn: string; limit: number }>(answer);
    expect(result.event).toMatchObject({ a: [1, null], at: '1970-01-01T00:00:00.000Z' });
    expect(result).toMatchObject({ fn: 'echo', limit: 3000 });
    expect(answer).toHaveProperty('requestID', result.requestId);
  });

  it('[CFN-7] answers null for a function that returns nothing', async () => {
    expect(resultOf(await cloud.call('misbehave', { how: 'nothing' }, 'p'))).toBeNull();
  });

  it('[CFN-8] refuses data above 100 KB', async () => {
    const answer = await cloud.call('echo', { text: 'x'.repeat(100 * 1024) }, 'p');
    expect(answer).toMatchObject({ errCode: -501007, errMsg: expect.stringContaining('102400') as string });
  });

  it('[CFN-9] refuses to hand a phone a result above 1 MB', async () => {
    expect(
      resultOf(await cloud.call('misbehave', { how: 'bytes', bytes: 1024 * 1024 - 2 }, 'p')),
    ).toHaveLength(1048574);
    const answer = await cloud.call('misbehave', { how: 'bytes', bytes: 1024 * 1024 - 1 }, 'p');
    expect(answer).toMatchObject({ errCode: -604001 });
  });

  it('[CFN-9] refuses a result above 6 MB even between functions', async () => {
    const data = { how: 'bytes', bytes: 6 * 1024 * 1024 };
    expect(await cloud.call('whoami', { nested: 'misbehave', data }, 'p')).toMatchObject({
      errCode: -504002,
    });
    expect(cloud.lines.join('\n')).toContain('exceeds 6291456 bytes');
  });

  it('[CFN-10] sends what a function prints to the log', async () => {
    await cloud.call('misbehave', { how: 'print' }, 'p');
    await expect.poll(() => cloud.lines).toEqual(expect.arrayContaining(['out loud', 'in anger']));
  });
});

describe('functions that go wrong', () => {
  it.each(['throw', 'throw-object', 'circular', 'exit'])(
    '[CFN-11] shows one opaque code when a function does "%s"',
    async (how) => {
      const answer = await cloud.call('misbehave', { how }, 'p');
      expect(answer).toMatchObject({ errCode: -504002 });
      expect(JSON.stringify(answer)).not.toContain('secret');
    },
  );

  it('says in the log that there is no function of a name', async () => {
    await cloud.call('nosuch', {}, 'p');
    expect(cloud.lines.join('\n')).toContain('there is no function nosuch');
  });

  it('[CFN-11] keeps the reason in the log', async () => {
    await cloud.call('misbehave', { how: 'throw' }, 'p');
    expect(cloud.lines.join('\n')).toContain('the secret reason');
    await cloud.call('misbehave', { how: 'throw-object' }, 'p');
    expect(cloud.lines.join('\n')).toContain('{"errCode":-1,"errMsg":"plain"}');
  });

  it.each(['hang', 'spin'])(
    '[CFN-12] ends a function that does "%s" and harms no other call',
    async (how) => {
      const [bad, ...good] = await Promise.all([
        cloud.call('impatient', { how }, 'p'),
        ...HUNDRED.slice(0, 5).map(() => cloud.call('impatient', { how: 'nothing' }, 'p')),
      ]);
      expect(bad).toMatchObject({ errCode: -504003, errMsg: expect.stringContaining('2 seconds') as string });
      expect(good.map((answer) => resultOf(answer))).toEqual([null, null, null, null, null]);
      // The instance that came to rest last is the next one's.
      expect(resultOf(await cloud.call('impatient', { how: 'nothing' }, 'p'))).toBeNull();
    },
  );

  it('[CFN-13] replaces an instance that dies after its call has returned', async () => {
    expect(resultOf(await cloud.call('misbehave', { how: 'reject-later' }, 'p'))).toBe('returned');
    await expect.poll(() => cloud.lines.join('\n')).toContain('an instance ended: Error: after the return');
    expect(resultOf(await cloud.call('misbehave', { how: 'nothing' }, 'p'))).toBeNull();
  });

  it('tells nested callers what happened by code', async () => {
    const failed = await cloud.call('whoami', { nested: 'nobody' }, 'p');
    expect(failed).toMatchObject({ errCode: -504002 });
    expect(cloud.lines.join('\n')).toContain('no function nobody');
  });

  it('[CFN-14] says that a function is unknown', async () => {
    expect(await cloud.call('nobody', {}, 'p')).toMatchObject({ errCode: -501000 });
  });

  it('starts all the same when one function cannot be loaded, and says so', async () => {
    expect(cloud.lines.join('\n')).toContain("Cannot find module './is-not-there'");
    expect(await cloud.call('broken', {}, 'p')).toMatchObject({ errCode: -504002 });
  });
});
