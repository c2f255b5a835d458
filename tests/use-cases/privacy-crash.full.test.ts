import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { PersonDocument } from '../../cloudfunctions/kernel/person';
import { documentsOf } from '../support/documents';
import { startTestCloud, type TestCloud } from '../support/local-cloud';
import { freshId, signInAs, smallCommunity } from '../support/persons';
import { codeOf } from '../support/wangs-paper';

const TIME = 120_000;

let cloud: TestCloud;
let nth = 0;

beforeAll(async () => {
  cloud = await startTestCloud();
  await smallCommunity(cloud);
});
afterEach(() => cloud.cloud.faults.reset());
afterAll(() => cloud.close());

/** What still names the person, anywhere that leaving clears. */
async function left(id: string): Promise<number> {
  const person = (await documentsOf<PersonDocument>(cloud.cloud, 'persons')).find(({ _id }) => _id === id);
  const inbox = await documentsOf<{ personId: string }>(cloud.cloud, 'inbox');
  return [
    person?.openid !== '',
    person?.name !== '已注销',
    inbox.some(({ personId }) => personId === id),
    person?.forgetAt !== undefined,
  ].filter(Boolean).length;
}

describe.each(['fail', 'fail-after'] as const)('leaving whose database request does %s', (then) => {
  it.each(['by a retry', 'by the timer'])(
    '[KEEP-2] [IDM-4] is brought to its end %s, whichever it is',
    async (how) => {
      let struck = true;
      let tried = 0;
      for (let k = 1; struck; k += 1) {
        nth += 1;
        tried = k;
        const openid = `o_leaver-${nth}`;
        const id = await signInAs(cloud, openid, '丁路过');
        const input = { clientId: freshId(), personId: id, sure: true };
        const fault = cloud.cloud.faults.on({ action: /^database\./, nth: k, then });
        await cloud.as(openid).send('privacy.leave', input);
        struck = fault.hits > 0;
        cloud.cloud.faults.reset();
        const gone = (await documentsOf<PersonDocument>(cloud.cloud, 'persons')).find(
          ({ _id }) => _id === id,
        );
        // The timer ends only what was begun: before that nothing has happened to them.
        if (how === 'by a retry' || gone?.leftAt === undefined)
          expect([k, codeOf(await cloud.as(openid).send('privacy.leave', input))]).toEqual([k, 'ok']);
        else await cloud.cloud.fireTimer('timer');
        // Looked at once more an hour later, for what was under way: until then it is only marked for that.
        expect([k, await left(id)]).toEqual([k, 1]);
        await cloud.advance(3_600_000);
        await cloud.cloud.fireTimer('timer');
        expect([k, await left(id)]).toEqual([k, 0]);
      }
      expect(tried).toBeGreaterThan(8);
    },
    TIME,
  );
});
