import { REGION, SOURCE, type Platform } from '../platform';
import type { Caller } from './identity';

/** Environment variables of a function instance: enough for the unmodified SDK to find the local cloud and nothing else [R]. */
export function instanceEnvironment(options: {
  platform: Platform;
  adminUrl: string;
  secretId: string;
  secretKey: string;
  extra: Record<string, string>;
}): Record<string, string> {
  return {
    TZ: 'UTC',
    PATH: '/usr/local/bin:/usr/bin:/bin',
    ...options.extra,
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: options.adminUrl }),
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: REGION,
    TENCENTCLOUD_SECRETID: options.secretId,
    TENCENTCLOUD_SECRETKEY: options.secretKey,
    SCF_NAMESPACE: options.platform.envId,
    TCB_ENV: options.platform.envId,
    TCB_CONTEXT_KEYS: 'TCB_ENV,TCB_SOURCE,TCB_SESSIONTOKEN,TCB_ROUTE_KEY',
  };
}

/** Environment variables of one call. `token` leads the local cloud back to it. */
export function callEnvironment(caller: Caller, token: string, appId: string): Record<string, string> {
  if (caller.source === SOURCE.timer) {
    // The SDK reads another token variable when a timer called (TRIGGER_SRC) [S].
    return {
      WX_CONTEXT_KEYS: 'WX_APPID,WX_TRIGGER_API_TOKEN_V0',
      WX_APPID: appId,
      WX_TRIGGER_API_TOKEN_V0: token,
      TRIGGER_SRC: 'timer',
      TCB_SOURCE: caller.source,
    };
  }
  const keys = ['WX_APPID', 'WX_CLIENTIP', 'WX_API_TOKEN', ...(caller.openid ? ['WX_OPENID'] : [])];
  return {
    WX_CONTEXT_KEYS: keys.join(','),
    WX_APPID: appId,
    WX_CLIENTIP: '127.0.0.1',
    WX_API_TOKEN: token,
    TCB_SOURCE: caller.source,
    ...(caller.openid ? { WX_OPENID: caller.openid } : {}),
  };
}
