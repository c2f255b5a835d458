import { boundChangeOf } from '../../charters/change-of';
import { effectWords } from '../../charters/views';
import { ruleWords } from '../../motions/paper-words';
import { extensionWords } from '../../motions/extension-words';
import { presentTally } from '../../motions/present-tally';
import type { MotionDocument } from '../../motions/documents';
import { phaseOf } from '../../motions/policy/phase';
import { isSecret } from '../../motions/rules/secret';
import {
  BODY_LABELS,
  choicesOf,
  HEAD_UNITS,
  HEAD_WORDS,
  ruleView,
  SUBJECT_LABELS,
  worthView,
} from '../../motions/words';
import type { RulesChange, VoteFacts } from '../rules/facts';

async function rulesOf(motion: MotionDocument): Promise<{ rules?: RulesChange }> {
  const change = await boundChangeOf(motion);
  if (!change) return {};
  const { charter, draft, difference } = change;
  const effect = effectWords(charter, draft, motion);
  const { base, hash } = draft;
  return { rules: { title: charter.title, base, hash, effect, difference } };
}

/** What papers say of a vote; its result only once it is counted (DOC-2). */
export async function voteFacts(motion: MotionDocument, now: number): Promise<VoteFacts> {
  const { title, text, placeName, body, bodyKind, opensAt, closesAt, closingChanges, roll } = motion;
  const phase = phaseOf(motion, now);
  return {
    ...{ id: motion._id, title, text, placeName, body, opensAt, closesAt, closingChanges, phase },
    bodyLabel: BODY_LABELS[body],
    subjectLabel: SUBJECT_LABELS[motion.subject],
    worth: worthView(motion.worth),
    rule: ruleView(motion),
    headWords: HEAD_WORDS[bodyKind],
    unit: HEAD_UNITS[bodyKind],
    choices: choicesOf(motion),
    extension: extensionWords(motion, now),
    ...(isSecret(motion) ? { secret: true as const } : {}),
    ...(await rulesOf(motion)),
    bothUsed: motion.paper ? ruleWords(motion) : null,
    roll: roll && { heads: roll.heads, area: roll.area, hash: roll.hash, frozenAt: roll.frozenAt },
    tally: phase === 'counted' ? await presentTally(motion, now) : null,
  };
}
