import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startCloud, type TestCloud } from './support/cloud';
import { rawRequest, type RawRequest } from './support/http';

const PAGE = '<!doctype html><script>document.title = 1</script><script src="/js/app.1a2b3c4d.js"></script>';

let cloud: TestCloud;
let webRoot: string;
beforeAll(async () => {
  cloud = await startCloud(['echo', 'notes'], { webRoot: `${process.env.TMPDIR ?? '/tmp'}/no-such-page` });
  webRoot = path.join(cloud.folder, 'h5');
  mkdirSync(path.join(webRoot, 'js'), { recursive: true });
  writeFileSync(path.join(webRoot, 'index.html'), PAGE);
  writeFileSync(path.join(webRoot, 'js/app.1a2b3c4d.js'), '1');
  writeFileSync(path.join(webRoot, 'plain.css'), 'a{}');
  writeFileSync(path.join(cloud.folder, 'secret.txt'), 'secret');
  symlinkSync(path.join(cloud.folder, 'secret.txt'), path.join(webRoot, 'link.txt'));
});
afterAll(() => cloud.end());

const phone = (headers: Record<string, string> = {}) => ({
  'x-local-token': cloud.token,
  'x-local-openid': 'resident_A',
  ...headers,
});
const post = (where: string, options: RawRequest = {}) =>
  rawRequest(cloud.port, { method: 'POST', path: where, headers: phone(), ...options });

describe('POST /call', () => {
  it('takes the data of callFunction as body and answers as it does', async () => {
    const answer = await post('/call/echo', { body: '{"action":"a.b"}' });
    expect(answer.status).toBe(200);
    expect(answer.json()).toMatchObject({
      result: { event: { action: 'a.b' } },
      requestID: expect.any(String) as string,
    });
  });

  it('answers as cloud.call does for an unknown function', async () => {
    expect((await post('/call/nobody')).json()).toMatchObject({ errCode: -501000 });
    expect(await cloud.call('nobody', {}, 'resident_A')).toMatchObject({ errCode: -501000 });
  });

  it.each(['[]', '"text"', '{', 'null'])('refuses the body %s', async (body) => {
    const answer = await post('/call/echo', { body });
    expect([answer.status, answer.json()]).toEqual([400, expect.objectContaining({ errCode: -501007 })]);
  });

  it('refuses a body above 100 KB', async () => {
    const answer = await post('/call/echo', { body: `{"a":"${'x'.repeat(100 * 1024)}"}` });
    expect(answer.status).toBe(413);
  });

  it.each([
    ['no token', { 'x-local-token': '' }],
    ['a wrong token', { 'x-local-token': 'x'.repeat(24) }],
    ['a page of another origin', { origin: 'http://evil.example' }],
    ['a page of another port', { origin: 'http://127.0.0.1:1' }],
    ['a sandboxed page', { origin: 'null' }],
    ['a rebound name', { host: 'evil.example' }],
    ['this address by another name', { host: '127.0.0.1' }],
  ])('[SEC-13] refuses a call with %s', async (_, headers) => {
    const answer = await post('/call/echo', { headers: phone(headers) });
    expect([answer.status, answer.json()]).toEqual([403, expect.objectContaining({ errCode: -501008 })]);
  });

  it('takes a call from its own page under both names', async () => {
    for (const host of [`127.0.0.1:${cloud.port}`, `localhost:${cloud.port}`]) {
      const answer = await post('/call/echo', { headers: phone({ host, origin: `http://${host}` }) });
      expect(answer.status).toBe(200);
    }
  });

  it.each(['123456', '', 'a.b', 'x'.repeat(65)])('refuses the openid "%s"', async (openid) => {
    const answer = await post('/call/echo', { headers: phone({ 'x-local-openid': openid }) });
    expect(answer.status).toBe(400);
  });

  it('gives a preflight no permission', async () => {
    const headers = { 'access-control-request-method': 'POST' };
    const answer = await rawRequest(cloud.port, { method: 'OPTIONS', path: '/call/echo', headers });
    expect(answer.status).toBe(204);
    expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
  });
});

describe('POST /admin', () => {
  const body = '{"action":"database.getDocument","collectionName":"notes","queryType":"WHERE"}';

  it.each([
    ['nobody signed', {}],
    [
      'somebody else signed',
      { authorization: '1.0 TC3-HMAC-SHA256 Credential=AKID/2026-01-01/tcb/tc3_request' },
    ],
    ['the token of phones', { authorization: 'x', 'x-local-token': 'TOKEN' }],
  ])('refuses a request that %s', async (_, headers) => {
    const filled = { ...headers, ...('x-local-token' in headers ? { 'x-local-token': cloud.token } : {}) };
    const answer = await rawRequest(cloud.port, {
      method: 'POST',
      path: '/admin?env=x',
      headers: filled,
      body,
    });
    expect(answer.status).toBe(403);
  });

  it('serves the SDK inside a function', async () => {
    expect(await cloud.call('notes', { step: 'count' }, 'resident_A')).toMatchObject({ result: 0 });
  });
});

describe('the page', () => {
  const get = (where: string, headers = {}) => rawRequest(pages.port, { path: where, headers });
  let pages: TestCloud;
  beforeAll(async () => {
    pages = await startCloud([], { webRoot });
  });
  afterAll(() => pages.end());

  it('is served at / and never cached unasked, with a policy that allows its own inline script by hash', async () => {
    const answer = await get('/');
    expect(answer.body.toString()).toBe(PAGE);
    expect(answer.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-cache',
      'x-content-type-options': 'nosniff',
    });
    const policy = String(answer.headers['content-security-policy']);
    expect(policy).toMatch(/script-src 'self' 'sha256-[\w+/=]{44}';/);
    expect(policy).not.toMatch(/script-src[^;]*unsafe/);
    for (const rule of [
      "default-src 'self'",
      "connect-src 'self'",
      "object-src 'none'",
      "frame-ancestors 'none'",
    ])
      expect(policy.split('; ')).toContain(rule);
  });

  it('lets hashed files be kept for ever', async () => {
    const { headers } = await get('/js/app.1a2b3c4d.js');
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(headers['content-type']).toBe('text/javascript; charset=utf-8');
  });

  it('answers 304 to who has the same content', async () => {
    const { headers } = await get('/plain.css');
    expect((await get('/plain.css', { 'if-none-match': String(headers.etag) })).status).toBe(304);
  });

  it('answers HEAD without a body', async () => {
    const answer = await rawRequest(pages.port, { method: 'HEAD', path: '/plain.css' });
    expect([answer.status, answer.headers['content-length'], answer.body.length]).toEqual([200, '3', 0]);
  });

  it.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/link.txt',
    '/js',
    '/%00',
    '/%zz',
    '/none',
  ])('answers 404 to %s', async (where) => {
    const answer = await get(where);
    expect(answer.status).toBe(404);
    expect(answer.body.toString()).not.toContain('secret');
  });

  it('sends who asks for localhost to 127.0.0.1, where files have their addresses', async () => {
    const answer = await get('/?token=a', { host: `localhost:${pages.port}` });
    expect([answer.status, answer.headers.location]).toEqual([307, `${pages.url}/?token=a`]);
  });

  it('[SEC-13] refuses to be read through a rebound name', async () => {
    expect((await get('/', { host: 'evil.example' })).status).toBe(403);
  });
});

describe('start and end', () => {
  const occupy = (): Promise<{ server: Server; port: number }> =>
    new Promise((resolve) => {
      const server = createServer().listen(0, '127.0.0.1', () => {
        const address = server.address();
        resolve({ server, port: typeof address === 'object' && address ? address.port : 0 });
      });
    });

  it('takes the next free port when the wanted one is busy, if it may', async () => {
    const { server, port } = await occupy();
    const other = await startCloud([], { port, portSearch: true });
    expect(other.port).toBeGreaterThan(port);
    expect(other.url).toBe(`http://127.0.0.1:${other.port}`);
    await other.end();
    await expect(startCloud([], { port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
    server.close();
  });

  it('keeps its token in the data folder, for its owner alone, over a restart', async () => {
    const file = path.join(cloud.dataDir, 'token');
    expect(readFileSync(file, 'utf8').trim()).toBe(cloud.token);
    const first = await startCloud([]);
    await first.close();
    const again = await startCloud([], { dataDir: first.dataDir });
    expect(again.token).toBe(first.token);
    await again.end();
    await first.end();
  });

  it('leaves nothing running: the process that closes it ends by itself', () => {
    const program = fileURLToPath(new URL('fixtures/closed-cloud.ts', import.meta.url));
    const folders = [path.join(cloud.folder, 'functions'), path.join(cloud.folder, 'ends')];
    const child = spawnSync(process.execPath, ['--import', 'tsx', program, ...folders], {
      encoding: 'utf8',
      timeout: 25_000,
    });
    expect([child.signal, child.status, child.stdout]).toEqual([null, 0, 'closed\n']);
  });

  it('ends a call that is under way when it is closed', async () => {
    const closing = await startCloud(['misbehave']);
    const hanging = closing.call('misbehave', { how: 'hang' }, 'p');
    await closing.end();
    expect(await hanging).toMatchObject({ errCode: -504002 });
    await expect(rawRequest(closing.port)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });
});
