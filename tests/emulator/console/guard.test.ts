import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startCloud, type TestCloud } from '../support/cloud';
import { consoleClient, type ConsoleClient } from '../support/console';
import { rawRequest } from '../support/http';

const READ = ['functions', 'calls', 'collections', 'outbox', 'files', 'clock', 'persons', 'faults'];
const CHANGE = ['functions/fire', 'files/remove', 'clock', 'faults', 'faults/remove', 'faults/reset'];
const LOOK_UP = ['collections/query', 'collections/aggregate'];

let cloud: TestCloud;
let client: ConsoleClient;
beforeAll(async () => {
  cloud = await startCloud(['sweep', 'whoami']);
  client = consoleClient(cloud);
});
afterAll(() => cloud.end());

describe("the console's API", () => {
  it.each([...READ, 'call?requestId=x'].map((name) => ['GET', name]))(
    'gives nothing to %s %s without the token',
    async (method, name) => {
      for (const token of ['', 'x'.repeat(24)]) {
        const answer = await client.raw(method, name, undefined, { 'x-local-token': token });
        expect([answer.status, answer.json()]).toEqual([403, expect.objectContaining({ errCode: -501008 })]);
      }
    },
  );

  it.each([...CHANGE, ...LOOK_UP])('does nothing for POST %s without the token', async (name) => {
    const answer = await client.raw('POST', name, { do: 'freeze', fn: 'sweep' }, { 'x-local-token': '' });
    expect(answer.status).toBe(403);
    expect([cloud.clock.frozen, cloud.journal.calls()]).toEqual([false, []]);
  });

  it('does not take the token from the address', async () => {
    const answer = await rawRequest(cloud.port, { path: `/console/api/calls?token=${cloud.token}` });
    expect(answer.status).toBe(403);
  });

  it.each([
    ['a page of another origin', { origin: 'http://evil.example' }],
    ['a page of another port', { origin: 'http://127.0.0.1:1' }],
    ['a sandboxed page', { origin: 'null' }],
    ['a rebound name', { host: 'evil.example' }],
  ])('refuses %s even with the token', async (_, headers) => {
    for (const [method, name] of [
      ['GET', 'calls'],
      ['POST', 'clock'],
    ] as const) {
      const answer = await client.raw(
        method,
        name,
        method === 'POST' ? { do: 'freeze' } : undefined,
        headers,
      );
      expect(answer.status).toBe(403);
    }
    expect(cloud.clock.frozen).toBe(false);
  });

  it('answers its own page under both names', async () => {
    for (const host of [`127.0.0.1:${cloud.port}`, `localhost:${cloud.port}`]) {
      const answer = await client.raw('GET', 'calls', undefined, { host, origin: `http://${host}` });
      expect(answer.status).toBe(200);
    }
  });

  it.each(CHANGE)('has no GET that does what POST %s does', async (name) => {
    cloud.faults.on({ action: 'call.whoami', then: 'fail' });
    const query = `${name}?do=freeze&fn=sweep&id=1&path=a&effect=fail`;
    const answer = await client.raw('GET', query);
    expect([200, 404]).toContain(answer.status);
    expect(cloud.clock.frozen).toBe(false);
    expect(cloud.journal.calls()).toEqual([]);
    expect((await client.get<{ faults: unknown[] }>('faults')).faults).toHaveLength(1);
    cloud.faults.reset();
  });

  it('never lets an answer be kept by the browser', async () => {
    expect((await client.raw('GET', 'clock')).headers['cache-control']).toBe('no-store');
  });

  it.each(['[]', '"text"', '{', 'null'])('refuses the body %s', async (body) => {
    const headers = { 'x-local-token': cloud.token };
    const where = '/console/api/clock';
    const answer = await rawRequest(cloud.port, { method: 'POST', path: where, headers, body });
    expect(answer.status).toBe(400);
  });

  it('has no other doors', async () => {
    for (const name of ['', 'nothing', '../calls', 'constructor']) {
      expect((await client.raw('GET', name)).status).toBe(404);
    }
    expect((await client.raw('PUT', 'clock', { do: 'freeze' })).status).toBe(404);
  });
});

describe("the console's page", () => {
  const get = (path: string, method = 'GET') => rawRequest(cloud.port, { method, path });

  it('is served without a token, since it holds no data, and runs no script but its own', async () => {
    const page = await get('/console/');
    expect([page.status, page.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    const policy = String(page.headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe');
    expect(page.body.toString()).not.toMatch(/<script(?![^>]*\ssrc=)|<style|\sstyle=|\son\w+=/);
  });

  it('has its script and style beside it, and nothing else', async () => {
    const script = await get('/console/console.js');
    expect([script.status, script.headers['content-type']]).toEqual([200, 'text/javascript; charset=utf-8']);
    expect((await get('/console/console.css')).headers['content-type']).toBe('text/css; charset=utf-8');
    for (const name of ['main.ts', 'constructor', '..%2findex.ts', 'none']) {
      expect((await get(`/console/${name}`)).status).toBe(404);
    }
    expect((await get('/console/', 'POST')).status).toBe(404);
  });

  it('is found without the last slash', async () => {
    const answer = await get('/console');
    expect([answer.status, answer.headers.location]).toEqual([307, '/console/']);
  });
});
