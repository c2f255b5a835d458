import type { CorrectedStep, RepairStage, RepairStepView } from '@contract/repairs';

export const ARTICLE = '《民法典》第二百八十一条';
const FUND_RULES = '住宅专项维修资金的规定';
const PUBLICITY = '《民法典》第二百八十一条（使用情况定期公布）';

/** Why no vote stands here: nobody's vote is replaced without a word (URG-1). */
export const NO_VOTE_WORDS =
  '为什么不投票：公共部分出了急事，等表决会出危险。法律允许业主大会或业主委员会依法申请，先用维修资金修。平时用维修资金，还是要业主共同决定。';

/** 4620000 fen → '46,200.00元': always two decimals, never a float (URG-2). */
export function yuanWords(fen: number): string {
  const yuan = String(Math.floor(fen / 100)).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${yuan}.${String(fen % 100).padStart(2, '0')}元`;
}

export const STAGE_WORDS: Record<RepairStage, string> = {
  found: '发现险情，等业委会申请',
  applied: '已申请，业主都通知了',
  working: '正在抢修',
  published: '修好了，账单公示中',
  closed: '已办结',
  withdrawn: '已撤回',
};

export interface RepairStep {
  step: RepairStepView['step'];
  title: string;
  article: string;
  /** What is done while it is the one that is due. */
  todo: string;
}

/** The path of an urgent repair, in its order (URG-3). */
export const STEPS: readonly RepairStep[] = [
  { step: 'found', title: '发现险情', article: ARTICLE, todo: '拍照片，写清楚哪里坏了、有什么危险。' },
  {
    step: 'applied',
    title: '申请用维修资金',
    article: ARTICLE,
    todo: '由业委会向主管部门申请，把申请拍照记上。',
  },
  { step: 'told', title: '通知全体业主', article: ARTICLE, todo: '申请一记上，系统马上通知小区所有人。' },
  { step: 'working', title: '抢修', article: FUND_RULES, todo: '记下谁来修、哪天开工。' },
  {
    step: 'published',
    title: '公布账单和验收，至少15天',
    article: PUBLICITY,
    todo: '修好验收以后，公布花了多少钱。',
  },
  {
    step: 'closed',
    title: '答复异议，办结',
    article: PUBLICITY,
    todo: '公示期满、异议都答复了，就可以办结。',
  },
];

/** How many steps are behind a case. */
const BEHIND: Record<RepairStage, number> = {
  found: 1,
  applied: 3,
  working: 4,
  published: 5,
  closed: 6,
  withdrawn: 1,
};

export function stepStates(stage: RepairStage, behindWhenWithdrawn: number): RepairStepView['state'][] {
  const withdrawn = stage === 'withdrawn';
  const behind = withdrawn ? behindWhenWithdrawn : BEHIND[stage];
  return STEPS.map((_, n) => (n < behind ? 'done' : n === behind && !withdrawn ? 'now' : 'later'));
}

/** How much one case holds: a document does not grow without end (URG-8). */
export const BILLS_MAX = 10;
export const OBJECTIONS_MAX = 300;
export const CORRECTIONS_MAX = 20;

/** The days between which a step was done; '' and null: no step beside it. */
export interface DayLimits {
  today: string;
  earliest: string;
  latest?: string | null;
}

/** Why a step cannot have been done on a day, as a sentence, or null (URG-3). */
export function dayProblem(doneOn: string, { today, earliest, latest = null }: DayLimits): string | null {
  if (doneOn > today) return '日期不能晚于今天';
  if (doneOn < earliest) return '日期不能早于前一步';
  return latest !== null && doneOn > latest ? '日期不能晚于后一步' : null;
}

interface Recorded {
  found: { doneOn: string };
  applied: { doneOn: string } | null;
  begun: { doneOn: string } | null;
  bills: readonly { doneOn: string }[];
}

/** The days that a step has to stand between: those of the steps beside it (URG-3). */
export function daysAround(step: CorrectedStep, repair: Recorded): Pick<DayLimits, 'earliest' | 'latest'> {
  const { found, applied, begun, bills } = repair;
  const billed = bills.map(({ doneOn }) => doneOn).sort()[0] ?? null;
  const worked = begun?.doneOn ?? billed;
  if (step === 'found') return { earliest: '', latest: applied?.doneOn ?? worked };
  if (step === 'applied') return { earliest: found.doneOn, latest: worked };
  return { earliest: applied?.doneOn ?? found.doneOn, latest: billed };
}
