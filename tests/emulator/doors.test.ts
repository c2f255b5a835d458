import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startCloud, type TestCloud } from './support/cloud';
import { rawRequest, type RawRequest } from './support/http';

/* What holds for every door of the local cloud, whoever stands behind it. */

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startCloud(['echo']);
});
afterAll(() => cloud.end());

const phone = (headers: Record<string, string> = {}) => ({
  'x-local-token': cloud.token,
  'x-local-openid': 'resident_A',
  ...headers,
});

describe('every answer', () => {
  const DOORS: [string, RawRequest][] = [
    ['a call', { method: 'POST', path: '/call/echo', body: '{}' }],
    ['a refusal', { path: '/storage/none' }],
    ['the console', { path: '/console/' }],
    ['a preflight', { method: 'OPTIONS', path: '/call/echo' }],
  ];

  it.each(DOORS)('of %s may be read by nobody else and is taken for what it says', async (_, request) => {
    const { headers } = await rawRequest(cloud.port, { ...request, headers: phone() });
    expect(headers).toMatchObject({
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    });
    expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
  });

  it('keeps its connection longer than any client does, so that none closes under a request', async () => {
    const { headers } = await rawRequest(cloud.port, {
      path: '/console/',
      headers: { connection: 'keep-alive' },
    });
    expect(headers['keep-alive']).toBe('timeout=65');
  });
});

describe('a connection', () => {
  const others = Object.values(networkInterfaces()).flatMap((addresses = []) =>
    addresses.filter(({ internal, family }) => !internal && family === 'IPv4').map(({ address }) => address),
  );
  // On Linux all of 127.0.0.0/8 is this machine.
  if (process.platform === 'linux') others.push('127.0.0.2');

  it.each(['::1', ...others])('is not taken at %s', async (host) => {
    const taken = await new Promise((resolve) => {
      const socket = connect({ host, port: cloud.port });
      socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
      socket.once('connect', () => socket.destroy());
    });
    expect(taken).toBe(false);
  });
});

describe('a phone without a name', () => {
  it.each(['123456', '', 'a.b', 'x'.repeat(65)])(
    'uploads nothing and agrees to nothing as "%s"',
    async (openid) => {
      const headers = phone({ 'x-local-openid': openid });
      const upload = { method: 'POST', path: '/upload?path=a.txt', headers, body: 'content' };
      const accept = { method: 'POST', path: '/accept-subscription', headers, body: '{"templateIds":["T"]}' };
      for (const request of [upload, accept]) {
        const answer = await rawRequest(cloud.port, request);
        expect([answer.status, answer.json()]).toEqual([400, expect.objectContaining({ errCode: -501007 })]);
      }
      expect((await rawRequest(cloud.port, { path: '/storage/a.txt' })).status).toBe(404);
      expect(cloud.outbox.left(openid, 'T')).toBe(0);
    },
  );
});
