import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inboxOf } from '../support/inbox';
import { startTestCloud, type TestCloud } from '../support/local-cloud';
import { type Detail, HOUR, type PersonKey } from '../support/motions';
import { type PaperCalls, paperCallsOf, type Row } from '../support/papers';
import { smallCommunity, type SmallCommunity } from '../support/persons';
import { uploadPhoto } from '../support/photos';

const MINUTE = 60_000;

let cloud: TestCloud;
let yard: SmallCommunity;
let to: PaperCalls;
let motion: Detail;
let wang: string;

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

describe('a paper that counts, behind another one', () => {
  it('[PAP-10] can be objected to after an officer entered a second one and took it back', async () => {
    await begin('latest');
    await to.taken(motion.id, wang, 'no');
    await cloud.advance(1000);
    const row = await to.enter(motion.id, wang, 'yes', {}, 'residentsCommittee');
    await to.on.as('residentsCommittee').call('motions.withdrawPaper', to.named(row));
    const { paper } = await to.mineOf('wang', motion.id);
    expect(paper).toMatchObject({ state: 'withdrawn', can: { object: null } });
    expect(paper?.words).toContain('以前核对过的那张纸质票照样算');
    await to.object('wang', motion.id, wang);
    expect(await to.ballot(motion.id, wang)).toBeNull();
    expect(await to.paper(motion.id, wang)).toMatchObject({ earlier: [{ state: 'objected' }] });
    await expect(to.enter(motion.id, wang, 'no')).rejects.toMatchObject({ code: 'PAPER_OBJECTED' });
  });

  it('[PAP-10] its two officers hear of the objection', async () => {
    for (const who of ['secretary', 'gridWorker', 'residentsCommittee'] as const) {
      const titles = (await inboxOf(cloud, yard.people[who].openid)).map(({ title }) => title);
      expect(titles).toContain('有人对纸质票有异议');
    }
  });
});

describe('a paper that two officers read differently', () => {
  it('[PAP-6] is the same paper with the very same photos only, none for another even where one was given twice', async () => {
    await begin('first');
    const other = await uploadPhoto(cloud, yard.people.secretary.openid);
    await to.confirm(await to.enter(motion.id, wang, 'no', { photos: [to.photo, to.photo] }), 'yes');
    await cloud.advance(motion.closesAt + 1 - to.now());
    const again = (photos: string[]) => to.enter(motion.id, wang, 'no', { photos });
    await expect(again([to.photo, other])).rejects.toMatchObject({ code: 'BALLOT_CLOSED' });
    expect((await again([to.photo, to.photo])).state).toBe('entered');
  });

  it('[PAP-6] [PAP-10] can be objected to, since the same paper may come again, and then it may not', async () => {
    await begin('first');
    await to.confirm(await to.enter(motion.id, wang, 'no'), 'yes');
    await cloud.advance(motion.closesAt + 1 - to.now());
    expect((await to.mineOf('wang', motion.id)).paper?.can.object).toBeNull();
    await to.object('wang', motion.id, wang);
    await expect(to.enter(motion.id, wang, 'no')).rejects.toMatchObject({ code: 'BALLOT_CLOSED' });
    expect(await to.ballot(motion.id, wang)).toBeNull();
  });

  it('[PAP-10] of one that was taken back, with none behind it, there is nothing to say', async () => {
    await begin('first');
    const row = await to.enter(motion.id, wang, 'no');
    await to.on.as('secretary').call('motions.withdrawPaper', to.named(row));
    await expect(to.object('wang', motion.id, wang)).rejects.toMatchObject({ code: 'PAPER_STAGE' });
  });
});

describe('a paper that a second officer sent back', () => {
  const reject = (row: Row, by: PersonKey = 'gridWorker') =>
    to.on.as(by).call('motions.rejectPaper', { ...to.named(row), reason: '没有签字' });
  let row: Row;

  it('[PAP-15] is entered anew after the closing by any officer, with the very same photos alone, in its old time', async () => {
    await begin('latest');
    row = await to.enter(motion.id, wang, 'no');
    const wu = await to.entryOf(motion.id, '1栋2单元102');
    await to.enter(motion.id, wu, 'yes');
    await cloud.advance(motion.closesAt + 1 - to.now());
    const sentBack = await reject(row);
    expect(sentBack).toMatchObject({ state: 'rejected', photos: [to.photo], can: { again: null } });
    expect((await to.mineOf('wang', motion.id)).paper?.can.object).toBeNull();
    const other = await uploadPhoto(cloud, yard.people.secretary.openid);
    const swapped = to.enter(motion.id, wang, 'no', { photos: [other] });
    await expect(swapped).rejects.toMatchObject({ code: 'BALLOT_CLOSED' });
    const never = to.enter(motion.id, await to.on.voterOf('zhou', motion.id), 'no');
    await expect(never).rejects.toMatchObject({ code: 'BALLOT_CLOSED' });
    // Whoever sent it back by mistake enters it; the one who entered it first is then the second to read it.
    const again = await to.enter(motion.id, wang, 'no', {}, 'gridWorker');
    expect(again).toMatchObject({ state: 'entered', registeredAt: row.registeredAt });
    await to.confirm(again, 'no', 'secretary');
    expect(await to.ballot(motion.id, wang)).toMatchObject({ choice: 'no', castAt: row.registeredAt });
  });

  it('[PAP-15] is none any more in the last ten minutes, nor is one withdrawn after the closing; checking goes on', async () => {
    const { items } = await to.on
      .as('gridWorker')
      .call('motions.papers', { motionId: motion.id, state: 'waiting' });
    const [waits] = items;
    if (!waits) throw new Error('nothing waits');
    const withdrawn = to.on.as('secretary').call('motions.withdrawPaper', to.named(waits));
    await expect(withdrawn).rejects.toMatchObject({ code: 'BALLOT_CLOSED' });
    await cloud.advance(motion.closesAt + HOUR - 10 * MINUTE + 1 - to.now());
    await expect(reject(waits)).rejects.toMatchObject({ code: 'PAPER_REJECT_LATE' });
    expect((await to.confirm(waits, 'yes')).state).toBe('confirmed');
    await to.on.count(motion);
    const tally = await to.on.as('zhou').call('motions.tally', { id: motion.id });
    expect(tally.papers?.counted).toEqual({ phone: 0, paper: 2, door: 0 });
    expect(
      await to.on.as('gridWorker').call('motions.paper', { motionId: motion.id, entryId: wang }),
    ).toMatchObject({
      paper: { photos: [], can: { again: 'PAPER_STAGE' } },
    });
  });

  it('[PAP-15] is put right also behind another paper that came to nothing meanwhile, and counts as one paper', async () => {
    await begin('latest');
    row = await to.enter(motion.id, wang, 'no');
    await cloud.advance(1000);
    await reject(row);
    // By one officer alone: entered with another photo, and taken back.
    const other = await uploadPhoto(cloud, yard.people.gridWorker.openid);
    const second = await to.enter(motion.id, wang, 'no', { photos: [other] }, 'gridWorker');
    await to.on.as('gridWorker').call('motions.withdrawPaper', to.named(second));
    expect((await to.mineOf('wang', motion.id)).paper?.can.object).toBeNull();
    await cloud.advance(motion.closesAt + 1 - to.now());
    const { paper } = await to.on
      .as('gridWorker')
      .call('motions.paper', { motionId: motion.id, entryId: wang });
    expect(paper).toMatchObject({ state: 'withdrawn', photos: [to.photo], can: { again: null } });
    const again = await to.enter(motion.id, wang, 'no');
    expect(again).toMatchObject({ state: 'entered', registeredAt: row.registeredAt });
    await to.confirm(again, 'no');
    await to.on.count(motion);
    const { papers } = await to.on.as('zhou').call('motions.tally', { id: motion.id });
    expect(papers).toMatchObject({
      counted: { paper: 1 },
      uncounted: { rejected: 0, withdrawn: 1, outrun: 0 },
    });
  });
});
