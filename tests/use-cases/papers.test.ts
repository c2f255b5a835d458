import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashOf } from '../../cloudfunctions/kernel/ids';
import { documentsOf } from '../support/documents';
import { inboxOf } from '../support/inbox';
import { startTestCloud, type TestCloud } from '../support/local-cloud';
import { DAY, type Detail, HOUR, ownersPoll } from '../support/motions';
import { type PaperCalls, paperCallsOf } from '../support/papers';
import { freshId, smallCommunity, type SmallCommunity } from '../support/persons';
import { receiptIn } from '../support/receipts';

let cloud: TestCloud;
let yard: SmallCommunity;
let to: PaperCalls;
let motion: Detail;
/** A voter of whom nobody has a phone. */
let wu: string;
let wang: string;

const MINUTE = 60_000;

beforeAll(async () => {
  cloud = await startTestCloud();
  yard = await smallCommunity(cloud);
  to = await paperCallsOf(cloud, yard);
  motion = await to.poll('latest');
  wu = await to.entryOf(motion.id, '1栋2单元102');
  wang = await to.on.voterOf('wang', motion.id);
});
afterAll(() => cloud.close());

describe('a motion that takes paper', () => {
  it('[PAP-1] says so before the first ballot: which counts, and until when one can object', () => {
    expect(motion.paper).toMatchObject({ precedence: 'latest', settlesAt: motion.closesAt + HOUR });
    expect(motion.paper?.words).toContain('以最后投的为准');
    expect(motion.terms.paper).toEqual({ precedence: 'latest', settleMinutes: 60 });
    expect(motion.resultAt).toBe(motion.closesAt + HOUR + 40_000);
  });

  it('[PAP-2] settles within a day where nothing was chosen, and never over three days', async () => {
    const draft = ownersPoll({ paper: { precedence: 'first' } });
    expect((await to.on.draft('secretary', draft)).terms.paper).toEqual({
      precedence: 'first',
      settleMinutes: 24 * 60,
    });
    const long = to.on.draft(
      'secretary',
      ownersPoll({ paper: { precedence: 'first', settleMinutes: 4321 } }),
    );
    await expect(long).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  });

  it('[PAP-1] is the exception: without it none is entered and nothing else changes', async () => {
    const plain = await to.on.announced('secretary', ownersPoll());
    expect(plain).toMatchObject({ paper: null, resultAt: plain.closesAt + 40_000 });
    expect(plain.can.enterPaper).toBe('PAPER_NOT_TAKEN');
    const entered = to.enter(plain.id, await to.on.voterOf('wang', plain.id), 'yes');
    await expect(entered).rejects.toMatchObject({ code: 'PAPER_NOT_TAKEN' });
  });
});

describe('entering a paper', () => {
  it('[PAP-4] counts for nothing until it is checked, and takes no second one meanwhile', async () => {
    const row = await to.enter(motion.id, wu, 'yes', { assistance: { helper: '吴小妹', consent: true } });
    expect(row).toMatchObject({ state: 'entered', mine: true, helper: '吴小妹' });
    expect(row.can).toEqual({
      ...{ confirm: 'PAPER_SAME_OFFICER', reject: 'PAPER_SAME_OFFICER' },
      ...{ withdraw: null, again: 'PAPER_STAGE' },
    });
    expect(await to.ballot(motion.id, wu)).toBeNull();
    await expect(to.enter(motion.id, wu, 'no')).rejects.toMatchObject({ code: 'PAPER_WAITING' });
  });

  it.each([
    ['no photo', { photos: [] }, 'INVALID_INPUT'],
    ['a photo that is not there', { photos: ['cloud://nowhere/photo.png'] }, 'PHOTO_UNKNOWN'],
    [
      'a helper without consent',
      { assistance: { helper: '吴小妹', consent: false as never } },
      'INVALID_INPUT',
    ],
    ['another choice', { choice: 'option:1' as const }, 'CHOICE_UNKNOWN'],
  ])('[PAP-4] refuses %s and writes nothing', async (_what, changes, code) => {
    await expect(to.enter(motion.id, wang, 'yes', changes)).rejects.toMatchObject({ code });
    expect(await to.paper(motion.id, wang)).toBeNull();
  });

  it('[PAP-3] is for officers of the place, and never of their own voter or home', async () => {
    const zhao = await to.on.voterOf('zhao', motion.id);
    await expect(to.enter(motion.id, zhao, 'yes', {}, 'zhao')).rejects.toMatchObject({ code: 'PAPER_OWN' });
    for (const [who, code] of [
      ['wang', 'NOT_ALLOWED'],
      ['propertyManager', 'NOT_ALLOWED'],
      ['otherSecretary', 'NOT_FOUND'],
      ['zhou', 'NOT_ALLOWED'],
    ] as const) {
      await expect(to.enter(motion.id, zhao, 'yes', {}, who)).rejects.toMatchObject({ code });
    }
  });

  it('[PAP-3] is not for an officer who only rents in the home', async () => {
    const term = { fromAt: 0, untilAt: to.now() + 300 * DAY };
    await to.on.as('administrator').call('members.appoint', {
      ...{ clientId: freshId(), personId: yard.people.tenant.personId, office: 'grid-worker' },
      ...{ placeId: 'xingfuli', ...term, fromAt: to.now() - DAY },
    });
    const checked = to.on.as('tenant').call('motions.confirmPaper', {
      ...{ clientId: freshId(), motionId: motion.id, entryId: wu, revision: 1, choice: 'yes' },
    });
    await expect(checked).rejects.toMatchObject({ code: 'PAPER_OWN' });
  });
});

describe('checking a paper', () => {
  it('[PAP-5] is asked of the other officers, once for the first that waits', async () => {
    await to.enter(motion.id, await to.on.voterOf('heJing', motion.id), 'abstain');
    const titles = async (who: 'gridWorker' | 'secretary' | 'propertyManager') =>
      (await inboxOf(cloud, yard.people[who].openid)).filter(({ title }) =>
        title.startsWith('有纸质票等核对'),
      );
    expect(await titles('gridWorker')).toHaveLength(1);
    expect(await titles('secretary')).toEqual([]);
    expect(await titles('propertyManager')).toEqual([]);
  });

  it('[PAP-5] stands on the desk of the other officers until it is read, with nothing of what it says', async () => {
    const waiting = async (who: 'gridWorker' | 'secretary' | 'propertyManager') =>
      (await to.on.as(who).call('overview.desk', {})).groups.find(({ task }) => task === 'paper-check')
        ?.items;
    expect(await waiting('gridWorker')).toMatchObject([
      {
        id: motion.id,
        detail: '2张纸质票等第二个人核对',
        link: expect.stringContaining(motion.id) as string,
      },
    ]);
    expect([await waiting('secretary'), await waiting('propertyManager')]).toEqual([undefined, undefined]);
  });

  it('[PAP-5] needs another person, who sees the photo and not the choice', async () => {
    const { items } = await to.on
      .as('gridWorker')
      .call('motions.papers', { motionId: motion.id, state: 'waiting' });
    expect(items.map(({ label }) => label).sort()).toEqual(['幸福里1栋1单元302', '幸福里1栋2单元102']);
    expect(items.every(({ photos, can }) => photos.length === 1 && can.confirm === null)).toBe(true);
    expect(JSON.stringify(items)).not.toMatch(/yes|同意/);
    const row = items.find(({ entryId }) => entryId === wu);
    if (!row) throw new Error('nothing waits');
    await expect(to.confirm(row, 'yes', 'secretary')).rejects.toMatchObject({ code: 'PAPER_SAME_OFFICER' });
    expect(await to.confirm(row, 'yes')).toMatchObject({ state: 'confirmed', photos: [] });
  });

  it('[PAP-7] makes it the ballot of its voter, with its own commitment and receipt', async () => {
    const [ballot, paper] = [await to.ballot(motion.id, wu), await to.paper(motion.id, wu)];
    expect(ballot).toMatchObject({ choice: 'yes', channel: 'paper', castBy: null, revision: 1 });
    expect(ballot?.castAt).toBe(paper?.registeredAt);
    expect(paper?.written).toEqual({ revision: 1, receipt: ballot?.receipt, proof: ballot?.proof });
  });

  it('[PAP-6] counts nothing where the two differ, tells both, and keeps the time of the same paper', async () => {
    const row = await to.enter(motion.id, wang, 'yes');
    await cloud.advance(MINUTE);
    expect(await to.confirm(row, 'no')).toMatchObject({
      state: 'differed',
      stateWords: '两次登记不一致，要重新登记',
    });
    expect(await to.ballot(motion.id, wang)).toBeNull();
    for (const who of ['secretary', 'gridWorker'] as const) {
      const titles = (await inboxOf(cloud, yard.people[who].openid)).map(({ title }) => title);
      expect(titles).toContain('两次登记不一致');
    }
    const again = await to.enter(motion.id, wang, 'no');
    expect(again.registeredAt).toBe(row.registeredAt);
    expect(await to.confirm(again, 'no')).toMatchObject({ state: 'confirmed' });
  });

  it('[PAP-7] [PAP-10] is told to the voter, who reads the receipt of the paper', async () => {
    const messages = await inboxOf(cloud, yard.people.wang.openid);
    const mine = messages.filter(({ link }) => link.includes(motion.id)).map(({ title }) => title);
    expect(mine).toEqual(
      expect.arrayContaining([`登记了您的纸质票：${motion.title}`, `纸质票核对过了：${motion.title}`]),
    );
    const receipt = await to.on.as('wang').call('motions.receipt', { motionId: motion.id, entryId: wang });
    expect(receipt).toMatchObject({ choice: 'no', channel: 'paper', channelWords: '纸质票已计入。' });
    expect(receiptIn(receipt.signed)).toMatchObject({ revision: 1, at: receipt.castAt });
  });

  it('[PAP-4] can be refused with a reason, or taken back by whoever entered it; then it is entered anew', async () => {
    const liu = await to.on.voterOf('liuFang', motion.id);
    const row = await to.enter(motion.id, liu, 'yes');
    const input = { ...to.named(row), reason: '没有签字' };
    expect(await to.on.as('gridWorker').call('motions.rejectPaper', input)).toMatchObject({
      state: 'rejected',
    });
    expect((await to.mineOf('liuFang', motion.id)).paper?.words).toBe('没有计入。原因：没有签字');
    const second = await to.enter(motion.id, liu, 'yes');
    const by = (who: 'gridWorker' | 'secretary') =>
      to.on.as(who).call('motions.withdrawPaper', to.named(second));
    await expect(by('gridWorker')).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    expect(await by('secretary')).toMatchObject({ state: 'withdrawn' });
    expect(await to.ballot(motion.id, liu)).toBeNull();
    expect((await to.paper(motion.id, liu))?.earlier).toMatchObject([{ number: 1, state: 'rejected' }]);
  });
});

describe('what a paper says', () => {
  it('[PAP-14] stands in no message, no audit entry and no list of the officers', async () => {
    const audit = await documentsOf<{ action: string; inputHash: string }>(cloud.cloud, 'audit');
    const outbox = await documentsOf<{ link: string }>(cloud.cloud, 'outbox');
    const entries = audit.filter(({ action }) => /Paper$/.test(action));
    const told = outbox.filter(({ link }) => link.includes(motion.id));
    const list = await to.on.as('secretary').call('motions.papers', { motionId: motion.id, state: 'ended' });
    expect(entries.length).toBeGreaterThan(6);
    // The question of the vote itself asks «您同意吗？».
    const said = JSON.stringify([entries, told, list]).replaceAll(motion.title, '');
    expect(said).not.toMatch(/"(yes|no|abstain)"|choice|同意|反对/);
    // Nor can it be found out by hashing what the input could have been.
    const input = {
      motionId: motion.id,
      entryId: wang,
      channel: 'paper',
      photos: [to.photo],
      assistance: null,
    };
    const guesses = ['yes', 'no', 'abstain'].map((guess) => hashOf({ ...input, choice: guess }));
    expect(entries.filter(({ inputHash }) => guesses.includes(inputHash))).toEqual([]);
    expect(list.items.every(({ photos }) => photos.length === 0)).toBe(true);
  });

  it('[PAP-14] [BAL-13] is nobody else’s: a neighbour sees neither paper nor photo', async () => {
    const seen = JSON.stringify(await to.on.detail('zhou', motion.id));
    expect(seen).not.toContain(to.photo);
    await expect(
      to.on.as('zhou').call('motions.receipt', { motionId: motion.id, entryId: wang }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
