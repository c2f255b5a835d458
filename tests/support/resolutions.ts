import type { CallOutput } from '@contract/calls';
import type { TestCloud } from './local-cloud';
import { DAY, motionCallsOf, ownersPoll, type PersonKey } from './motions';
import { freshId, type SmallCommunity } from './persons';
import { inboxOf } from './inbox';

export type Resolution = CallOutput<'resolutions.detail'>;

/** Owners whose groups together hold more than two thirds of heads and area in the small community. */
const OWNERS = ['zhao', 'zhou', 'wang', 'liuDeming', 'heJing', 'developer'] as const satisfies PersonKey[];

/** The calls on resolutions of one small community; `photo` is one that the property manager uploaded. */
export function resolutionCallsOf(cloud: TestCloud, yard: SmallCommunity, photo: string) {
  const motions = motionCallsOf(cloud, yard);
  const as = (person: PersonKey) => cloud.as(yard.people[person].openid);
  const read = (by: PersonKey, id: string) => as(by).call('resolutions.detail', { id });
  /** A counted motion on a shared proposal of 王桂兰; passed by a poll with a turnout that the register allows, or failed. */
  async function counted(outcome: 'passed' | 'failed') {
    const proposalId = await motions.shared('wang', '修一修屋顶，漏水了');
    const motion = await motions.announced('secretary', poll(proposalId));
    const choice = outcome === 'passed' ? 'yes' : 'no';
    for (const owner of OWNERS) await motions.cast(owner, motion.id, choice).catch(() => undefined);
    await motions.count(motion);
    return { proposalId, motionId: motion.id, counted: await motions.detail('secretary', motion.id) };
  }

  /** A yard vote by homes: those who cast decide, so a few voters are enough for a result. */
  function poll(proposalId: string) {
    const now = cloud.cloud.clock.now();
    const window = { opensAt: now, closesAt: now + 10 * DAY };
    return ownersPoll({
      body: 'yard',
      subject: 'yard-matter',
      base: 'cast',
      membership: null,
      proposalId,
      window,
    });
  }

  const dayIn = (days: number) =>
    new Date(cloud.cloud.clock.now() + days * DAY + 8 * 3_600_000).toISOString().slice(0, 10);

  const publish = (by: PersonKey, motionId: string, publishedUntilOn = dayIn(15)) =>
    as(by).call('resolutions.publish', {
      clientId: freshId(),
      motionId,
      text: '修屋顶，费用从维修资金出。',
      publishedUntilOn,
    });

  async function published() {
    const { proposalId, motionId } = await counted('passed');
    return { proposalId, resolution: await publish('secretary', motionId) };
  }

  async function assigned() {
    const { proposalId, resolution } = await published();
    const { here } = await as('secretary').call('members.whoIsWho', { placeId: 'xingfuli' });
    const manager = here.find((line) => line.office.office === 'property-manager');
    if (!manager) throw new Error('the small community has a property manager');
    const item = {
      title: '请施工队修屋顶',
      personId: manager.personId,
      officeId: manager.office.id,
      dueOn: dayIn(30),
    };
    const { id, revision } = resolution;
    const input = { clientId: freshId(), id, revision, ...item };
    return { proposalId, resolution: await as('secretary').call('resolutions.addItem', input) };
  }

  const report = (by: PersonKey, { id, revision, items }: Resolution, done: boolean, photos = [photo]) =>
    as(by).call('resolutions.report', {
      clientId: freshId(),
      id,
      itemId: items[0]?.id ?? '',
      revision,
      text: done ? '修好了，试过水' : '材料进场',
      photos,
      done,
    });

  async function finished() {
    const { proposalId, resolution } = await assigned();
    const begun = await report('propertyManager', resolution, false);
    return { proposalId, resolution: await report('propertyManager', begun, true) };
  }

  const confirm = (by: PersonKey, { id, revision }: Resolution) =>
    as(by).call('resolutions.confirm', { clientId: freshId(), id, revision });
  const reopen = (by: PersonKey, { id, revision }: Resolution) =>
    as(by).call('resolutions.reopen', { clientId: freshId(), id, revision, reason: '屋角还在漏' });
  const inbox = async (person: PersonKey) =>
    (await inboxOf(cloud, yard.people[person].openid)).map(({ title }) => title);

  return {
    as,
    motions,
    read,
    counted,
    poll,
    dayIn,
    publish,
    published,
    assigned,
    report,
    finished,
    confirm,
    reopen,
    inbox,
  };
}
