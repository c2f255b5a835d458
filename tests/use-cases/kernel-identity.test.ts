import { afterEach, describe, expect, it, vi } from 'vitest';
import { runJobs } from '../../cloudfunctions/kernel/job';
import { serve } from '../../cloudfunctions/kernel/serve';
import type { CallName } from '../../contract/calls';

/** The environment as the platform sets it for one call (wire.md); nothing behind it answers, nothing may be asked. */
function platformSays(openid: string | null, source: string): void {
  vi.stubEnv('WX_CONTEXT_KEYS', openid === null ? '' : 'WX_OPENID');
  if (openid !== null) vi.stubEnv('WX_OPENID', openid);
  vi.stubEnv('TCB_CONTEXT_KEYS', 'TCB_SOURCE');
  vi.stubEnv('TCB_SOURCE', source);
}

const neverCalled = new Proxy({} as Record<CallName, () => Promise<never>>, {
  get: () => () => Promise.reject(new Error('reached a use-case')),
});

afterEach(() => vi.unstubAllEnvs());

describe('without an identity', () => {
  it.each(['wx_client', 'wx_trigger', 'wx_client,scf', ''])(
    '[SEC-2] a call with SOURCE %j is refused, whatever its event claims',
    async (source) => {
      platformSays(null, source);
      const event = { action: 'members.me', input: {}, userInfo: { openId: 'o_somebody' } };
      expect(await serve(neverCalled, event)).toMatchObject({ ok: false, error: { code: 'NOT_IDENTIFIED' } });
    },
  );

  it.each([
    ['a phone', 'o_somebody', 'wx_client'],
    ['a phone that says it is the timer', 'o_somebody', 'wx_trigger'],
    ['a function called by the timer', null, 'wx_trigger,scf'],
    ['HTTP', null, 'wx_http'],
    ['nobody knows whom', null, ''],
  ])('[SEC-2] the timer does not run for %s', async (_who, openid, source) => {
    platformSays(openid, source);
    const job = { name: 'test', run: () => Promise.reject(new Error('ran')) };
    expect(await runJobs([job])).toEqual({ ran: 0, failed: 0 });
  });
});
