import type { Choice } from '@contract/decision';
import type { ChoiceView } from '@contract/motions';
import type { ChoiceMark } from '@/components/choice-list/choice-list';

const MARKS: Partial<Record<Choice, ChoiceMark>> = {
  yes: 'yes',
  no: 'no',
  'none-of-them': 'no',
  abstain: 'abstain',
};

/** The fields of a ballot paper as rows to choose from, never told apart by colour alone. */
export function choiceRows(choices: readonly ChoiceView[]) {
  return choices.map(({ choice, label }) => ({
    id: choice,
    title: label,
    mark: MARKS[choice] ?? ('plain' as const),
    note: choice === 'abstain' ? '算参加，不算同意' : undefined,
  }));
}
