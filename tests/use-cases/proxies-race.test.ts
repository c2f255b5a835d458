import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HolderDocument } from '../../cloudfunctions/modules/proxies/documents';
import { documentsOf } from '../support/documents';
import { startTestCloud, type TestCloud } from '../support/local-cloud';
import { type ProxyCalls, proxyCallsOf } from '../support/proxies';
import { freshId, smallCommunity } from '../support/persons';
import { codeOf } from '../support/wangs-paper';

const ROUNDS = 3;

let cloud: TestCloud;
let to: ProxyCalls;

beforeAll(async () => {
  cloud = await startTestCloud();
  to = await proxyCallsOf(cloud, await smallCommunity(cloud));
});
afterAll(() => cloud.close());

describe('at once', () => {
  it('[PROXY-3] [PROXY-11] of two that are taken up for the last place one is refused, by the number that held when it was announced [PATH-23]', async () => {
    const vote = await to.poll();
    await to.on.setProfile('xingfuli', { maxProxies: 0 });
    await to.entrusted(vote.id, 'wang', 'zhou');
    await to.entrusted(vote.id, 'zhao', 'zhou');
    const codes = [await to.offer(vote.id, 'liuDeming', 'zhou'), await to.offer(vote.id, 'heJing', 'zhou')];
    const answers = await Promise.all(
      codes.map(({ code }) =>
        to.as('zhou').send('proxies.accept', { clientId: freshId(), code: code ?? '' }),
      ),
    );
    expect(answers.map(codeOf).sort()).toEqual(['PROXY_LIMIT', 'ok']);
    const holders = await documentsOf<HolderDocument>(cloud.cloud, 'proxy_holders');
    expect(holders.map(({ held }) => held.length)).toEqual([3]);
    const { held } = await to.seen('zhou', vote.id);
    expect(held).toHaveLength(3);
    // One that is handed back makes room.
    const [first] = held;
    if (first) await to.end('zhou', first);
    const left = codes[answers.findIndex((answer) => !answer.ok)]?.code ?? '';
    expect((await to.accept('zhou', left)).items).toHaveLength(1);
    await to.on.setProfile('xingfuli', {});
  });

  it('[PROXY-4] [PROXY-11] of two that are given one is refused, and one code is taken up once', async () => {
    const vote = await to.poll();
    const entryId = await to.on.voterOf('wang', vote.id);
    const input = { motionId: vote.id, entryId, wholeMeeting: false, holderName: '周素珍' };
    const given = await Promise.all(
      [1, 2].map(() => to.as('wang').send('proxies.offer', { clientId: freshId(), ...input })),
    );
    expect(given.map(codeOf).sort()).toEqual(['PROXY_GIVEN', 'ok']);
    const code = (await to.given('wang', vote.id)).code ?? '';
    const taken = await Promise.all([1, 2].map(() => to.accept('zhou', code)));
    expect(taken.map(({ items }) => items.length)).toEqual([1, 1]);
    expect((await to.seen('zhou', vote.id)).held).toHaveLength(1);
  });

  it('[PROXY-6] [PROXY-11] taking back and casting: after the answer nothing comes in', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const vote = await to.poll();
      const held = await to.entrusted(vote.id, 'wang', 'zhou');
      const ended = to.end('wang', held).then(() => to.ballot(vote.id, held.entryId));
      const cast = to.as('zhou').send('proxies.cast', to.castInput(vote.id, held.entryId, 'yes'));
      const [atTheAnswer, answer] = await Promise.all([ended, cast]);
      expect(['ok', 'PROXY_ENDED']).toContain(codeOf(answer));
      const after = await to.ballot(vote.id, held.entryId);
      expect(after?.revision ?? 0).toBe(atTheAnswer?.revision ?? 0);
      expect(after !== null).toBe(answer.ok);
    }
  });

  it('[PROXY-5] [PROXY-11] the principal’s own ballot stands, whichever of the two is first', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const vote = await to.poll();
      const held = await to.entrusted(vote.id, 'wang', 'zhou');
      const own = {
        clientId: freshId(),
        motionId: vote.id,
        entryId: held.entryId,
        choice: 'no',
        replaces: 0,
      };
      const [mine, proxy] = await Promise.all([
        to.as('wang').send('motions.castBallot', own),
        to.as('zhou').send('proxies.cast', to.castInput(vote.id, held.entryId, 'yes')),
      ]);
      expect(mine).toMatchObject({ ok: true, data: { applied: true, choice: 'no' } });
      expect(['ok', 'PROXY_OVERRIDDEN']).toContain(codeOf(proxy));
      const ballot = await to.ballot(vote.id, held.entryId);
      expect(ballot).toMatchObject({ choice: 'no', revision: proxy.ok ? 2 : 1 });
      expect(ballot).not.toHaveProperty('proxy');
      // A retry of the phone finds its own ballot, by whatever number it named.
      expect(await to.as('wang').send('motions.castBallot', own)).toMatchObject({
        ok: true,
        data: { applied: true },
      });
    }
  });
});
