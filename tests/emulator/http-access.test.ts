import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startCloud, type TestCloud } from './support/cloud';
import { rawRequest, type RawRequest } from './support/http';

/** A function that answers as HTTP does where it is asked to. */
const ANSWERS = `exports.main = async (event) => event.queryStringParameters.plain ? { seen: event, openid: process.env.WX_OPENID ?? null } : {
  statusCode: 201, headers: { 'content-type': 'text/plain' }, body: Buffer.from('好').toString('base64'), isBase64Encoded: true };`;

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startCloud(['misbehave'], {
    prepare: (folder) => {
      mkdirSync(path.join(folder, 'answers'));
      writeFileSync(path.join(folder, 'answers', 'index.js'), ANSWERS);
    },
  });
});
afterAll(() => cloud.end());

const ask = (options: RawRequest, token = cloud.token) =>
  rawRequest(cloud.port, { ...options, headers: { 'x-local-token': token, ...options.headers } });

describe('HTTP access to a function', () => {
  it('gives it the request as its event, and nobody as its caller', async () => {
    const headers = { 'x-local-openid': 'resident_A', 'x-mark': 'm' };
    const answer = await ask({
      ...{ method: 'POST', path: '/http/answers/deep?plain=1', body: '{"a":1}', headers },
    });
    expect(answer.status).toBe(200);
    expect(answer.json()).toMatchObject({
      openid: null,
      seen: {
        ...{ path: '/deep', httpMethod: 'POST', body: '{"a":1}', isBase64Encoded: false },
        queryStringParameters: { plain: '1' },
        headers: { 'x-mark': 'm', 'x-real-ip': '127.0.0.1' },
      },
    });
    expect(answer.body.toString()).not.toContain('resident_A');
    expect(answer.body.toString()).not.toContain(cloud.token);
  });

  it('answers with the status, the headers and the bytes that the function says', async () => {
    const answer = await ask({ path: '/http/answers' });
    expect([answer.status, answer.headers['content-type'], answer.body.toString()]).toEqual([
      ...[201, 'text/plain', '好'],
    ]);
  });

  it('[SEC-13] takes no request without the token, and knows no other function', async () => {
    expect((await ask({ path: '/http/answers' }, 'wrong')).status).toBe(403);
    expect((await ask({ path: '/http/none' })).status).toBe(404);
    expect((await ask({ path: '/http/answers', headers: { origin: 'http://evil.example' } })).status).toBe(
      403,
    );
  });

  it('answers 500 where the function throws, and says nothing of its inside', async () => {
    const answer = await ask({ method: 'POST', path: '/http/misbehave', body: '{}' });
    expect(answer.status).toBe(500);
    expect(answer.json()).toEqual({ errCode: -601003, errMsg: expect.any(String) as string });
  });
});
