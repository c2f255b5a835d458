import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { HolderDocument } from '../../cloudfunctions/modules/proxies/documents';
import { documentsOf } from '../support/documents';
import { startTestCloud, type TestCloud } from '../support/local-cloud';
import type { Detail, PersonKey } from '../support/motions';
import { type ProxyCalls, proxyCallsOf } from '../support/proxies';
import { freshId, smallCommunity } from '../support/persons';
import { codeOf } from '../support/wangs-paper';

const TIME = 300_000;

let cloud: TestCloud;
let to: ProxyCalls;
let vote: Detail;
let wang: string;

beforeAll(async () => {
  cloud = await startTestCloud();
  to = await proxyCallsOf(cloud, await smallCommunity(cloud));
});
afterEach(() => cloud.cloud.faults.reset());
afterAll(() => cloud.close());

interface Call {
  by: PersonKey;
  action: string;
  input: object;
}

/** The k-th database request of a call fails, before or after it is done, for each k; then the phone sends it again. */
async function brokenAnywhere(
  then: 'fail' | 'fail-after',
  prepare: () => Promise<Call>,
  check: () => Promise<void>,
): Promise<number> {
  let struck = true;
  let nth = 0;
  while (struck) {
    nth += 1;
    // Past the window of the rate limit, which is not what is tried here.
    await cloud.advance(11 * 60_000);
    vote = await to.poll();
    wang = await to.on.voterOf('wang', vote.id);
    const { by, action, input } = await prepare();
    const fault = cloud.cloud.faults.on({ action: /^database\./, nth, then });
    await to.as(by).send(action, input);
    struck = fault.hits > 0;
    cloud.cloud.faults.reset();
    expect([nth, codeOf(await to.as(by).send(action, input))]).toEqual([nth, 'ok']);
    await check();
  }
  return nth;
}

const entriesOf = async (action: string) =>
  (await documentsOf<{ action: string; facts: { motionId?: string } }>(cloud.cloud, 'audit')).filter(
    (entry) => entry.action === action && entry.facts.motionId === vote.id,
  );

describe.each(['fail', 'fail-after'] as const)('a call on a proxy whose database request does %s', (then) => {
  it(
    '[PROXY-11] [IDM-4] is taken up once, whichever it is',
    async () => {
      const tried = await brokenAnywhere(
        then,
        async () => {
          const { code } = await to.offer(vote.id, 'wang', 'zhou');
          return { by: 'zhou', action: 'proxies.accept', input: { clientId: freshId(), code } };
        },
        async () => {
          expect(await entriesOf('proxies.accept')).toHaveLength(1);
          const all = await documentsOf<HolderDocument>(cloud.cloud, 'proxy_holders');
          const { proxyId } = await to.given('wang', vote.id);
          expect(all.flatMap(({ held }) => held).filter((one) => one.proxyId === proxyId)).toHaveLength(1);
        },
      );
      expect(tried).toBeGreaterThan(8);
    },
    TIME,
  );

  it(
    '[PROXY-11] [PROXY-7] [IDM-4] casts once, whichever it is',
    async () => {
      const tried = await brokenAnywhere(
        then,
        async () => {
          await to.entrusted(vote.id, 'wang', 'zhou');
          return { by: 'zhou', action: 'proxies.cast', input: to.castInput(vote.id, wang, 'yes') };
        },
        async () => {
          expect(await entriesOf('proxies.cast')).toHaveLength(1);
          expect(await to.ballot(vote.id, wang)).toMatchObject({ choice: 'yes', revision: 1, history: [] });
        },
      );
      expect(tried).toBeGreaterThan(8);
    },
    TIME,
  );

  it(
    '[PROXY-11] [PROXY-6] [IDM-4] is taken back once, whichever it is',
    async () => {
      const tried = await brokenAnywhere(
        then,
        async () => {
          const { proxyId, number } = await to.entrusted(vote.id, 'wang', 'zhou');
          return { by: 'wang', action: 'proxies.end', input: { clientId: freshId(), proxyId, number } };
        },
        async () => {
          expect(await entriesOf('proxies.end')).toHaveLength(1);
          expect(await to.given('wang', vote.id)).toMatchObject({ state: 'withdrawn' });
          expect((await to.seen('zhou', vote.id)).held).toEqual([]);
        },
      );
      expect(tried).toBeGreaterThan(8);
    },
    TIME,
  );
});
