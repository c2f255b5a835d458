import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startTestCloud, type TestCloud } from '../support/local-cloud';
import { DAY } from '../support/motions';
import { freshId, smallCommunity } from '../support/persons';
import { uploadPhoto } from '../support/photos';
import { type Resolution, resolutionCallsOf } from '../support/resolutions';

let cloud: TestCloud;
let calls: ReturnType<typeof resolutionCallsOf>;

beforeEach(async () => {
  cloud = await startTestCloud();
  const yard = await smallCommunity(cloud);
  calls = resolutionCallsOf(cloud, yard, await uploadPhoto(cloud, yard.people.propertyManager.openid));
});
afterEach(() => cloud.close());

const pass = async (days: number) => {
  await cloud.advance(days * DAY);
  await cloud.cloud.fireTimer('timer');
};
const matter = (id: string) => calls.as('wang').call('proposals.detail', { id });
const atDesk = async (id: string) => {
  const { groups } = await calls.as('secretary').call('overview.desk', {});
  return groups.find(({ task }) => task === 'action-item')?.items.find((item) => item.id === id);
};

type Holder = Awaited<ReturnType<typeof holderOf>>;

async function holderOf(office: 'property-manager' | 'owners-committee') {
  const { here } = await calls.as('secretary').call('members.whoIsWho', { placeId: 'xingfuli' });
  const line = here.find((one) => one.office.office === office);
  return { personId: line?.personId ?? '', officeId: line?.office.id ?? '' };
}

describe('a passed resolution for which no work was given out', () => {
  it('[RES-11] waits at the desk while it is published, and is closed the day after', async () => {
    const { proposalId, resolution } = await calls.published();
    expect(await atDesk(resolution.id)).toMatchObject({ title: resolution.title, overdue: false });
    await pass(15);
    expect((await calls.read('wang', resolution.id)).stage).toBe('publishing');
    await pass(1);
    const closed = await calls.read('wang', resolution.id);
    expect(closed).toMatchObject({ stage: 'closed', closed: { how: 'nothing-to-do' } });
    expect(closed.timeline.at(-1)).toMatchObject({ kind: 'closed', detail: '公示期满，没有交办要办的事' });
    expect(await matter(proposalId)).toMatchObject({ stage: 'closed', holder: { label: '已办结' } });
    expect(await atDesk(resolution.id)).toBeUndefined();
    expect(await calls.inbox('wang')).toContain(`办结：${resolution.title}`);
  });

  it('[RES-11] is taken up again when work is given out later', async () => {
    const { proposalId, resolution } = await calls.published();
    await pass(16);
    const { id, revision } = await calls.read('secretary', resolution.id);
    const work = { title: '请施工队修屋顶', dueOn: calls.dayIn(30), ...(await holderOf('property-manager')) };
    const input = { clientId: freshId(), id, revision, ...work };
    const again = await calls.as('secretary').call('resolutions.addItem', input);
    expect(again).toMatchObject({ stage: 'doing', closed: null });
    expect((await matter(proposalId)).stage).toBe('doing');
  });

  it('[RES-11] leaves its matter with another resolution that is being carried out', async () => {
    const proposalId = await calls.motions.shared('wang', '修一修屋顶，漏水了');
    const poll = (title: string) => ({ ...calls.poll(proposalId), title });
    const works = await calls.motions.announced('secretary', poll('修不修屋顶？'));
    const idle = await calls.motions.announced('secretary', poll('谢谢施工队？'));
    for (const { id } of [works, idle]) await calls.motions.cast('wang', id, 'yes');
    await calls.motions.count(idle);
    const { id } = await calls.publish('secretary', idle.id);
    const { id: workId, revision } = await calls.publish('secretary', works.id);
    const work = { title: '请施工队修屋顶', dueOn: calls.dayIn(30), ...(await holderOf('property-manager')) };
    const input = { clientId: freshId(), id: workId, revision, ...work };
    await calls.as('secretary').call('resolutions.addItem', input);
    await pass(16);
    expect((await calls.read('wang', id)).stage).toBe('closed');
    expect((await matter(proposalId)).stage).toBe('doing');
  });
});

describe('work of an office that nobody holds any more', () => {
  const reassign = (by: 'secretary' | 'wang', { id, revision, items }: Resolution, to: Holder) =>
    calls.as(by).call('resolutions.reassign', {
      ...{ clientId: freshId(), id, revision, itemId: items[0]?.id ?? '' },
      ...to,
    });

  it('[RES-12] is given to another one, which hears of it and reports it done', async () => {
    const { resolution, proposalId } = await calls.assigned();
    const gone = await holderOf('property-manager');
    const withdrawal = { clientId: freshId(), ...gone, reason: '物业退场' };
    await calls.as('secretary').call('members.withdrawOffice', withdrawal);
    await expect(reassign('secretary', resolution, gone)).rejects.toMatchObject({ code: 'OFFICE_ENDED' });
    const to = await holderOf('owners-committee');
    await expect(reassign('wang', resolution, to)).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    const given = await reassign('secretary', resolution, to);
    expect(given.items).toMatchObject([{ state: 'open', responsible: { personId: to.personId } }]);
    expect(given.timeline.at(-1)).toMatchObject({ kind: 'assigned', title: '改交：请施工队修屋顶' });
    expect((await matter(proposalId)).holder.label).toBe(given.items[0]?.responsible.label);
    expect(await calls.inbox('zhao')).toContain('请您负责：请施工队修屋顶');
    expect(await calls.inbox('propertyManager')).toContain('改由别人负责：请施工队修屋顶');
    expect((await calls.report('zhao', given, true)).stage).toBe('done');
  });

  it('[RES-12] stays where it is once it was reported done', async () => {
    const { resolution } = await calls.finished();
    const to = await holderOf('owners-committee');
    await expect(reassign('secretary', resolution, to)).rejects.toMatchObject({ code: 'ACTION_ITEM_STAGE' });
  });
});
