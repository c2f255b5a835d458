import type { Choice } from '@contract/decision';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { proofOf } from '@/features/motions/seal-proof';
import { startTestCloud, type TestCloud } from '../support/local-cloud';
import type { Detail, PersonKey } from '../support/motions';
import { type PaperCalls, paperCallsOf } from '../support/papers';
import { smallCommunity, type SmallCommunity } from '../support/persons';
import { receiptIn } from '../support/receipts';

const MINUTE = 60_000;

let cloud: TestCloud;
let yard: SmallCommunity;
let to: PaperCalls;
/** A vote for each test, so that one voter can be tried in every order. */
let motion: Detail;
let entryId: string;

const begin = async (precedence: 'first' | 'latest', who: 'wang' | 'liuFang' = 'wang') => {
  motion = await to.poll(precedence);
  entryId = await to.on.voterOf(who, motion.id);
};
const phone = async (choice: Choice, replaces = 0, who: 'wang' | 'liuFang' | 'liuDeming' = 'wang') =>
  to.on.cast(who, motion.id, choice, replaces);
const later = () => cloud.advance(MINUTE);
const counts = async () => (await to.ballot(motion.id, entryId))?.choice ?? null;

beforeAll(async () => {
  cloud = await startTestCloud();
  yard = await smallCommunity(cloud);
  to = await paperCallsOf(cloud, yard);
});
afterEach(() => cloud.cloud.faults.reset());
afterAll(() => cloud.close());

/** Of a voter who used both: the steps in the order in which they happened, and who of them counts by precedence. */
const ORDERS: [steps: string, first: Choice, latest: Choice][] = [
  ['phone enter confirm', 'yes', 'no'],
  ['enter confirm phone', 'no', 'yes'],
  ['enter phone confirm', 'no', 'yes'],
  ['phone enter change confirm', 'abstain', 'abstain'],
  ['enter phone change confirm', 'no', 'abstain'],
  ['enter phone confirm change', 'no', 'abstain'],
  ['phone enter confirm change', 'abstain', 'abstain'],
];

describe.each(['first', 'latest'] as const)('where the %s counts', (precedence) => {
  it.each(ORDERS)('[PAP-8] one ballot counts after: %s', async (steps, first, latest) => {
    await begin(precedence);
    let row = null;
    let named = 0;
    for (const step of steps.split(' ')) {
      if (step === 'enter') row = await to.enter(motion.id, entryId, 'no');
      if (step === 'confirm' && row) await to.confirm(row, 'no');
      if (step === 'phone' || step === 'change') {
        const cast = phone(step === 'phone' ? 'yes' : 'abstain', named);
        named = await cast.then(
          ({ revision }) => revision,
          ({ code }: { code: string }) => {
            expect([precedence, code]).toEqual(['first', 'PAPER_STANDS']);
            return named;
          },
        );
      }
      await later();
    }
    expect(await counts()).toBe(precedence === 'first' ? first : latest);
  });
});

describe('what the voter is told', () => {
  it('[PAP-8] is that the paper counts and the phone no more, on the page and in the message', async () => {
    await begin('latest');
    await phone('yes');
    await later();
    await to.taken(motion.id, entryId, 'no');
    const { ballot, paper, locked } = await to.mineOf('wang', motion.id);
    const words = '纸质票已计入，您手机上的那一票不再计：以最后投的为准。';
    expect(ballot).toMatchObject({ channel: 'paper', choice: 'no', channelWords: words });
    expect(paper).toMatchObject({ words, choiceLabel: '反对', photos: [to.photo], can: { object: null } });
    expect(locked).toBeNull();
  });

  it('[PAP-8] is that the phone counts and the paper no more', async () => {
    await begin('latest');
    await to.taken(motion.id, entryId, 'no');
    await later();
    const answer = await phone('yes', 1);
    expect(answer).toMatchObject({
      ...{ applied: true, revision: 2, channel: 'phone' },
      channelWords: '手机上的这一票已计入，纸质票不再计：以最后投的为准。',
    });
  });

  it('[PAP-8] [SEC-15] is why the phone takes nothing where a paper came first', async () => {
    await begin('first');
    await to.taken(motion.id, entryId, 'no');
    await later();
    expect((await to.on.detail('wang', motion.id)).can.vote).toBe('PAPER_STANDS');
    await expect(phone('yes')).rejects.toMatchObject({ code: 'PAPER_STANDS' });
    await expect(phone('yes', 1)).rejects.toMatchObject({ code: 'PAPER_STANDS' });
    await expect(to.enter(motion.id, entryId, 'yes')).rejects.toMatchObject({ code: 'PAPER_STAGE' });
  });

  it('[PAP-8] is, of a paper that was outrun, that it was checked and does not count', async () => {
    await begin('first');
    await phone('yes');
    await later();
    await to.taken(motion.id, entryId, 'no');
    const { paper, ballot } = await to.mineOf('wang', motion.id);
    expect(ballot).toMatchObject({ channel: 'phone', choice: 'yes', channelWords: null });
    expect(paper?.words).toBe('纸质票核对过了，但这一票算的是另一次投的：以最先投的为准。');
  });
});

describe('a later paper of the same voter', () => {
  it('[PAP-8] counts where the latest does, and the earlier one is kept', async () => {
    await begin('latest');
    await to.taken(motion.id, entryId, 'no');
    await later();
    await to.taken(motion.id, entryId, 'abstain', { channel: 'door' });
    expect(await to.ballot(motion.id, entryId)).toMatchObject({
      ...{ choice: 'abstain', channel: 'door', revision: 2 },
      history: [{ choice: 'no', channel: 'paper', revision: 1 }],
    });
  });
});

describe('co-owners', () => {
  it('[PAP-7] [BAL-13] share the paper, and nothing of what one of them cast before', async () => {
    await begin('latest', 'liuFang');
    await phone('yes', 0, 'liuFang');
    await later();
    expect((await to.mineOf('liuDeming', motion.id)).locked).toBe('CO_OWNER_VOTED');
    await to.taken(motion.id, entryId, 'no');
    expect((await to.mineOf('liuDeming', motion.id)).ballot).toMatchObject({ choice: 'no' });
    const read = (who: 'liuFang' | 'liuDeming') =>
      to.on.as(who).call('motions.receipt', { motionId: motion.id, entryId });
    expect((await read('liuDeming')).earlier).toEqual([]);
    expect((await read('liuFang')).earlier).toMatchObject([{ choiceLabel: '同意', channel: 'phone' }]);
  });

  it('[PAP-7] [BAL-9] vote over a paper as over an empty one: the first of them on the phone stands', async () => {
    await phone('abstain', 2, 'liuDeming');
    await expect(phone('yes', 3, 'liuFang')).rejects.toMatchObject({ code: 'CO_OWNER_VOTED' });
    expect(await counts()).toBe('abstain');
  });

  it('[BAL-26] [BAL-13] whose ballot went under both read who voted over it and why, and check what counts', async () => {
    const { ballot, otherCast } = await to.mineOf('liuFang', motion.id);
    expect(ballot).toBeNull();
    expect(otherCast?.replaced?.words).toMatch(/后来登记了你们这一票的纸质票，刘德明.*以最后投的为准/);
    expect(JSON.stringify(otherCast)).not.toMatch(/abstain|弃权/);
    const line = otherCast?.replaced?.signed ?? '';
    expect(receiptIn(line)).toMatchObject({ revision: 1 });
    const check = (who: PersonKey) =>
      to.on.as(who).call('motions.inclusion', { motionId: motion.id, entryId });
    await expect(check('liuFang')).rejects.toMatchObject({ code: 'RESULT_PENDING' });
    await to.on.count(motion);
    expect(proofOf(line, await check('liuFang'))).toMatchObject({ found: 'later', revision: 3, kept: 1 });
    await expect(check('wang')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await to.mineOf('liuDeming', motion.id)).otherCast).toBeNull();
  });
});

describe('a ballot on the phone that is under way while its voter’s paper is checked', () => {
  it.each([
    ['first', 'no', 'PAPER_STANDS'],
    ['latest', 'yes', 'applied'],
  ] as const)('[PAP-9] [CLK-1] counts by its own time (%s)', async (precedence, choice, answer) => {
    await begin(precedence);
    const row = await to.enter(motion.id, entryId, 'no');
    await later();
    // Checked after the paper was registered, written when that stands already.
    const heldUp = cloud.cloud.faults.on({
      action: 'database.insertDocument',
      collection: 'ballots',
      then: { delay: 20_000 },
    });
    const cast = phone('yes').then(
      (answer) => (answer.applied ? 'applied' : 'not applied'),
      ({ code }: { code: string }) => code,
    );
    while (heldUp.hits === 0) await new Promise((resolve) => setTimeout(resolve, 10));
    await to.confirm(row, 'no');
    cloud.cloud.faults.reset();
    expect(await cast).toBe(answer);
    expect(await counts()).toBe(choice);
  });
});
