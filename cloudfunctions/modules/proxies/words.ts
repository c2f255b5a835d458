import type { ProxyState } from '@contract/proxies';
import { motionLink } from '../motions/announcement';
import type { Grant } from './documents';
import type { Lapse } from './policy';

const STATE_WORDS: Record<ProxyState, string> = {
  offered: '等受托人输入委托码',
  accepted: '已生效',
  entered: '等第二位工作人员核对',
  differed: '两次登记不一致，要重新登记',
  rejected: '已退回',
  withdrawn: '已收回',
  returned: '受托人退回了',
  lapsed: '名册重做后结束',
};

export const stateWords = (state: ProxyState): string => STATE_WORDS[state];

/** '这一次表决', or all votes of the meeting. */
export const scopeWords = (wholeMeeting: boolean): string =>
  wholeMeeting ? '这次会上的全部表决' : '这一件表决';

/** Why a renewed roll ended a proxy, in one clause. */
export function lapseWords(why: Lapse, label: string, { principalName, holderName }: Grant): string {
  const words: Record<Lapse, string> = {
    voter: `名册重做以后，${label}不在这次表决的名册上了`,
    principal: `名册重做以后，${principalName}不能再投${label}的票了`,
    holder: `名册重做以后，${holderName}自己就能投${label}的票，不用委托了`,
  };
  return words[why];
}

/** Where the holder finds what they are entrusted with. */
export const HELD_LINK = '/packages/proxies/held/index';

/** Where whoever entrusted somebody takes it back. */
export const givenLink = (motionId: string): string => motionLink(motionId);
export const proxyPapersLink = (motionId: string): string => `/packages/proxies/papers/index?id=${motionId}`;
