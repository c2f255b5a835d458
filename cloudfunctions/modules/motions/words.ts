import type { Body, BodyKind, Choice, RuleId, Subject, Verdict, Worth } from '@contract/decision';
import type { ChoiceView, RuleView, WorthView } from '@contract/motions';
import type { MotionDocument } from './documents';
import { offeredChoices } from './rules/ballot-choice';
import { type RuleTerms, termsOf } from './rules/rule-book';
import { approvalWords, turnoutWords } from './rules/wording';
import { decideOptionsOf } from './policy/terms';

export const BODY_LABELS: Record<Body, string> = {
  owners: '业主大会',
  'residents-assembly': '居民会议',
  'residents-delegates': '居民代表会议',
  'villagers-assembly': '村民会议',
  'villagers-delegates': '村民代表会议',
  'villagers-group': '村民小组会议',
  yard: '坝坝会',
};

export const SUBJECT_LABELS: Record<Subject, string> = {
  'owners-procedure': '业主大会议事规则',
  'owners-charter': '管理规约',
  'owners-committee': '选举或更换业主委员会',
  'property-manager': '选聘或解聘物业',
  'repair-fund-use': '使用维修资金',
  'repair-fund-raise': '筹集维修资金',
  rebuilding: '改建、重建建筑物及附属设施',
  'common-parts': '改变公共部分用途或用来经营',
  'owners-other': '业主共同决定的其他事项',
  'home-to-business': '住宅改为经营用房',
  'urgent-repair': '紧急维修',
  'self-government-charter': '居民公约、村规民约',
  'community-matter': '社区（村）里的事',
  'yard-matter': '院坝里的事',
  consultation: '征求意见',
  'committee-election': '居委会、村委会选举',
  'collective-assets': '集体土地和资产',
};

const WORTH_VIEWS: Record<Worth, Omit<WorthView, 'id'>> = {
  statutory: { label: '法定表决', words: '结果有法律效力' },
  straw: { label: '预表决', words: '不替代法定表决' },
  opinion: { label: '意见征询', words: '只听大家的意见，不作决定' },
};

export function worthView(id: Worth): WorthView {
  return { id, ...WORTH_VIEWS[id] };
}

/** How voters of a kind are counted, in one sentence. */
export const HEAD_WORDS: Record<BodyKind, string> = {
  'owner-groups': '按业主计票：同一业主有几套房，合起来算一户、投一票',
  homes: '按户计票：一户一票',
  persons: '按人计票：年满18周岁，一人一票',
  delegates: '由代表投票：一人一票',
};

/** What one voter is called beside a number. */
export const HEAD_UNITS: Record<BodyKind, string> = {
  'owner-groups': '户',
  homes: '户',
  persons: '人',
  delegates: '人',
};

function choiceLabel(choice: Choice, options: readonly string[]): string {
  if (choice === 'yes') return '同意';
  if (choice === 'no') return '反对';
  if (choice === 'abstain') return '弃权';
  if (choice === 'none-of-them') return '都不同意';
  return options[Number(choice.slice('option:'.length)) - 1] ?? choice;
}

export function labelOf(choice: Choice, { options }: Pick<MotionDocument, 'options'>): string {
  return choiceLabel(choice, options);
}

/** The ballot paper (MOT-2). */
export function choicesOf({ options }: Pick<MotionDocument, 'options'>): ChoiceView[] {
  const offered = offeredChoices(options.length || undefined);
  return offered.map((choice) => ({ choice, label: choiceLabel(choice, options) }));
}

function ruleLines(terms: RuleTerms, several: boolean): RuleView['lines'] {
  const axes = terms.weighsArea ? (['heads', 'area'] as const) : (['heads'] as const);
  const { turnout, approval } = terms;
  return [
    ...axes.flatMap((axis) =>
      turnout ? [{ words: turnoutWords(terms, turnout, axis), article: terms.turnoutArticle }] : [],
    ),
    ...axes.flatMap((axis) =>
      approval
        ? [{ words: approvalWords(terms, approval, axis, 'yes'), article: terms.approvalArticle }]
        : [],
    ),
    ...(several ? [{ words: '每个方案分开算，选了这个方案就是同意它', article: '' }] : []),
  ];
}

type Ruled = Pick<MotionDocument, 'rule' | 'membership' | 'base' | 'turnout' | 'options'>;

/** The rule that decides, in plain words, before the first ballot (MOT-3). */
export function ruleView(motion: Ruled): RuleView {
  const terms = termsOf(motion.rule, decideOptionsOf(motion));
  return {
    id: motion.rule,
    lines: ruleLines(terms, motion.options.length > 0),
    weighsArea: terms.weighsArea,
  };
}

/** The same for the drafting screen, where nothing is chosen yet. */
export function ruleInGeneral(rule: RuleId): RuleView {
  return ruleView({
    rule,
    membership: rule === 'opinion' ? null : 'adults',
    base: rule === 'households-majority' ? 'cast' : null,
    turnout: null,
    options: [],
  });
}

const OUTCOMES: Record<Verdict['outcome'], string> = {
  passed: '通过',
  'not-passed': '没有通过',
  'no-quorum': '参加的人不够',
  'no-threshold': '结束',
};

/** '表决通过', '预表决没有通过': never more than the vote was worth (RES-4). */
export function outcomeWords(motion: Pick<MotionDocument, 'worth' | 'options'>, verdict: Verdict): string {
  if (motion.worth === 'opinion') return `${WORTH_VIEWS.opinion.label}${OUTCOMES['no-threshold']}`;
  const what = motion.worth === 'statutory' ? '表决' : WORTH_VIEWS[motion.worth].label;
  const chosen = verdict.passed && verdict.passed !== 'yes' ? `：${labelOf(verdict.passed, motion)}` : '';
  return `${what}${OUTCOMES[verdict.outcome]}${chosen}`;
}

/** '同意82户、反对3户、弃权1户' */
export function castWords(motion: Pick<MotionDocument, 'options' | 'bodyKind'>, verdict: Verdict): string {
  const unit = HEAD_UNITS[motion.bodyKind];
  return verdict.cast.map(({ choice, heads }) => `${labelOf(choice, motion)}${heads}${unit}`).join('、');
}
