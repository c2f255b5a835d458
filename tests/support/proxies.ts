import type { CallRequest } from '@contract/calls';
import type { Choice } from '@contract/decision';
import type { BallotDocument } from '../../cloudfunctions/modules/motions/documents';
import type { ProxyDocument } from '../../cloudfunctions/modules/proxies/documents';
import { documentsOf } from './documents';
import type { TestCloud } from './local-cloud';
import { DAY, type Draft, motionCallsOf, ownersPoll, type PersonKey } from './motions';
import { freshId, type SmallCommunity } from './persons';
import { uploadPhoto } from './photos';

type Offer = Partial<Omit<CallRequest<'proxies.offer'>, 'clientId' | 'motionId'>>;
type Paper = Omit<CallRequest<'proxies.enterPaper'>, 'clientId' | 'motionId' | 'entryId' | 'photos'>;

/** The calls on proxies: 王桂兰 entrusts 周素珍, unless a test says otherwise. */
export async function proxyCallsOf(cloud: TestCloud, yard: SmallCommunity) {
  const on = motionCallsOf(cloud, yard);
  const { as } = on;
  const photo = await uploadPhoto(cloud, yard.people.secretary.openid);
  const now = () => cloud.cloud.clock.now();
  const seen = (by: PersonKey, motionId: string) => as(by).call('proxies.ofMotion', { motionId });
  const given = async (by: PersonKey, motionId: string) => {
    const proxy = (await seen(by, motionId)).given[0]?.proxy;
    if (!proxy) throw new Error(`${by} gave no proxy`);
    return proxy;
  };
  const offer = async (motionId: string, by: PersonKey, to: PersonKey, changes: Offer = {}) => {
    const entryId = changes.entryId ?? (await on.voterOf(by, motionId));
    const holderName = yard.people[to].name;
    const input = { clientId: freshId(), motionId, entryId, wholeMeeting: false, holderName, ...changes };
    await as(by).call('proxies.offer', input);
    return given(by, motionId);
  };
  const accept = (by: PersonKey, code: string) =>
    as(by).call('proxies.accept', { clientId: freshId(), code });
  return {
    on,
    as,
    id: (person: PersonKey) => yard.people[person].personId,
    photo,
    now,
    seen,
    given,
    offer,
    accept,
    /** An owners' vote of ten days from now on. */
    poll: (changes: Partial<Draft> = {}) =>
      on.announced(
        'secretary',
        ownersPoll({ window: { opensAt: now(), closesAt: now() + 10 * DAY }, ...changes }),
      ),
    /** Given and taken up. */
    async entrusted(motionId: string, by: PersonKey, to: PersonKey, changes: Offer = {}) {
      const { code } = await offer(motionId, by, to, changes);
      const { items } = await accept(to, code ?? '');
      const held = items.find((one) => one.motionId === motionId);
      if (!held) throw new Error(`${to} holds nothing`);
      return held;
    },
    castInput: (motionId: string, entryId: string, choice: Choice, replaces = 0) => ({
      ...{ clientId: freshId(), motionId, entryId, choice, replaces },
    }),
    end: (by: PersonKey, { proxyId, number }: { proxyId: string; number: number }) =>
      as(by).call('proxies.end', { clientId: freshId(), proxyId, number }),
    enterInput: (motionId: string, entryId: string, paper: Paper) => ({
      ...{ clientId: freshId(), motionId, entryId, photos: [photo], ...paper },
    }),
    ballot: async (motionId: string, entryId: string) =>
      (await documentsOf<BallotDocument>(cloud.cloud, 'ballots')).find(
        (ballot) => ballot.motionId === motionId && ballot.entryId === entryId,
      ) ?? null,
    stored: async (proxyId: string) =>
      (await documentsOf<ProxyDocument>(cloud.cloud, 'proxies')).find(({ _id }) => _id === proxyId) ?? null,
  };
}

export type ProxyCalls = Awaited<ReturnType<typeof proxyCallsOf>>;
