import type { Choice, Threshold, VerdictLine } from '@contract/decision';
import type { RuleTerms } from './rule-book';

const FRACTIONS: Record<string, string> = { '1/2': '一半', '2/3': '三分之二', '3/4': '四分之三' };

function share({ num, den, strict }: Threshold, base: string): string {
  const fraction = FRACTIONS[`${num}/${den}`] ?? `${den}分之${num}`;
  return `${strict ? '超过' : '达到'}${base}的${fraction}`;
}

const whole = ({ num, den }: Threshold) => num === den;

/** «参加表决的业主达到全体业主的三分之二» */
export function turnoutWords(terms: RuleTerms, threshold: Threshold, axis: VerdictLine['axis']): string {
  if (whole(threshold)) return `全体${terms.noun}都${terms.verb}`;
  if (axis === 'area') return `${terms.verb}的面积${share(threshold, '总面积')}`;
  return `${terms.verb}的${terms.noun}${share(threshold, `全体${terms.noun}`)}`;
}

/** «同意的面积超过参加表决的面积的一半»; of several options «选择方案 2 的业主…» */
export function approvalWords(
  terms: RuleTerms,
  threshold: Threshold,
  axis: VerdictLine['axis'],
  choice: Choice,
): string {
  const agree = choice === 'yes' ? '同意' : `选择方案 ${choice.slice('option:'.length)} `;
  if (whole(threshold)) return `全体${terms.noun}都${agree}`.trim();
  const noun = axis === 'area' ? '面积' : terms.noun;
  // No rule weighs the area that agrees against the whole: that base is heads alone.
  const base = terms.base === 'all' ? `全体${noun}` : `${terms.verb}的${noun}`;
  return `${agree}的${noun}${share(threshold, base)}`;
}
