import type { BodyKind, DecideOptions, Membership, RuleId, Threshold } from '@contract/decision';
import { requireThreshold } from './figures';

/** What a rule asks for. `all` is the roll, `part` whoever cast a ballot, `present` the heads at an assembly. */
export interface RuleTerms {
  weighsArea: boolean;
  turnout: Threshold | null;
  /** null: figures only, nothing can pass (DEC-9). */
  approval: Threshold | null;
  base: 'all' | 'part' | 'present';
  /** Plain words for one voter and for taking part. */
  noun: string;
  verb: string;
  turnoutArticle: string;
  approvalArticle: string;
}

const HALF: Threshold = { num: 1, den: 2, strict: true };
const TWO_THIRDS: Threshold = { num: 2, den: 3, strict: false };
const THREE_QUARTERS: Threshold = { num: 3, den: 4, strict: false };
const WHOLE: Threshold = { num: 1, den: 1, strict: false };

const residents = (article: string) => `《城市居民委员会组织法》第${article}条`;
const villagers = (article: string) => `《村民委员会组织法》第${article}条`;
const CIVIL_278 = '《民法典》第二百七十八条';
const CIVIL_279 = '《民法典》第二百七十九条';
const COMMUNITY_RULES = '社区议事规则';

function owners(approval: Threshold): RuleTerms {
  return {
    weighsArea: true,
    turnout: TWO_THIRDS,
    approval,
    base: 'part',
    noun: '业主',
    verb: '参加表决',
    turnoutArticle: CIVIL_278,
    approvalArticle: CIVIL_278,
  };
}

function assembly(
  turnout: Threshold,
  noun: string,
  turnoutArticle: string,
  approvalArticle: string,
): RuleTerms {
  const shared = { weighsArea: false, base: 'present', verb: '到会', approval: HALF } as const;
  return { ...shared, turnout, noun, turnoutArticle, approvalArticle };
}

function affected(): RuleTerms {
  const terms = owners(WHOLE);
  const articles = { turnoutArticle: CIVIL_279, approvalArticle: CIVIL_279 };
  return { ...terms, ...articles, weighsArea: false, turnout: WHOLE, base: 'all', noun: '有利害关系的业主' };
}

function households({ base, turnout }: DecideOptions): RuleTerms {
  if (!base) throw new RangeError('households-majority needs the base that its motion names');
  if (turnout) requireThreshold(turnout);
  return {
    weighsArea: false,
    turnout: turnout ?? null,
    approval: HALF,
    base: base === 'all' ? 'all' : 'part',
    noun: '住户',
    verb: '投票',
    turnoutArticle: COMMUNITY_RULES,
    approvalArticle: COMMUNITY_RULES,
  };
}

function opinion(): RuleTerms {
  const nothing = { weighsArea: false, turnout: null, approval: null, base: 'part' } as const;
  return { ...nothing, noun: '人', verb: '参加', turnoutArticle: '', approvalArticle: '' };
}

function villagersAssembly(membership: Membership | undefined): RuleTerms {
  if (!membership) throw new RangeError('villagers-assembly needs the membership that its roll holds');
  const adults = membership === 'adults';
  return assembly(
    adults ? HALF : TWO_THIRDS,
    adults ? '村民' : '户代表',
    villagers('二十六'),
    villagers('二十六'),
  );
}

const BOOK: Record<RuleId, (options: DecideOptions) => RuleTerms> = {
  'owners-ordinary': () => owners(HALF),
  'owners-special': () => owners(THREE_QUARTERS),
  'affected-unanimous': affected,
  'residents-assembly': ({ membership }) =>
    assembly(HALF, membership === 'households' ? '户代表' : '居民', residents('二十七'), residents('二十七')),
  'residents-delegates': () => assembly(TWO_THIRDS, '会议组成人员', residents('二十九'), residents('二十九')),
  'villagers-assembly': ({ membership }) => villagersAssembly(membership),
  'villagers-delegates': () => assembly(TWO_THIRDS, '会议组成人员', villagers('三十'), villagers('三十')),
  'villagers-group': ({ membership }) =>
    assembly(
      TWO_THIRDS,
      membership === 'households' ? '户代表' : '村民',
      villagers('三十二'),
      villagers('三十二'),
    ),
  'households-majority': households,
  opinion,
};

/** The terms of a rule's row in docs/rules.md (OWN-1 … ASM-12). Throws RangeError when a needed option is missing. */
export function termsOf(rule: RuleId, options: DecideOptions): RuleTerms {
  const own = rule === 'households-majority';
  if (!own && (options.base || options.turnout)) throw new RangeError(`${rule} has a base of its own`);
  return BOOK[rule](options);
}

/** What the voters of a rule are (BAL-2); null where the motion may ask anybody (opinion). */
export function bodyKindOf(rule: RuleId, membership: Membership = 'adults'): BodyKind | null {
  switch (rule) {
    case 'owners-ordinary':
    case 'owners-special':
    case 'affected-unanimous':
      return 'owner-groups';
    case 'residents-delegates':
    case 'villagers-delegates':
      return 'delegates';
    case 'households-majority':
      return 'homes';
    case 'opinion':
      return null;
    default:
      return membership === 'adults' ? 'persons' : 'homes';
  }
}
