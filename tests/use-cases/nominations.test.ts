import { EJSON } from 'bson';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { NominationDocument } from '../../cloudfunctions/modules/nominations/documents';
import { documentsOf } from '../support/documents';
import { startTestCloud, type TestCloud } from '../support/local-cloud';
import { DAY, HOUR, type PersonKey } from '../support/motions';
import { nominationCallsOf } from '../support/nominations';
import { freshId, type SmallCommunity, smallCommunity } from '../support/persons';
import { uploadPhoto } from '../support/photos';
import { people } from '../support/small-community/people';

let cloud: TestCloud;
let yard: SmallCommunity;
let on: ReturnType<typeof nominationCallsOf>;
let roundId: string;

const refused = (code: string): unknown => expect.objectContaining({ code });

beforeAll(async () => {
  cloud = await startTestCloud();
  yard = await smallCommunity(cloud);
  on = nominationCallsOf(cloud, yard);
});
afterAll(() => cloud.close());
beforeEach(async () => {
  roundId = (await on.open()).id;
});

const seen = (by: PersonKey) => on.round(by, roundId);
const over = () => cloud.advance(5 * DAY + 1);
const publish = async (motionId: string) => {
  await on.count(await on.detail('secretary', motionId));
  const until = new Date(on.now() + 16 * DAY).toISOString().slice(0, 10);
  const input = { clientId: freshId(), motionId, text: '公布结果。', publishedUntilOn: until };
  await on.as('secretary').call('resolutions.publish', input);
};

describe('nominating', () => {
  it('[NOM-1] is for anybody of the place, five each, within the announced days', async () => {
    await expect(on.open('wang')).rejects.toEqual(refused('NOT_ALLOWED'));
    await expect(on.nominate('feng', roundId, '张三')).rejects.toEqual(refused('NOT_FOUND'));
    await expect(on.nominate('wang', roundId, '这句测试违规')).rejects.toEqual(refused('CONTENT_REFUSED'));
    for (let n = 0; n < 5; n += 1) await on.nominate('wang', roundId, `邻居${n}`);
    await expect(on.nominate('wang', roundId, '第六位')).rejects.toEqual(refused('NOMINATIONS_ENOUGH'));
    await over();
    await expect(on.nominate('zhou', roundId, '晚了')).rejects.toEqual(refused('NOMINATING_OVER'));
  });

  it('[SEC-11] of an estate that somebody does not belong to is in no list of theirs', async () => {
    const closesAt = on.now() + 5 * DAY;
    const input = { clientId: freshId(), placeId: 'liulin', title: '柳林最美', purpose: '热心人', closesAt };
    await on.as('secretary').call('nominations.open', { ...input, seats: 1 });
    const titles = async (by: PersonKey) => {
      const { items } = await on.as(by).call('nominations.rounds', { placeId: 'lantian' });
      return items.map(({ title }) => title);
    };
    expect(await titles('wang')).not.toContain('柳林最美');
    expect(await titles('feng')).toEqual(['柳林最美']);
    expect(await titles('secretary')).toContain('柳林最美');
  });

  it('[NOM-2] shows nothing to others before the nominee agreed and the office checked', async () => {
    const made = await on.nominate('wang', roundId, yard.people.zhou.name, { reason: '天天扫楼道' });
    const hidden = async () => JSON.stringify([await seen('liuDeming'), await seen('heJing')]);
    expect(await hidden()).not.toContain('天天扫楼道');
    await expect(on.check('secretary', made.id)).rejects.toEqual(refused('NOMINATION_STAGE'));
    await expect(on.answer('wang', made)).rejects.toEqual(refused('NOMINATION_OWN'));
    await expect(on.answer('zhou', { ...made, code: '00000000' })).rejects.toEqual(refused('NOT_FOUND'));
    await expect(on.answer('feng', made)).rejects.toEqual(refused('NOT_FOUND'));
    const { code } = made;
    const invitation = { code: code ?? '' };
    await expect(on.as('feng').call('nominations.invitation', invitation)).rejects.toEqual(
      refused('NOT_FOUND'),
    );
    expect(await on.as('zhou').call('nominations.invitation', invitation)).toMatchObject({
      reason: '天天扫楼道',
      can: { answer: null },
    });
    await on.answer('zhou', made);
    expect(await hidden()).not.toContain('天天扫楼道');
    await expect(on.check('wang', made.id)).rejects.toEqual(refused('NOT_ALLOWED'));
    const { groups } = await on.as('secretary').call('overview.desk', {});
    const desk = groups.find(({ task }) => task === 'nomination')?.items ?? [];
    expect(desk.map(({ id }) => id)).toContain(made.id);
    await on.check('secretary', made.id);
    const shown = await seen('liuDeming');
    expect(shown.nominees).toMatchObject([{ name: '周素珍', reasons: [{ text: '天天扫楼道' }] }]);
    expect(JSON.stringify(shown)).not.toContain(code);
    expect(shown).toMatchObject({ mine: [], waiting: [] });
    const no = await on.nominate('zhao', roundId, '不愿意的人');
    await on.answer('wang', no, false);
    await expect(on.check('secretary', no.id)).rejects.toEqual(refused('NOMINATION_STAGE'));
  });

  it('[NOM-2] takes the consent of a guardian, or of whoever has no phone on paper, with its photo', async () => {
    const photo = await uploadPhoto(cloud, people.secretary.openid);
    const child = await on.nominate('wang', roundId, '小雨', { minor: true });
    const paper = (by: PersonKey, photos: string[]) =>
      on
        .as(by)
        .call('nominations.recordConsent', { clientId: freshId(), id: child.id, by: '小雨的妈妈', photos });
    await expect(paper('secretary', [])).rejects.toEqual(refused('INVALID_INPUT'));
    await expect(paper('wang', [photo])).rejects.toEqual(refused('NOT_ALLOWED'));
    const { waiting } = await paper('secretary', [photo]);
    expect(waiting[0]?.consent).toMatchObject({ by: '小雨的妈妈', guardian: true, onPaper: true });
    await on.check('secretary', child.id);
    expect((await on.withdraw('secretary', child.id)).nominees).toEqual([]);
  });

  it('[NOM-3] joins two nominations of one person, and refuses with a reason', async () => {
    const first = await on.candidate('wang', 'zhou', roundId);
    const again = await on.nominate('zhao', roundId, '周老师', { reason: '会调解' });
    await on.answer('zhou', again);
    await on.check('secretary', again.id, { joinTo: first });
    const { nominees } = await seen('wang');
    expect(nominees).toHaveLength(1);
    const third = await on.nominate('heJing', roundId, '一栋的周老师');
    await on.answer('zhou', third);
    await expect(on.check('secretary', third.id)).rejects.toEqual(refused('NOMINEE_TWICE'));
    expect(nominees[0]?.reasons.map(({ text }) => text)).toEqual(['周素珍帮大家修灯', '会调解']);
    const other = await on.nominate('zhao', roundId, '刘德明');
    await on.answer('liuDeming', other);
    const refuse = (reason: string) => on.check('secretary', other.id, { accept: false, reason });
    await expect(refuse('')).rejects.toEqual(refused('INVALID_INPUT'));
    await refuse('不是本小区的事');
    expect((await seen('zhao')).mine.find(({ id }) => id === other.id)).toMatchObject({
      state: 'refused',
      reason: '不是本小区的事',
    });
  });
});

describe('a round of a large place', () => {
  it('[NOM-2] [NOM-3] lists for its office who waits the longest, and says that there are more', async () => {
    const made = await on.nominate('wang', roundId, yard.people.zhou.name);
    await on.answer('zhou', made);
    const [kept] = (await documentsOf<NominationDocument>(cloud.cloud, 'nominations')).filter(
      ({ _id }) => _id === made.id,
    );
    if (!kept) throw new Error('no nomination');
    const data = Array.from({ length: 60 }, (_row, n) => {
      const nominatorId = `neighbour-${n}`;
      return EJSON.stringify({ ...kept, _id: `many-${n}`, nominatorId, at: kept.at + 1 + n, consent: null });
    });
    const collectionName = 'nominations';
    await cloud.cloud.database.handle({ action: 'database.insertDocument', collectionName, data });
    const { waiting, waitingMore } = await seen('secretary');
    expect(waiting.map(({ id }) => id)).toEqual([
      made.id,
      ...data.slice(0, 39).map((_row, n) => `many-${n}`),
    ]);
    expect(waitingMore).toBe(true);
    await on.check('secretary', made.id);
    expect((await seen('secretary')).waiting.at(-1)?.id).toBe('many-39');
    expect(await seen('heJing')).toMatchObject({ waiting: [], waitingMore: false, mine: [] });
    expect((await seen('zhou')).mine.map(({ id }) => id)).toEqual([made.id]);
  });
});

describe('the vote', () => {
  it('[NOM-4] [NOM-6] is drafted in one tap between the nominees, and its published count chooses', async () => {
    await on.candidate('wang', 'zhou', roundId);
    await expect(on.draftVote({ id: roundId })).rejects.toEqual(refused('NOMINATING_OPEN'));
    const second = await on.candidate('wang', 'zhao', roundId);
    await over();
    const motionId = await on.draftVote({ id: roundId });
    await expect(on.draftVote({ id: roundId })).rejects.toEqual(refused('NOMINATION_VOTING'));
    const draft = await on.detail('secretary', motionId);
    expect(draft.terms.options).toEqual(['周素珍（1栋）', '赵国强（1栋）']);
    const terms = {
      ...draft.terms,
      title: draft.title,
      text: draft.text,
      body: draft.body,
      worth: 'opinion' as const,
    };
    const window = { opensAt: on.now(), closesAt: on.now() + 10 * DAY };
    const edit = { clientId: freshId(), id: motionId, revision: draft.revision, ...terms, window };
    const changed = await on.as('secretary').call('motions.edit', { ...edit, options: ['别人', '另一个'] });
    await expect(on.announce('secretary', changed)).rejects.toEqual(refused('NOMINEES_CHANGED'));
    const elsewhere = { ...edit, clientId: freshId(), revision: changed.revision, placeId: 'liulin' };
    const moved = await on.as('secretary').call('motions.edit', elsewhere);
    expect(moved.can.announce).toBe('NOMINEES_CHANGED');
    await expect(on.announce('secretary', moved)).rejects.toEqual(refused('NOMINEES_CHANGED'));
    const { revision } = moved;
    const mended = await on.as('secretary').call('motions.edit', { ...edit, clientId: freshId(), revision });
    await on.announce('secretary', mended);
    await on.cast('wang', motionId, 'option:2');
    expect(await seen('wang')).toMatchObject({ phase: 'voting', result: null });
    await publish(motionId);
    expect(await seen('wang')).toMatchObject({ phase: 'decided', result: { chosen: [second], level: [] } });
  });

  it('[NOM-4] needs two nominees, and one ballot a home chooses one of them alone', async () => {
    const { id } = await on.open('secretary', 2);
    await on.candidate('wang', 'zhou', id);
    await over();
    await expect(on.draftVote({ id })).rejects.toEqual(refused('NOMINEES_TOO_FEW'));
    const late = await on.open('secretary', 2);
    await on.candidate('wang', 'zhou', late.id);
    await on.candidate('wang', 'zhao', late.id);
    await over();
    await expect(on.draftVote(late, 'households')).rejects.toEqual(refused('INVALID_INPUT'));
  });

  it('[NOM-5] is called off by a nominee who withdraws before it opens, and by none after', async () => {
    const first = await on.candidate('wang', 'zhou', roundId);
    await on.candidate('wang', 'zhao', roundId);
    const third = await on.candidate('wang', 'liuDeming', roundId);
    await over();
    const early = await on.draftVote({ id: roundId }, 'households', 2 * HOUR);
    await on.announce('secretary', await on.detail('secretary', early));
    await expect(on.withdraw('wang', first)).rejects.toEqual(refused('NOT_ALLOWED'));
    const { clock } = cloud.cloud;
    const { opensAt } = await on.detail('wang', early);
    const before = clock.now();
    clock.set(opensAt - 30_000);
    await expect(on.withdraw('zhou', first)).rejects.toEqual(refused('VOTE_STARTING'));
    clock.set(before);
    const after = await on.withdraw('zhou', first);
    expect(after.nominees.map(({ name }) => name)).toEqual(['赵国强', '刘德明']);
    expect(await on.detail('wang', early)).toMatchObject({
      phase: 'cancelled',
      cancelled: { reason: '有候选人退出，要重新起草' },
    });
    const motionId = await on.draftVote({ id: roundId }, 'households');
    const { options } = (await on.detail('secretary', motionId)).terms;
    expect(options).toEqual(['赵国强（1栋）', '刘德明（1栋）']);
    await on.announce('secretary', await on.detail('secretary', motionId));
    await expect(on.withdraw('liuDeming', third)).rejects.toEqual(refused('NOMINATION_VOTING'));
  });
});
