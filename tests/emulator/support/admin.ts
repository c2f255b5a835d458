import { expect } from 'vitest';
import { resultOf, type TestCloud } from './cloud';
import { rawRequest, type RawAnswer } from './http';

/** /admin of a cloud, as one of its functions reaches it: what is sent is up to the test. */
export interface Admin {
  send(body: string | Buffer, headers?: Record<string, string>): Promise<RawAnswer>;
  /** The answer to a request that was answered at all. */
  ask(request: object): Promise<Record<string, unknown>>;
}

/** Takes the credentials of the fixture function `credentials`, which must be there. */
export async function adminOf(cloud: TestCloud): Promise<Admin> {
  const answer = await cloud.call('credentials', {}, 'somebody');
  const { secretId } = resultOf<{ secretId: string }>(answer);
  const authorization = `TC3-HMAC-SHA256 Credential=${secretId}/2026-01-01/tcb/tc3_request`;
  const send: Admin['send'] = (body, headers = {}) =>
    rawRequest(cloud.port, {
      method: 'POST',
      path: '/admin?env=local-cloud&seqId=1',
      headers: { authorization, ...headers },
      body,
    });
  return {
    send,
    async ask(request) {
      const { status, headers, json } = await send(JSON.stringify(request));
      expect([status, headers['content-type']]).toEqual([200, 'application/json; charset=utf-8']);
      return json() as Record<string, unknown>;
    },
  };
}
