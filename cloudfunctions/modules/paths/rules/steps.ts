import type { Body, Subject, Worth } from '@contract/decision';
import { type PathStep, type RecordedStep, RECORDED_STEPS } from '@contract/paths';
import type { Office } from '@contract/roles';

/** One step of the path of a body and subject. */
export interface StepRule {
  step: PathStep;
  title: string;
  /** The text that asks for it; empty where none does. */
  article: string;
  whose: string;
  /** Whether a text asks for it: only then it stops what comes after (PATH-17). */
  asked: boolean;
  /** What to do while it is not done. */
  todo: string;
}

const RESIDENTS = '《城市居民委员会组织法》';
const VILLAGERS = '《村民委员会组织法》';
const FOUR_STEPS = '“四议两公开”工作法';

const PARTY: StepRule = {
  step: 'party-discussion',
  title: '社区党组织先研究讨论',
  article: `${RESIDENTS}第三十条`,
  whose: '社区党组织',
  asked: true,
  todo: '请社区党组织先开会研究，再由社区把会议记录拍照记到这里。',
};

const PARTY_NOT_ASKED: StepRule = {
  ...PARTY,
  title: '社区党组织听取意见',
  article: '',
  asked: false,
  todo: '法律没有要求这一步。开过会的，可以记在这里。',
};

const FOUR: readonly StepRule[] = [
  {
    step: 'party-proposal',
    title: '村党组织提议',
    article: `${VILLAGERS}第二十八条`,
    whose: '村党组织',
    asked: true,
    todo: '请村党组织先研究、提出来，再把会议记录拍照记到这里。',
  },
  {
    step: 'two-committees',
    title: '村“两委”商议',
    article: FOUR_STEPS,
    whose: '村党组织和村委会',
    asked: true,
    todo: '请村党组织和村委会一起商量，再把会议记录拍照记到这里。',
  },
  {
    step: 'party-members',
    title: '党员大会审议',
    article: FOUR_STEPS,
    whose: '村党员大会',
    asked: true,
    todo: '请开党员大会审议，再把会议记录拍照记到这里。',
  },
];

const COMMITTEE_TOLD: StepRule = {
  step: 'committee-told',
  title: '告知居民委员会',
  article: '《物业管理条例》第十四条',
  whose: '业委会',
  asked: true,
  todo: '开会通知会同时发给居委会成员。居委会成员没有在这里登记的，请书面告诉居委会，把回执拍照记到这里。',
};

/** What comes before the notice (PATH-12): important matters of assemblies and delegates (30, 28), not those of a group (32). */
function before(body: Body): readonly StepRule[] {
  if (body === 'residents-assembly' || body === 'residents-delegates') return [PARTY];
  if (body === 'villagers-assembly' || body === 'villagers-delegates') return FOUR;
  return body === 'villagers-group' ? [] : [PARTY_NOT_ASKED];
}

const NOTICE_ARTICLES: Record<Body, string> = {
  owners: '《物业管理条例》第十四条',
  'residents-assembly': `${RESIDENTS}第二十六条`,
  'residents-delegates': `${RESIDENTS}第二十六条`,
  'villagers-assembly': `${VILLAGERS}第二十五条`,
  'villagers-delegates': `${VILLAGERS}第二十五条`,
  'villagers-group': `${VILLAGERS}第二十五条`,
  yard: '社区议事规则',
};

function meetingSteps(body: Body): readonly StepRule[] {
  const whose = '召集人';
  return [
    {
      ...{ step: 'notice', title: '提前通知开会', article: NOTICE_ARTICLES[body], whose, asked: true },
      todo: '在会议页面发通知，天数由系统算。',
    },
    {
      ...{ step: 'agenda', title: '议题定下来，不再改', article: '社区议事规则', whose, asked: true },
      todo: '通知一发出，议题就锁定。',
    },
    ...(body === 'owners' ? [COMMITTEE_TOLD] : []),
  ];
}

const VOTE_ARTICLES: Record<Body, string> = {
  owners: '《民法典》第二百七十八条',
  'residents-assembly': `${RESIDENTS}第二十七条`,
  'residents-delegates': `${RESIDENTS}第二十九条`,
  'villagers-assembly': `${VILLAGERS}第二十六条`,
  'villagers-delegates': `${VILLAGERS}第三十条`,
  'villagers-group': `${VILLAGERS}第三十二条`,
  yard: '社区议事规则',
};

/** Publication is the committees' duty; of owners and yards the house asks the same fifteen days (PATH-8). */
function publicationArticle(body: Body): string {
  if (body === 'owners' || body === 'yard') return '社区议事规则';
  return body.startsWith('residents') ? `${RESIDENTS}第三十四条` : `${VILLAGERS}第三十五条`;
}

function filingOf(body: Body): StepRule {
  const residents = body.startsWith('residents');
  return {
    step: 'filing',
    title: residents ? '报街道备案' : '报乡镇备案',
    article: residents ? `${RESIDENTS}第三十一条` : `${VILLAGERS}第三十一条`,
    whose: residents ? '居委会' : '村委会',
    asked: true,
    todo: '通过以后，把文本报上去备案，再把回执拍照记到这里。',
  };
}

export interface PathQuestion {
  body: Body;
  /** Null where no vote has been drafted. */
  subject: Subject | null;
  /** False of a vote in writing: it has neither notice of a meeting nor agenda. */
  onMeeting: boolean;
}

/** The steps that a body and a subject need, in their order (PATH-12). */
export function stepsFor({ body, subject, onMeeting }: PathQuestion): readonly StepRule[] {
  const article = publicationArticle(body);
  return [
    ...before(body),
    ...(onMeeting ? meetingSteps(body) : []),
    {
      ...{ step: 'roll', title: '名册定下来', article: '社区议事规则', whose: '召集人', asked: true },
      todo: '发布表决时，系统按登记册定下谁能投票。',
    },
    {
      ...{
        step: 'vote',
        title: '大家表决',
        article: VOTE_ARTICLES[body],
        whose: '有投票权的人',
        asked: true,
      },
      todo: '到时间在手机上投票，截止以后系统计票。',
    },
    {
      ...{ step: 'publication', title: '公示结果，至少15天', article, whose: '召集人', asked: true },
      todo: '计票以后在表决页面公示。',
    },
    ...(subject === 'self-government-charter' ? [filingOf(body)] : []),
    {
      ...{ step: 'implementation', title: '公开办得怎么样', article, whose: '承办的单位', asked: true },
      todo: '在决议页面报告进展，办完上传照片。',
    },
  ];
}

/** What one doing of a step is good for: another meeting, or another vote, needs it anew (PATH-20). */
export type GoodFor = 'matter' | 'meeting' | 'vote';

/** By the words of each article; a matter that was discussed once may be put to several meetings. */
export const GOOD_FOR: Record<RecordedStep, GoodFor> = {
  // 第三十条、第二十八条: it is the matter (重要事项) that is discussed first, whichever meeting then decides on it.
  'party-discussion': 'matter',
  'party-proposal': 'matter',
  'two-committees': 'matter',
  'party-members': 'matter',
  // 第十四条: 召开业主大会会议…应当同时告知: each calling of a meeting is told.
  'committee-told': 'meeting',
  // 第三十一条: what was adopted is filed, each text that was.
  filing: 'vote',
};

/** Whether each meeting needs it anew. */
export const isOfMeeting = (step: RecordedStep): boolean => GOOD_FOR[step] === 'meeting';

export const isRecorded = (step: PathStep): step is RecordedStep =>
  (RECORDED_STEPS as readonly PathStep[]).includes(step);

/** Steps of which each is recorded after the one before it, and on no earlier day (PATH-14). */
export const IN_ORDER: readonly RecordedStep[] = ['party-proposal', 'two-committees', 'party-members'];

/** What must be recorded before a vote of this worth is announced: nothing of a poll, that decides nothing (PATH-17). */
export function demandedBefore(question: PathQuestion, worth: Worth): readonly StepRule[] {
  if (worth !== 'statutory') return [];
  const steps = stepsFor(question);
  const vote = steps.findIndex(({ step }) => step === 'vote');
  return steps.slice(0, vote).filter(({ step, asked }) => asked && isRecorded(step));
}

const SECRETARIES: readonly Office[] = ['secretary', 'residents-committee', 'villagers-committee'];

/** Who records a step: those who were there, and of a filing also who received it. */
export function recordersOf(step: RecordedStep): readonly Office[] {
  if (step === 'filing') return [...SECRETARIES, 'street-officer'];
  return step === 'committee-told' ? ['secretary', 'residents-committee', 'owners-committee'] : SECRETARIES;
}

/** The title of a recorded step, for the timeline. */
export function titleOf(step: RecordedStep): string {
  const known = [PARTY, ...FOUR, COMMITTEE_TOLD].find((rule) => rule.step === step);
  return known?.title ?? '章程、公约备案';
}
