import type { CallRequest } from '@contract/calls';
import type { NominationView, RoundDetail } from '@contract/nominations';
import type { TestCloud } from './local-cloud';
import { DAY, motionCallsOf, type PersonKey } from './motions';
import { freshId, type SmallCommunity } from './persons';

type Nominated = Partial<Omit<CallRequest<'nominations.nominate'>, 'clientId' | 'roundId'>>;

/** The calls on rounds of nominations of one small community, each with a client id of its own. */
export function nominationCallsOf(cloud: TestCloud, yard: SmallCommunity) {
  const motions = motionCallsOf(cloud, yard);
  const { as } = motions;
  const now = () => cloud.cloud.clock.now();
  const round = (by: PersonKey, id: string) => as(by).call('nominations.round', { id });
  const open = (by: PersonKey = 'secretary', seats = 1) =>
    as(by).call('nominations.open', {
      clientId: freshId(),
      placeId: 'xingfuli',
      title: '最美邻居',
      purpose: '帮过大家的人。',
      closesAt: now() + 5 * DAY,
      seats,
    });
  const nominate = (by: PersonKey, roundId: string, name: string, more: Nominated = {}) =>
    as(by).call('nominations.nominate', {
      clientId: freshId(),
      ...{ roundId, name, where: '1栋', reason: `${name}帮大家修灯`, ...more },
    });
  const answer = (by: PersonKey, { id, code }: NominationView, agree = true) =>
    as(by).call('nominations.answer', { clientId: freshId(), id, code: code ?? '00000000', agree });
  const check = (
    by: PersonKey,
    id: string,
    more: { accept?: boolean; reason?: string; joinTo?: string } = {},
  ) => as(by).call('nominations.check', { clientId: freshId(), id, accept: true, ...more });
  return {
    ...motions,
    ...{ now, round, open, nominate, answer, check },
    withdraw: (by: PersonKey, id: string) => as(by).call('nominations.withdraw', { clientId: freshId(), id }),
    /** Nominated by one, agreed by another, accepted by the secretary. */
    candidate: async (by: PersonKey, who: PersonKey, roundId: string) => {
      const made = await nominate(by, roundId, yard.people[who].name);
      await answer(who, made);
      await check('secretary', made.id);
      return made.id;
    },
    draftVote: async (
      { id }: Pick<RoundDetail, 'id'>,
      how: 'households' | 'opinion' = 'opinion',
      opensIn = 0,
    ) => {
      const { revision } = await round('secretary', id);
      const opensAt = now() + opensIn;
      const window = { opensAt, closesAt: opensAt + 10 * DAY };
      const input = { clientId: freshId(), id, revision, how, window };
      return (await as('secretary').call('nominations.draftVote', input)).motionId;
    },
  };
}
