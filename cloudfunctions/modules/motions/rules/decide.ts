import type {
  Choice,
  DecideOptions,
  Outcome,
  RuleId,
  TallyInput,
  Verdict,
  VerdictLine,
} from '@contract/decision';
import { offeredChoices } from './ballot-choice';
import { type Count, countBallots } from './figures';
import { line, type Reserve } from './lines';
import { type RuleTerms, termsOf } from './rule-book';
import { approvalWords, turnoutWords } from './wording';

type Axis = VerdictLine['axis'];
type Cast = Count['cast'][number];

const axesOf = (terms: RuleTerms): Axis[] => (terms.weighsArea ? ['heads', 'area'] : ['heads']);

/** Heads present decide at an assembly; in every other vote taking part is casting a ballot (OWN-5). */
function tookPart(terms: RuleTerms, count: Count, axis: Axis): number {
  return terms.base === 'present' ? count.present : count.part[axis];
}

function turnoutLines(terms: RuleTerms, count: Count): VerdictLine[] {
  const { turnout } = terms;
  if (!turnout) return [];
  return axesOf(terms).map((axis) => {
    const part = tookPart(terms, count, axis);
    const what = turnoutWords(terms, turnout, axis);
    const shown = { kind: 'turnout', axis, what, threshold: turnout, article: terms.turnoutArticle } as const;
    return line(shown, part, count.all[axis], { inside: count.all[axis] - part, outside: 0 });
  });
}

function approvalBase(terms: RuleTerms, count: Count, axis: Axis): { base: number; reserve: Reserve } {
  const base = terms.base === 'all' ? count.all[axis] : tookPart(terms, count, axis);
  return { base, reserve: { inside: base - count.part[axis], outside: count.all[axis] - base } };
}

function approvalLines(terms: RuleTerms, count: Count, agreed: Cast): VerdictLine[] {
  const { approval } = terms;
  const { choice } = agreed;
  if (!approval) return [];
  return axesOf(terms).map((axis) => {
    const { base, reserve } = approvalBase(terms, count, axis);
    const what = approvalWords(terms, approval, axis, choice);
    const shown = {
      kind: 'approval',
      axis,
      what,
      threshold: approval,
      article: terms.approvalArticle,
    } as const;
    return line(choice === 'yes' ? shown : { ...shown, choice }, agreed[axis], base, reserve);
  });
}

/** 都不同意, 反对 and 弃权 stop what is proposed and propose nothing (DEC-6). */
const canPass = (choice: Choice) => choice === 'yes' || choice.startsWith('option:');

const allMet = (lines: readonly VerdictLine[]) => lines.every(({ met }) => met);

/**
 * Applies one rule of the table to a tally (DEC-1 … DEC-12, OWN-1 … OWN-7, ASM-1 … ASM-12).
 * Heads and 0.01 m², whole numbers. Throws RangeError where the figures or the options cannot be: a
 * programming error, never a verdict. A verdict says what passed, every comparison and its article.
 */
export function decide(rule: RuleId, tally: TallyInput, options: DecideOptions = {}): Verdict {
  if (options.silentWithMajority) {
    throw new RangeError(
      'SILENT_MAJORITY_OFF: counting the silent with the majority needs a recorded clause',
    );
  }
  const terms = termsOf(rule, options);
  requireFitting(rule, terms, tally, options);
  const count = countBallots(tally, offeredChoices(options.optionCount));
  const turnout = turnoutLines(terms, count);
  const approval = count.cast
    .filter(({ choice }) => canPass(choice))
    .map((agreed) => ({ choice: agreed.choice, lines: approvalLines(terms, count, agreed) }));
  const quorate = allMet(turnout);
  // Single choices and thresholds of at least a half: no two options can both reach theirs (DEC-6).
  const reached = approval.find(({ lines }) => lines.length > 0 && allMet(lines))?.choice ?? null;
  const passed = quorate ? reached : null;
  return {
    rule,
    membership: options.membership,
    base: options.base,
    outcome: outcomeOf(terms, quorate, passed),
    passed,
    part: { heads: tookPart(terms, count, 'heads'), area: count.part.area },
    cast: count.cast,
    lines: [...turnout, ...approval.flatMap(({ lines }) => lines)],
  };
}

/** Without quorum nothing else matters (DEC-11); an opinion has no threshold at all (DEC-9). */
function outcomeOf(terms: RuleTerms, quorate: boolean, passed: Choice | null): Outcome {
  if (!terms.approval) return 'no-threshold';
  if (!quorate) return 'no-quorum';
  return passed ? 'passed' : 'not-passed';
}

function requireFitting(rule: RuleId, terms: RuleTerms, tally: TallyInput, options: DecideOptions): void {
  if (tally.present !== undefined && terms.base !== 'present') {
    throw new RangeError(`${rule} does not count those present`);
  }
  if (rule === 'affected-unanimous' && options.optionCount !== undefined) {
    throw new RangeError('who is affected agrees or does not: no options');
  }
}
