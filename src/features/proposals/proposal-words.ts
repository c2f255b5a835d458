import type { Body, BodyKind } from '@contract/decision';
import type { ProposalKind, ProposalRoute, ProposalStage } from '@contract/proposals';

type Tone = 'brand' | 'leaf' | 'clay' | 'stone' | 'sky';

export const STAGE_TAGS: Record<ProposalStage, { text: string; tone: Tone }> = {
  collecting: { text: '征集中', tone: 'brand' },
  returned: { text: '已退回', tone: 'clay' },
  handling: { text: '办理中', tone: 'brand' },
  'to-meet': { text: '待开会', tone: 'clay' },
  voting: { text: '表决中', tone: 'brand' },
  publishing: { text: '公示中', tone: 'brand' },
  doing: { text: '办理中', tone: 'brand' },
  done: { text: '等提出人确认', tone: 'clay' },
  closed: { text: '已办结', tone: 'leaf' },
  rejected: { text: '没有通过', tone: 'stone' },
  merged: { text: '已合并', tone: 'stone' },
  withdrawn: { text: '已撤回', tone: 'stone' },
};

/** What comes next, at the end of the timeline; nothing where it is over. */
export const NEXT_WORDS: Partial<Record<ProposalStage, string>> = {
  returned: '提出人改好再提',
  handling: '办好以后，由提出人确认',
  'to-meet': '开会商量',
  voting: '表决以后公布结果',
  publishing: '公示以后开始办理',
  doing: '提出人确认后才算办结',
  done: '提出人确认后才算办结',
};

/** Nobody has anything more to do. */
export const OVER: readonly ProposalStage[] = ['closed', 'rejected', 'merged', 'withdrawn'];

/** What stands before the one who holds it; a meeting, a vote or a notice is no person. */
export const HOLDER_LABELS: Partial<Record<ProposalStage, string>> = {
  'to-meet': '现在等',
  voting: '正在表决',
  publishing: '现在',
  done: '现在等',
};

export const ROUTE_WORDS: Record<ProposalRoute, { text: string; note: string }> = {
  public: { text: '公事', note: '归政府或社区管，交给部门去办' },
  private: { text: '家事', note: '邻居之间、物业份内的事，谁的事谁来办' },
  shared: { text: '共事', note: '大家共有的事，开会商量、一起表决' },
};

export const KIND_WORDS: Record<ProposalKind, string> = {
  lift: '加装电梯',
  parking: '停车',
  charging: '充电桩',
  roof: '屋顶漏水',
  pipes: '水管、下水道',
  lighting: '路灯、楼道灯',
  noise: '噪声、广场舞',
  greening: '花草树木',
  sanitation: '卫生、垃圾',
  safety: '安全、消防',
  property: '物业服务',
  other: '其他',
};

export const BODY_WORDS: Record<Body, string> = {
  owners: '业主大会',
  'residents-assembly': '居民会议',
  'residents-delegates': '居民代表会议',
  'villagers-assembly': '村民会议',
  'villagers-delegates': '村民代表会议',
  'villagers-group': '村民小组会议',
  yard: '坝坝会',
};

/** Who is counted on the way to a meeting: 「支持的业主」, 「联名的业主」, which are two things (CALL-1). */
export const COUNTED_WORDS: Record<BodyKind, { who: string; unit: string }> = {
  'owner-groups': { who: '业主', unit: '户' },
  homes: { who: '家庭', unit: '户' },
  persons: { who: '居民', unit: '人' },
  delegates: { who: '代表', unit: '人' },
};

export const KIND_CHOICES = (Object.keys(KIND_WORDS) as ProposalKind[]).map((id) => ({
  id,
  title: KIND_WORDS[id],
}));
