import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startTestCloud, type TestCloud } from '../support/local-cloud';
import { type PaperCalls, paperCallsOf } from '../support/papers';
import { smallCommunity, type SmallCommunity } from '../support/persons';
import { codeOf, wangsPaper, type WangsPaper } from '../support/wangs-paper';

const MINUTE = 60_000;
/** How often each meeting of two is tried: which of them is first differs from time to time. */
const ROUNDS = [1, 2, 3];

let cloud: TestCloud;
let yard: SmallCommunity;
let to: PaperCalls;
let vote: WangsPaper;

beforeAll(async () => {
  cloud = await startTestCloud();
  yard = await smallCommunity(cloud);
  to = await paperCallsOf(cloud, yard);
});
afterEach(() => cloud.cloud.faults.reset());
afterAll(() => cloud.close());

describe.each(ROUNDS)('at once, round %i', () => {
  it.each(['first', 'latest'] as const)(
    '[PAP-9] [PAP-8] phone and checking count one ballot, by the time of each (%s)',
    async (precedence) => {
      vote = await wangsPaper(cloud, to, precedence);
      const row = await to.enter(vote.motion.id, vote.wang, 'no');
      await cloud.advance(MINUTE);
      const [phone, checked] = await Promise.all([
        vote.send('wang', 'motions.castBallot', vote.cast()),
        vote.send('gridWorker', 'motions.confirmPaper', vote.confirmation(row)),
      ]);
      expect(codeOf(checked)).toBe('ok');
      expect(precedence === 'first' ? ['ok', 'PAPER_STANDS'] : ['ok']).toContain(codeOf(phone));
      expect(await vote.ballots()).toMatchObject([{ choice: precedence === 'first' ? 'no' : 'yes' }]);
    },
  );

  it('[PAP-9] a change on the phone and checking: the change is later, and counts', async () => {
    vote = await wangsPaper(cloud, to, 'latest');
    await vote.send('wang', 'motions.castBallot', vote.cast());
    await cloud.advance(MINUTE);
    const row = await to.enter(vote.motion.id, vote.wang, 'no');
    await cloud.advance(MINUTE);
    const answers = await Promise.all([
      vote.send('wang', 'motions.castBallot', { ...vote.cast(1), choice: 'abstain' }),
      vote.send('gridWorker', 'motions.confirmPaper', vote.confirmation(row)),
    ]);
    expect(answers.map(codeOf)).toEqual(['ok', 'ok']);
    expect(await vote.ballots()).toMatchObject([{ choice: 'abstain' }]);
  });

  it('[PAP-5] [PAP-9] two second officers check one paper once', async () => {
    vote = await wangsPaper(cloud, to, 'first');
    const row = await to.enter(vote.motion.id, vote.wang, 'no');
    const answers = await Promise.all([
      vote.send('gridWorker', 'motions.confirmPaper', vote.confirmation(row)),
      vote.send('residentsCommittee', 'motions.confirmPaper', vote.confirmation(row)),
    ]);
    expect(answers.map(codeOf).sort()).toEqual(['PAPER_STAGE', 'ok']);
    expect(await vote.ballots()).toMatchObject([{ revision: 1, history: [] }]);
  });

  it('[PAP-4] [PAP-9] two officers enter one voter’s paper once', async () => {
    vote = await wangsPaper(cloud, to, 'first');
    const answers = await Promise.all(
      (['secretary', 'gridWorker'] as const).map((who) =>
        vote.send(who, 'motions.enterPaper', to.enterInput(vote.motion.id, vote.wang, 'no')),
      ),
    );
    expect(answers.map(codeOf).sort()).toEqual(['PAPER_WAITING', 'ok']);
    expect(await to.paper(vote.motion.id, vote.wang)).toMatchObject({ number: 1, earlier: [] });
  });

  it('[PAP-9] [PAP-10] checking and an objection leave no paper that counts', async () => {
    vote = await wangsPaper(cloud, to, 'latest');
    const row = await to.enter(vote.motion.id, vote.wang, 'no');
    const [checked, objected] = await Promise.all([
      vote.send('gridWorker', 'motions.confirmPaper', vote.confirmation(row)),
      vote.send('wang', 'motions.objectPaper', vote.objection()),
    ]);
    expect(codeOf(objected)).toBe('ok');
    expect(['ok', 'PAPER_STAGE']).toContain(codeOf(checked));
    expect(await vote.ballots()).toEqual([]);
    expect((await to.paper(vote.motion.id, vote.wang))?.state).toBe('objected');
  });

  it('[PAP-9] [PAP-10] an objection and a ballot on the phone leave the phone’s', async () => {
    vote = await wangsPaper(cloud, to, 'latest');
    await to.taken(vote.motion.id, vote.wang, 'no');
    await cloud.advance(MINUTE);
    const input = vote.cast(1);
    const [phone, objected] = await Promise.all([
      vote.send('wang', 'motions.castBallot', input),
      vote.send('wang', 'motions.objectPaper', vote.objection()),
    ]);
    // Whichever is first: what was set aside keeps the number that the phone names.
    expect([objected, phone].map(codeOf)).toEqual(['ok', 'ok']);
    expect(await vote.ballots()).toMatchObject([{ choice: 'yes', revision: 2 }]);
  });
});
