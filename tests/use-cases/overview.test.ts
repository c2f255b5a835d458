import type { CallRequest } from '@contract/calls';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestCloud, type TestCloud } from '../support/local-cloud';
import { DAY, HOUR, motionCallsOf, noticedMeeting, ownersPoll, type PersonKey } from '../support/motions';
import { freshId, type SmallCommunity, smallCommunity } from '../support/persons';
import { uploadPhoto } from '../support/photos';

let cloud: TestCloud;
let yard: SmallCommunity;
let motions: ReturnType<typeof motionCallsOf>;

const as = (person: PersonKey) => cloud.as(yard.people[person].openid);
const home = (person: PersonKey, placeId?: string) => as(person).call('overview.home', { placeId });
const matters = (person: PersonKey, group: CallRequest<'overview.matters'>['group'], placeId = 'xingfuli') =>
  as(person).call('overview.matters', { placeId, group });
const cards = async (person: PersonKey) =>
  (await home(person)).todo.map((card) => `${card.kind}：${card.title}`);
const group = async (person: PersonKey, task: string) => {
  const { groups } = await as(person).call('overview.desk', {});
  return groups.find((one) => one.task === task)?.items.map((item) => item.title) ?? [];
};
const submit = (person: PersonKey, text: string, photos: string[] = []) =>
  as(person).call('proposals.submit', { clientId: freshId(), text, placeId: 'xingfuli', photos });

beforeAll(async () => {
  cloud = await startTestCloud();
  yard = await smallCommunity(cloud);
  motions = motionCallsOf(cloud, yard);
});
afterAll(() => cloud.close());

describe('home', () => {
  it('opens for a visitor and for somebody without a home, with nothing in it', async () => {
    const visitor = await cloud.as('o_nobody-yet').call('overview.home', {});
    expect(visitor).toMatchObject({ signedIn: false, place: null, todo: [], desk: false });
    expect(await home('newcomer')).toMatchObject({ signedIn: true, place: null, places: [], desk: false });
  });

  it('opens at the estate of the first home, names the others, and refuses places of elsewhere', async () => {
    const opened = await home('wang');
    const estate = {
      id: 'xingfuli',
      name: '幸福里小区',
      kind: 'estate',
      communityName: '蓝田社区',
      by: 'home',
    };
    expect(opened.place).toEqual(estate);
    expect(opened.places.map((place) => place.id).sort()).toEqual(['lantian', 'xingfuli']);
    expect((await home('wang', 'lantian')).place?.name).toBe('蓝田社区');
    expect(await home('secretary', 'liulin')).toMatchObject({
      place: { id: 'liulin', by: 'office' },
      desk: true,
    });
    expect((await home('streetOfficer')).place).toMatchObject({ id: 'wangjiang', by: 'office' });
    await expect(home('stranger', 'xingfuli')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(home('feng', 'xingfuli')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('offers to an office without a home what lies in its place, with the notices from there', async () => {
    const offered = await home('secretary');
    expect(offered.place?.id).toBe('lantian');
    expect(offered.places.map(({ id, by }) => `${id} ${by}`)).toEqual(
      expect.arrayContaining(['lantian office', 'xingfuli office', 'liulin office']),
    );
    const { id } = await motions.announced('secretary', ownersPoll({ title: '通知到社区' }));
    expect((await home('secretary')).notices.map((notice) => notice.id)).toContain(id);
    expect((await home('feng')).places.map((place) => place.id)).not.toContain('xingfuli');
  });

  it('[BAL-6] puts open votes before whoever is on the roll, until they have voted', async () => {
    const motion = await motions.announced('secretary', ownersPoll({ title: '修缮屋顶' }));
    expect(await cards('wang')).toContain('vote：修缮屋顶');
    expect(await cards('tenant')).not.toContain('vote：修缮屋顶');
    expect(await cards('feng')).not.toContain('vote：修缮屋顶');
    expect((await home('feng')).notices).toEqual([]);
    expect((await home('tenant')).notices.map((notice) => notice.title)).toContain('修缮屋顶');
    await motions.cast('wang', motion.id, 'yes');
    expect(await cards('wang')).not.toContain('vote：修缮屋顶');
  });

  it('announces a meeting in its week, asks to check in at the door, and no more once there', async () => {
    const planned = {
      body: 'owners',
      placeId: 'xingfuli',
      convener: 'owners-committee',
      inDays: 17,
    } as const;
    const { id, startsAt, title } = await noticedMeeting(cloud, yard.people.secretary.openid, planned);
    expect(await cards('zhou')).not.toContain(`meeting：${title}`);
    expect((await home('zhou')).notices.map((notice) => notice.kind)).toContain('meeting');
    await cloud.advance(startsAt - 2 * DAY - cloud.cloud.clock.now());
    const { todo } = await home('zhou');
    expect(todo.find((card) => card.id === id)).toMatchObject({ kind: 'meeting', dueAt: startsAt });
    const deadlines = todo.map((card) => card.dueAt ?? Number.MAX_SAFE_INTEGER);
    expect(deadlines).toEqual([...deadlines].sort((a, b) => a - b));
    expect(await cards('feng')).not.toContain(`meeting：${title}`);
    await cloud.advance(startsAt - HOUR / 2 - cloud.cloud.clock.now());
    expect(await cards('zhou')).toContain(`check-in：${title}`);
    await motions.checkIn('zhou', id);
    expect((await home('zhou')).todo.map((card) => card.id)).not.toContain(id);
    await cloud.advance(3 * HOUR);
    expect(await group('secretary', 'minutes')).toContain(title);
  });

  it('[RES-7] asks the author to confirm, and then shows what was done with its photos', async () => {
    const [before, after] = [await uploadPhoto(cloud, 'before'), await uploadPhoto(cloud, 'after')];
    const { id, revision } = await submit('zhao', '楼道灯坏了', [before]);
    const held = {
      route: 'private' as const,
      reason: '物业职责',
      holderLabel: '物业',
      holderOffice: 'property-manager' as const,
    };
    await as('secretary').call('proposals.triage', { clientId: freshId(), id, revision, ...held });
    const report = { clientId: freshId(), id, revision: 2, text: '换了新灯', photos: [after] };
    await as('propertyManager').call('proposals.closeHandled', report);
    expect(await cards('zhao')).toContain('confirm：楼道灯坏了');
    expect(await cards('wang')).not.toContain('confirm：楼道灯坏了');
    await as('zhao').call('proposals.confirm', { clientId: freshId(), id, revision: 3 });
    expect(await cards('zhao')).not.toContain('confirm：楼道灯坏了');
    expect((await home('wang')).finished).toMatchObject([
      { id, title: '楼道灯坏了', detail: '换了新灯', before, after },
    ]);
    expect((await home('feng')).finished).toEqual([]);
  });

  it('tells an author that a proposal came back', async () => {
    const { id, revision } = await submit('liuFang', '说不清的事');
    const back = { clientId: freshId(), id, revision, reason: '请写清楚' };
    await as('secretary').call('proposals.returnToAuthor', back);
    expect(await cards('liuFang')).toContain('returned：说不清的事');
  });
});

describe('matters', () => {
  it('stand in their groups with the meeting or vote that comes next, and are counted', async () => {
    const collecting = await submit('heJing', '还在征集');
    const proposalId = await motions.shared('heJing', '要开会的事');
    const planned = {
      body: 'owners',
      placeId: 'xingfuli',
      convener: 'owners-committee',
      inDays: 17,
    } as const;
    const meeting = await noticedMeeting(cloud, yard.people.secretary.openid, { ...planned, proposalId });
    const first = await matters('wang', 'collecting');
    expect(first.items.map((item) => item.id)).toContain(collecting.id);
    expect(first.counts).toMatchObject({ collecting: first.items.length, 'to-meet': 1, closed: 1 });
    const next = { id: meeting.id, title: meeting.title, startsAt: meeting.startsAt };
    expect((await matters('wang', 'to-meet')).items).toMatchObject([
      { id: proposalId, meeting: next, vote: null },
    ]);
    await expect(matters('stranger', 'collecting')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await matters('feng', 'collecting', 'lantian')).items).toEqual([]);
  });

  it('say what is voted on and until when', async () => {
    const proposalId = await motions.shared('heYonggui', '要表决的事');
    const now = cloud.cloud.clock.now();
    const window = { opensAt: now, closesAt: now + 10 * DAY };
    const motion = await motions.announced('secretary', ownersPoll({ proposalId, window }));
    const { items } = await matters('wang', 'voting');
    const vote = { id: motion.id, phase: 'open', closesAt: motion.closesAt };
    expect(items).toMatchObject([{ id: proposalId, vote }]);
  });
});

describe('the desk', () => {
  it('lists what waits in the places of the caller’s offices and nothing of elsewhere', async () => {
    await submit('maChunhua', '等着分类');
    await submit('maChunhua', '这句测试待审');
    await motions.shared('maChunhua', '等着开会');
    expect(await group('secretary', 'triage')).toContain('等着分类');
    expect(await group('secretary', 'triage')).not.toContain('这句测试待审');
    expect(await group('gridWorker', 'held-text')).toContain('这句测试待审');
    expect(await group('secretary', 'schedule')).toContain('等着开会');
    expect(await group('gridWorker', 'schedule')).toEqual([]);
    const far = await as('otherSecretary').call('overview.desk', {});
    expect(far).toMatchObject({ offices: ['桂湖社区 社区书记'], groups: [], urgent: [] });
    expect(far.places.map((place) => place.id)).toEqual(['guihu', 'guihuyuan']);
    await expect(as('wang').call('overview.desk', {})).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
  });

  it('lists appeals, claims and drafts, with what is due soon', async () => {
    const { id, revision } = await submit('maXiaolong', '要申诉的事');
    const back = { clientId: freshId(), id, revision, reason: '请写清楚' };
    await as('secretary').call('proposals.returnToAuthor', back);
    await as('maXiaolong').call('proposals.appeal', { clientId: freshId(), id, reason: '很清楚了' });
    expect(await group('gridWorker', 'appeal')).toContain('要申诉的事');
    const homeId = yard.homes['2-1-101'];
    const claim = { clientId: freshId(), homeId, relation: 'owner', registerName: '业主2-1-101' } as const;
    await as('newcomer').call('members.claimWithProof', claim);
    expect(await group('gridWorker', 'claim')).toHaveLength(1);
    const now = cloud.cloud.clock.now();
    const window = { opensAt: now + DAY, closesAt: now + 10 * DAY };
    await motions.draft('secretary', ownersPoll({ title: '还没有公布', window }));
    expect(await group('secretary', 'announce')).toEqual(['还没有公布']);
    const { urgent } = await as('secretary').call('overview.desk', {});
    expect(urgent).toMatchObject([{ title: '还没有公布', dueAt: now + DAY, overdue: false }]);
  });

  it('lists what was counted and is not published yet', async () => {
    const now = cloud.cloud.clock.now();
    const window = { opensAt: now, closesAt: now + 10 * DAY };
    const motion = await motions.announced('secretary', ownersPoll({ title: '数完了', window }));
    await motions.count(motion);
    expect(await group('secretary', 'publish')).toContain('数完了');
  });

  it('[PATH-1] says until when the notice of a drafted meeting has to go out', async () => {
    const startsAt = cloud.cloud.clock.now() + 20 * DAY;
    const { title } = await as('secretary').call('meetings.schedule', {
      ...{ clientId: freshId(), title: '业主大会', body: 'owners', placeId: 'xingfuli', venue: '坝子' },
      ...{ convener: 'owners-committee', startsAt, endsAt: startsAt + HOUR },
      agenda: [{ id: 'item', title: '议题一', proposalId: null }],
    });
    const { groups } = await as('secretary').call('overview.desk', {});
    const draft = groups
      .find((one) => one.task === 'give-notice')
      ?.items.find((item) => item.title === title);
    const day = (at: number) => Math.floor((at + 8 * HOUR) / DAY);
    // Told on day 4 the fifteen days between are kept: 20 - 15 - 1. It is due when that day ends.
    expect(day(draft?.dueAt ?? 0) - day(startsAt)).toBe(-15);
  });

  it('[URG-3] puts an urgent repair before whoever has its next step, and before nobody else', async () => {
    const on = new Date(cloud.cloud.clock.now() + 8 * HOUR).toISOString().slice(0, 10);
    const photos = [await uploadPhoto(cloud, yard.people.zhao.openid)];
    const repair = await as('propertyManager').call('repairs.open', {
      ...{ clientId: freshId(), placeId: 'xingfuli', title: '水管爆了', kind: 'drains', where: '1栋' },
      ...{ danger: '水淹到电表箱', foundOn: on, estimate: 100_000, photos },
    });
    const waits = async () =>
      [await group('zhao', 'repair'), await group('propertyManager', 'repair')].map((list) => list.join());
    expect(await waits()).toEqual(['水管爆了', '']);
    await as('zhao').call('repairs.apply', {
      ...{ clientId: freshId(), id: repair.id, revision: repair.revision, doneOn: on, photos },
      ...{ responsible: '赵国强', text: '已经申请' },
    });
    expect(await waits()).toEqual(['水管爆了', '水管爆了']);
  });
});
