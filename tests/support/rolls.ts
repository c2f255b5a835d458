import type { CallRequest } from '@contract/calls';
import type { TestCloud } from './local-cloud';
import { DAY, type motionCallsOf, ownersPoll, type PersonKey } from './motions';
import { freshId } from './persons';

type Row = CallRequest<'members.recordHomes'>['homes'][number];
type Outcome = CallRequest<'rolls.answer'>['outcome'];

/** The calls on the rolls of one small community, each with a client id of its own. */
export function rollCallsOf(cloud: TestCloud, on: ReturnType<typeof motionCallsOf>) {
  const roll = (by: PersonKey, motionId: string) => on.as(by).call('rolls.mine', { motionId });
  const renewal = async (by: PersonKey, motionId: string) => {
    const { revision } = await roll(by, motionId);
    return { clientId: freshId(), motionId, revision, reason: '有一户的面积写错了' };
  };
  return {
    roll,
    /** An owners' poll that opens in a day. */
    async coming() {
      const now = cloud.cloud.clock.now();
      const window = { opensAt: now + DAY, closesAt: now + 10 * DAY };
      return on.announced('secretary', ownersPoll({ window }));
    },
    challenge: (by: PersonKey, motionId: string, text: string, homeId: string | null = null) =>
      on.as(by).call('rolls.challenge', { clientId: freshId(), motionId, homeId, text }),
    /** The objection that waits the longest. */
    async firstOpen(motionId: string) {
      const { items } = await on.as('secretary').call('rolls.challenges', { motionId });
      if (!items[0]) throw new Error('no objection waits');
      return items[0];
    },
    answer: (by: PersonKey, { id, revision }: { id: string; revision: number }, outcome: Outcome) =>
      on
        .as(by)
        .call('rolls.answer', { clientId: freshId(), id, revision, outcome, reason: '查了不动产登记簿' }),
    renewal,
    renew: async (by: PersonKey, motionId: string) =>
      on.as(by).call('rolls.renew', await renewal(by, motionId)),
    /** Records another area for 王桂兰's first home. */
    async measured(area: number) {
      const row: Row = {
        placeId: 'xingfuli-1-1',
        label: '幸福里1栋1单元102',
        use: 'home',
        area,
        areaBasis: 'surveyed',
        holding: 'owner',
        owners: [{ key: 'wang', name: '王桂兰' }],
        residents: [{ key: 'wang', name: '王桂兰', bornOn: '1952-09-20' }],
      };
      await on.as('secretary').call('members.recordHomes', { clientId: freshId(), homes: [row] });
    },
  };
}
