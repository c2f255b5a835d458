import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inboxOf } from '../support/inbox';
import { startTestCloud, type TestCloud } from '../support/local-cloud';
import { type Detail, HOUR } from '../support/motions';
import { type PaperCalls, paperCallsOf } from '../support/papers';
import { freshId, smallCommunity, type SmallCommunity } from '../support/persons';
import { uploadPhoto } from '../support/photos';

const MINUTE = 60_000;

let cloud: TestCloud;
let yard: SmallCommunity;
let to: PaperCalls;
let motion: Detail;
let wang: string;

const later = () => cloud.advance(MINUTE);
const at = (instant: number) => cloud.advance(instant - to.now());
const begin = async (precedence: 'first' | 'latest') => {
  motion = await to.poll(precedence);
  wang = await to.on.voterOf('wang', motion.id);
};

beforeAll(async () => {
  cloud = await startTestCloud();
  yard = await smallCommunity(cloud);
  to = await paperCallsOf(cloud, yard);
});
afterAll(() => cloud.close());

describe('a paper that its voter did not mean', () => {
  it('[PAP-10] is set aside: the ballot on the phone that it replaced stands again, with its own time', async () => {
    await begin('latest');
    const { castAt } = await to.on.cast('wang', motion.id, 'yes');
    await later();
    await to.taken(motion.id, wang, 'no');
    await later();
    const paper = await to.object('wang', motion.id, wang);
    expect(paper).toMatchObject({ state: 'objected', can: { object: 'PAPER_STAGE' } });
    expect(await to.ballot(motion.id, wang)).toMatchObject({ choice: 'yes', castAt, revision: 3 });
    const { ballot } = await to.mineOf('wang', motion.id);
    expect(ballot?.channelWords).toBe('纸质票已经作废，您手机上的这一票照样算。');
    expect((await to.on.cast('wang', motion.id, 'abstain', 3)).applied).toBe(true);
  });

  it('[PAP-10] is told to both officers, and no other paper is taken from that voter', async () => {
    for (const who of ['secretary', 'gridWorker'] as const) {
      const titles = (await inboxOf(cloud, yard.people[who].openid)).map(({ title }) => title);
      expect(titles).toContain('有人对纸质票有异议');
    }
    await expect(to.enter(motion.id, wang, 'no')).rejects.toMatchObject({ code: 'PAPER_OBJECTED' });
  });

  it('[PAP-10] leaves no ballot where there was none before, and room for one on the phone', async () => {
    await begin('first');
    await to.taken(motion.id, wang, 'no');
    await to.object('wang', motion.id, wang);
    expect(await to.ballot(motion.id, wang)).toBeNull();
    expect((await to.paper(motion.id, wang))?.written).toMatchObject({ revision: 1 });
    const clientId = freshId();
    const cast = () => to.on.cast('wang', motion.id, 'yes', 0, clientId);
    const words = '纸质票已经作废，您手机上的这一票照样算。';
    for (const answer of [await cast(), await cast()])
      expect(answer).toMatchObject({ applied: true, revision: 2, channelWords: words });
    expect(await to.lastBallot(motion.id, wang)).toMatchObject({ revision: 2, history: [{ revision: 1 }] });
    expect((await to.lastBallot(motion.id, wang))?.setAside).toBeUndefined();
  });

  it('[PAP-10] can be set aside before it is checked; then nobody can check it', async () => {
    await begin('first');
    const row = await to.enter(motion.id, wang, 'no');
    await to.object('wang', motion.id, wang);
    await expect(to.confirm(row, 'no')).rejects.toMatchObject({ code: 'PAPER_STAGE' });
    expect(await to.ballot(motion.id, wang)).toBeNull();
  });

  it('[PAP-10] changes nothing of a later ballot on the phone', async () => {
    await begin('latest');
    await to.taken(motion.id, wang, 'no');
    await later();
    await to.on.cast('wang', motion.id, 'abstain', 1);
    await to.object('wang', motion.id, wang);
    expect(await to.ballot(motion.id, wang)).toMatchObject({ choice: 'abstain', revision: 2 });
  });

  it('[PAP-10] brings back no earlier paper instead', async () => {
    await begin('latest');
    await to.taken(motion.id, wang, 'no');
    await later();
    await to.taken(motion.id, wang, 'abstain');
    await to.object('wang', motion.id, wang);
    expect(await to.ballot(motion.id, wang)).toBeNull();
    expect((await to.paper(motion.id, wang))?.earlier).toMatchObject([{ state: 'objected' }]);
  });

  it('[PAP-10] is nobody else’s to set aside', async () => {
    await begin('first');
    await to.taken(motion.id, wang, 'no');
    for (const [who, code] of [
      ['zhou', 'NOT_ON_ROLL'],
      ['secretary', 'NOT_ON_ROLL'],
      ['stranger', 'NOT_FOUND'],
    ] as const) {
      const input = { clientId: freshId(), motionId: motion.id, entryId: wang, number: 1 };
      await expect(to.on.as(who).call('motions.objectPaper', input)).rejects.toMatchObject({ code });
    }
    expect((await to.ballot(motion.id, wang))?.choice).toBe('no');
  });
});

describe('from the closing to the count', () => {
  let zhao: string;
  let wu: string;

  beforeAll(async () => {
    await begin('latest');
    zhao = await to.on.voterOf('zhao', motion.id);
    wu = await to.entryOf(motion.id, '1栋2单元102');
    await to.on.cast('zhou', motion.id, 'yes');
  });

  it('[PAP-2] [CLK-1] a paper is entered in the closing millisecond and not after it', async () => {
    await at(motion.closesAt);
    await to.enter(motion.id, wang, 'no');
    await to.enter(motion.id, wu, 'yes', { channel: 'door' });
    await at(motion.closesAt + 1);
    await expect(to.enter(motion.id, zhao, 'yes')).rejects.toMatchObject({ code: 'BALLOT_CLOSED' });
  });

  it('[PAP-6] the same paper is entered anew where two read it differently, and no other one', async () => {
    const { items } = await to.on
      .as('gridWorker')
      .call('motions.papers', { motionId: motion.id, state: 'waiting' });
    const row = items.find(({ entryId }) => entryId === wang);
    if (!row) throw new Error('nothing waits');
    await to.confirm(row, 'abstain');
    const other = await uploadPhoto(cloud, yard.people.secretary.openid);
    for (const photos of [[other], [to.photo, other], [to.photo, to.photo]]) {
      const swapped = to.enter(motion.id, wang, 'no', { photos });
      await expect(swapped).rejects.toMatchObject({ code: 'BALLOT_CLOSED' });
    }
    await to.taken(motion.id, wang, 'no');
    expect(await to.ballot(motion.id, wang)).toMatchObject({ choice: 'no', castAt: motion.closesAt });
  });

  it('[PAP-2] [MOT-6] no figure is shown, though the vote showed them before, and nothing is counted', async () => {
    await cloud.advance(2 * MINUTE);
    await cloud.cloud.fireTimer('timer');
    const seen = await to.on.detail('zhou', motion.id);
    expect(seen).toMatchObject({ phase: 'counting', figures: null, verdict: null });
    const tally = to.on.as('zhou').call('motions.tally', { id: motion.id });
    await expect(tally).rejects.toMatchObject({ code: 'RESULT_PENDING' });
    await expect(to.on.cast('zhao', motion.id, 'yes')).rejects.toMatchObject({ code: 'BALLOT_CLOSED' });
  });

  it('[PAP-2] [PAP-10] checking and objecting end with the settling’s last millisecond', async () => {
    await at(motion.closesAt + HOUR);
    await to.object('wang', motion.id, wang);
    await at(motion.closesAt + HOUR + 1);
    const { items } = await to.on
      .as('gridWorker')
      .call('motions.papers', { motionId: motion.id, state: 'waiting' });
    expect(items).toMatchObject([{ can: { confirm: 'PAPER_SETTLED' } }]);
    if (items[0]) await expect(to.confirm(items[0], 'yes')).rejects.toMatchObject({ code: 'PAPER_SETTLED' });
  });

  it('[PAP-11] [CLK-3] then it is counted, with the ballots by channel and the papers that do not count', async () => {
    await at(motion.resultAt - 1);
    await cloud.cloud.fireTimer('timer');
    expect((await to.on.detail('zhou', motion.id)).phase).toBe('counting');
    await to.on.count(motion);
    const tally = await to.on.as('zhou').call('motions.tally', { id: motion.id });
    expect(tally.cast.map(({ heads }) => heads)).toEqual([1, 0, 0]);
    expect(tally.papers).toEqual({
      counted: { phone: 1, paper: 0, door: 0 },
      uncounted: { unconfirmed: 1, differed: 0, rejected: 0, withdrawn: 0, objected: 1, outrun: 0 },
    });
  });
});

describe('a closing that is moved', () => {
  it('[PAP-2] [CLK-4] takes the settling along', async () => {
    const opensAt = to.now() + HOUR;
    motion = await to.poll('first', { window: { opensAt, closesAt: opensAt + 24 * HOUR } });
    wang = await to.on.voterOf('wang', motion.id);
    const { id, revision } = motion;
    const closesAt = motion.closesAt + 2 * HOUR;
    const input = { clientId: freshId(), id, revision, closesAt, reason: '多给大家一点时间' };
    const moved = await to.on.as('secretary').call('motions.changeClosing', input);
    expect(moved).toMatchObject({
      paper: { settlesAt: closesAt + HOUR },
      resultAt: closesAt + HOUR + 40_000,
    });
    await at(motion.resultAt + MINUTE);
    await cloud.cloud.fireTimer('timer');
    expect((await to.on.detail('wang', id)).phase).toBe('open');
    await to.taken(id, wang, 'yes');
    await to.on.count(moved);
    const tally = await to.on.as('wang').call('motions.tally', { id });
    expect(tally.papers?.counted).toEqual({ phone: 0, paper: 1, door: 0 });
  });
});
