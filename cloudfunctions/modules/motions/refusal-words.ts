import type { ErrorCode } from '@contract/errors';

/** Why somebody who is near to a voter may not cast for it, with the ground in the law where there is one (BAL-5). */
const REASONS: Partial<Record<ErrorCode, string>> = {
  NOT_ON_ROLL: '名册冻结的那天，您不在这一户的登记里',
  NOT_VOTER_TENANT: '这次由业主投票，租住的邻居可以在讨论里说意见（《物业管理条例》第六条）',
  NOT_VOTER_UNHANDED: '房屋还没有交付，这一票现在由开发商投（最高法院建筑物区分所有权解释第九条）',
  CO_OWNER_NAMED: '这套房的共有人已经推选了另一位来投票',
  NOT_REPRESENTATIVE: '您家由推选的户代表投票',
  AUTHORISED_CLOSED: '这次由登记的业主投票，家里其他人可以在讨论里说意见',
};

export function refusalWords(may: ErrorCode | null): string | null {
  return may === null ? null : (REASONS[may] ?? null);
}
