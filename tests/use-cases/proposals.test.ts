import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestCloud, type TestCloud } from '../support/local-cloud';
import { freshId, type SmallCommunity, smallCommunity } from '../support/persons';
import { inboxOf } from '../support/inbox';

let cloud: TestCloud;
let yard: SmallCommunity;

type PersonKey = keyof SmallCommunity['people'];

const as = (person: PersonKey) => cloud.as(yard.people[person].openid);
const submit = (person: PersonKey, text: string, placeId?: string) =>
  as(person).call('proposals.submit', { clientId: freshId(), text, placeId });
const support = (person: PersonKey, id: string) =>
  as(person).call('proposals.support', { clientId: freshId(), id });
const unsupport = (person: PersonKey, id: string) =>
  as(person).call('proposals.unsupport', { clientId: freshId(), id });
const detail = (person: PersonKey, id: string) => as(person).call('proposals.detail', { id });
const inbox = async (person: PersonKey) =>
  (await inboxOf(cloud, yard.people[person].openid)).map(({ title }) => title);

beforeAll(async () => {
  cloud = await startTestCloud();
  yard = await smallCommunity(cloud);
});
afterAll(() => cloud.close());

describe('raising a proposal', () => {
  it('[PRO-1] takes one sentence and fills in title, kind and place', async () => {
    const proposal = await submit('wang', '1栋想加装电梯。老人上下楼太难了！');
    expect(proposal).toMatchObject({ title: '1栋想加装电梯', kind: 'other', placeId: 'xingfuli' });
    expect(proposal).toMatchObject({ stage: 'collecting', authorName: '王桂兰', mine: true, held: false });
    expect(proposal.timeline.map((line) => [line.kind, line.by])).toEqual([['proposed', '王桂兰']]);
    expect(await inbox('secretary')).toContain('有一件新提议');
  });

  it('[PRO-1] cuts a long first sentence to 40 characters', async () => {
    const { title } = await submit('wang', '楼'.repeat(60));
    expect(title).toBe(`${'楼'.repeat(39)}…`);
  });

  it('[IDM-1] makes one proposal of the same call sent twice, also at the same time', async () => {
    const input = { clientId: freshId(), text: '路灯坏了，晚上看不见路' };
    const answers = await Promise.all([
      as('zhou').call('proposals.submit', input),
      as('zhou').call('proposals.submit', input),
    ]);
    expect(new Set(answers.map((answer) => answer.id)).size).toBe(1);
    const { items } = await as('zhou').call('proposals.mine', {});
    expect(items.filter((item) => item.title === '路灯坏了，晚上看不见路')).toHaveLength(1);
    const other = { ...input, text: '别的事' };
    await expect(as('zhou').call('proposals.submit', other)).rejects.toMatchObject({
      code: 'CLIENT_ID_REUSED',
    });
  });

  it('[PRO-10] lets residents of the place and offices for it propose, and nobody else', async () => {
    expect((await submit('tenant', '租客也想提一句')).placeId).toBe('xingfuli');
    expect((await submit('secretary', '社区想修花坛', 'xingfuli')).placeName).toBe('幸福里小区');
    expect((await submit('feng', '社区广场太暗', 'lantian')).placeId).toBe('lantian');
    await expect(submit('stranger', '别处的事', 'xingfuli')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(submit('newcomer', '还没有房子')).rejects.toMatchObject({ code: 'NOT_VERIFIED' });
    await expect(submit('secretary', '整个街道', 'wangjiang')).rejects.toMatchObject({
      code: 'PLACE_KIND_WRONG',
    });
  });

  it('[SEC-8] refuses a risky text and hides one to be reviewed from everybody but its author and the desk', async () => {
    await expect(submit('wang', '这句测试违规')).rejects.toMatchObject({ code: 'CONTENT_REFUSED' });
    const { id } = await submit('wang', '这句测试待审，请看看');
    expect((await detail('wang', id)).held).toBe(true);
    expect((await detail('secretary', id)).held).toBe(true);
    await expect(detail('zhou', id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(support('zhou', id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const { items } = await as('zhou').call('proposals.list', { placeId: 'xingfuli' });
    expect(items.map((item) => item.id)).not.toContain(id);
  });

  it('refuses a photo that is not in storage', async () => {
    const input = { clientId: freshId(), text: '看照片', photos: ['cloud://env.bucket/nowhere.jpg'] };
    await expect(as('wang').call('proposals.submit', input)).rejects.toMatchObject({ code: 'PHOTO_UNKNOWN' });
  });
});

describe('co-signing', () => {
  it('[PRO-3] [PRO-4] counts persons, homes and owner groups, and says how many heads are missing', async () => {
    const { id, support: first } = await submit('zhou', '楼顶漏水要修');
    expect(first).toMatchObject({ persons: 1, homes: 1, heads: 1, names: ['周素珍'] });
    // 22 owner groups: 24 homes and a shop, two homes of one owner, three of the developer, a parking space that does not count.
    const calling = { body: 'owners', by: 'owner-groups', all: 22, needed: 5 };
    expect(first.calling).toMatchObject([{ ...calling, supporters: 1, missing: 4 }]);
    expect((await support('liuDeming', id)).support).toMatchObject({ persons: 2, homes: 2, heads: 2 });
    expect((await support('liuFang', id)).support).toMatchObject({ persons: 3, homes: 2, heads: 2 });
    expect((await support('wang', id)).support).toMatchObject({ persons: 4, homes: 4, heads: 3 });
    expect((await support('maChunhua', id)).support).toMatchObject({ persons: 5, homes: 5, heads: 3 });
    expect((await support('buyer', id)).support).toMatchObject({ persons: 6, homes: 6, heads: 3 });
    const { support: last } = await support('tenant', id);
    expect(last).toMatchObject({ persons: 7, homes: 7, heads: 3 });
    expect(last.calling).toMatchObject([{ ...calling, supporters: 3, missing: 2 }]);
  });

  it('[PRO-4] counts adults and homes of a community, and nothing in a village group', async () => {
    const { id } = await submit('feng', '社区图书角', 'lantian');
    const { support: counted } = await support('wang', id);
    // 34 homes, of which 1/10 is 4.
    expect(counted.calling.map((line) => [line.by, line.supporters, line.missing])).toEqual([
      ['persons', 2, expect.any(Number)],
      ['homes', 3, 1],
    ]);
    const group = await submit('zeng', '三组修水渠');
    expect(group).toMatchObject({ placeId: 'sanzu', support: { persons: 1, homes: 1, calling: [] } });
  });

  it('[IDM-1] counts a support sent twice, or two of one person at once, a single time', async () => {
    const { id } = await submit('zhou', '门禁坏了');
    const input = { clientId: freshId(), id };
    const twice = await Promise.all([
      as('wang').call('proposals.support', input),
      as('wang').call('proposals.support', input),
    ]);
    expect(twice.map((answer) => answer.support.persons)).toEqual([2, 2]);
    await expect(support('wang', id)).rejects.toMatchObject({ code: 'ALREADY_SUPPORTED' });
    const atOnce = await Promise.allSettled([support('liuFang', id), support('liuFang', id)]);
    expect(atOnce.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
    expect((await detail('wang', id)).support.persons).toBe(3);
  });

  it('counts ten neighbours who sign at the same moment', async () => {
    const { id } = await submit('zhou', '一起签名');
    const all: PersonKey[] = [
      'wang',
      'zhao',
      'liuDeming',
      'liuFang',
      'heJing',
      'heYonggui',
      'tenant',
      'maChunhua',
      'maXiaolong',
      'buyer',
    ];
    await Promise.all(all.map((person) => support(person, id)));
    const seen = await detail('wang', id);
    expect(seen.support.persons).toBe(11);
    expect(seen.timeline.map((line) => line.title)).toEqual(['提出提议', '10位邻居附议']);
  });

  it('[PRO-9] gives a support back, and can be given again', async () => {
    const { id } = await submit('zhou', '花坛');
    await support('wang', id);
    const back = await unsupport('wang', id);
    expect(back).toMatchObject({ supportedByMe: false, support: { persons: 1 }, can: { support: null } });
    expect(back.timeline.map((line) => line.kind)).toEqual(['proposed']);
    await expect(unsupport('wang', id)).rejects.toMatchObject({ code: 'NOT_SUPPORTED' });
    expect((await support('wang', id)).support.persons).toBe(2);
  });

  it('[PRO-10] [SEC-11] [SEC-15] refuses authors, people of elsewhere and whoever has no home, as shown beforehand', async () => {
    const { id, can } = await submit('zhou', '只给小区的人');
    expect(can).toMatchObject({ support: 'OWN_PROPOSAL', unsupport: 'OWN_PROPOSAL', triage: 'NOT_ALLOWED' });
    await expect(support('zhou', id)).rejects.toMatchObject({ code: 'OWN_PROPOSAL' });
    await expect(support('feng', id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(support('stranger', id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(support('newcomer', id)).rejects.toMatchObject({ code: 'NOT_VERIFIED' });
    expect((await detail('secretary', id)).can.support).toBe('NOT_VERIFIED');
    await expect(support('secretary', id)).rejects.toMatchObject({ code: 'NOT_VERIFIED' });
  });
});

describe('lists', () => {
  it('[SEC-11] show a neighbour their own estate, its building and the community, and an office everything below it', async () => {
    const titles = async (person: PersonKey, placeId: string) => {
      const { items } = await as(person).call('proposals.list', { placeId });
      return items.map((item) => item.title);
    };
    await submit('zhou', '1栋自己的事', 'xingfuli-1');
    await submit('feng', '柳林的事');
    expect(await titles('wang', 'lantian')).toEqual(expect.arrayContaining(['1栋自己的事', '社区图书角']));
    expect(await titles('wang', 'lantian')).not.toContain('柳林的事');
    expect(await titles('buyer', 'xingfuli')).not.toContain('1栋自己的事');
    expect(await titles('secretary', 'lantian')).toEqual(expect.arrayContaining(['1栋自己的事', '柳林的事']));
    await expect(titles('stranger', 'xingfuli')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(titles('otherSecretary', 'lantian')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('go on page by page without losing one of the same instant', async () => {
    for (let n = 0; n < 9; n += 1) await submit('liuFang', `第${n}件小事`);
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: { items: { id: string }[]; next: string | null } = await as('secretary').call(
        'proposals.list',
        {
          placeId: 'lantian',
          cursor,
        },
      );
      seen.push(...page.items.map((item) => item.id));
      cursor = page.next;
    } while (cursor);
    expect(seen.length).toBeGreaterThan(20);
    expect(new Set(seen).size).toBe(seen.length);
  });

  it('[PRO-3] count supporters of each and mark what is mine', async () => {
    // Later than all others, so that it stands on the first page: those of one instant are in the order of their ids.
    await cloud.advance(60_000);
    const { id } = await submit('zhou', '列表里的一件');
    await support('wang', id);
    const { items } = await as('wang').call('proposals.list', { placeId: 'xingfuli' });
    expect(items.find((item) => item.id === id)).toMatchObject({
      supporters: 2,
      supportedByMe: true,
      mine: false,
    });
  });
});
