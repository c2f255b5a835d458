import type { CallOutput, CallRequest } from '@contract/calls';
import type { Choice } from '@contract/decision';
import type { BoxContent } from '@contract/secret-ballots';
import type { TestCloud } from './local-cloud';
import { DAY, type Detail, type Draft, motionCallsOf, type PersonKey } from './motions';
import { freshId, type SmallCommunity } from './persons';
import { uploadPhoto } from './photos';

export type Box = CallOutput<'motions.box'>;

/** A vote by homes of the yard 幸福里, one home one ballot, in secret. */
export const yardVote = (now: number, changes: Partial<Draft> = {}): Draft => ({
  title: '院坝里要不要装晾衣架？',
  text: '2栋前面的坝子，钱从公共收益里出。',
  window: { opensAt: now, closesAt: now + DAY },
  placeId: 'xingfuli',
  body: 'yard',
  subject: 'yard-matter',
  base: 'cast',
  worth: 'straw',
  ballot: 'secret',
  ...changes,
});

export const contentOf = (counts: Record<string, number>, spoiled = 0): BoxContent => ({
  kind: 'counted',
  counts: Object.entries(counts).map(([choice, papers]) => ({
    choice: choice as Choice,
    papers,
  })),
  spoiled,
});

/** Calls on secret ballots of one small community: the secretary marks and enters, the grid worker confirms. */
export async function secretCallsOf(cloud: TestCloud, yard: SmallCommunity) {
  const on = motionCallsOf(cloud, yard);
  const { as } = on;
  const photo = await uploadPhoto(cloud, yard.people.secretary.openid);
  const now = () => cloud.cloud.clock.now();
  const box = (motionId: string, by: PersonKey = 'secretary') => as(by).call('motions.box', { motionId });
  const entryOf = async (motionId: string, search: string) => {
    const { items } = await as('secretary').call('motions.boxVoters', { motionId, search });
    if (!items[0]) throw new Error(`no voter ${search}`);
    return items[0].entryId;
  };
  const castInput = (motionId: string, entryId: string, choice: Choice, clientId = freshId()) => ({
    ...{ clientId, motionId, entryId, choice },
  });
  return {
    ...{ on, as, photo, now, box, entryOf, castInput },
    poll: (changes: Partial<Draft> = {}): Promise<Detail> =>
      on.announced('secretary', yardVote(now(), changes)),
    cast: async (by: PersonKey, motionId: string, choice: Choice, clientId = freshId()) =>
      as(by).call(
        'motions.castSecret',
        castInput(motionId, await on.voterOf(by, motionId), choice, clientId),
      ),
    mark: async (
      motionId: string,
      room: string,
      changes: Partial<CallRequest<'motions.markBox'>> = {},
      by: PersonKey = 'secretary',
    ) =>
      as(by).call('motions.markBox', {
        ...{ clientId: freshId(), motionId, entryId: await entryOf(motionId, room) },
        ...changes,
      }),
    enter: async (motionId: string, content: BoxContent, by: PersonKey = 'secretary') =>
      as(by).call('motions.enterBox', {
        ...{ clientId: freshId(), motionId, revision: (await box(motionId, by)).revision },
        ...{ content, photos: [photo] },
      }),
    confirm: async (motionId: string, content: BoxContent, by: PersonKey = 'gridWorker') =>
      as(by).call('motions.confirmBox', {
        ...{ clientId: freshId(), motionId, revision: (await box(motionId, by)).revision, content },
      }),
    /** To a minute after the closing, when the box may be opened. */
    async close({ closesAt }: Pick<Detail, 'closesAt'>) {
      await cloud.advance(closesAt + 60_000 - now());
    },
  };
}

export type SecretCalls = Awaited<ReturnType<typeof secretCallsOf>>;
