import type { Choice, Verdict } from '@contract/decision';
import { signed } from '../../../kernel/signing';
import { pseudonymsIn } from '../ballot-proof';
import type { MotionDocument, RollEntryDocument } from '../documents';
import { partsOf } from '../rules/seal-rows';
import { asideOf } from '../rules/secret';
import type { SealedFacts } from '../rules/seal-text';
import { type KeptMark, markRow, secretHeaderText } from '../rules/secret-seal';
import { choicesText, markLeafText, silentText } from '../rules/secret-text';
import type { BallotMarkDocument, BoxResult } from '../secret/documents';
import { leafHash, sha256, treeRoot } from './hashes';
import { partOf, questionHash, type SealedCount } from './seal-count';

/** What is sealed of a secret vote: who voted, and apart from it what was chosen. */
export interface SecretCounted {
  motion: MotionDocument;
  marks: readonly BallotMarkDocument[];
  /** In the order of the export. */
  choices: readonly Choice[];
  entries: readonly RollEntryDocument[];
  box: BoxResult | null;
  verdict: Verdict;
  present: number | null;
  audit: SealedFacts['audit'];
  countedAt: number;
}

const byVoter = (a: { voter: string }, b: { voter: string }) => (a.voter < b.voter ? -1 : 1);

const keptOf = ({ proof: { pseudonym: voter, commitment, salt } }: BallotMarkDocument): KeptMark => ({
  voter,
  commitment,
  salt,
});

export const markLeafHash = (motionId: string, mark: KeptMark): string =>
  leafHash(markLeafText(motionId, mark));

function silentOf({ motion, marks, entries }: SecretCounted): string[] {
  const marked = new Set(marks.map(({ entryId }) => entryId));
  const onRoll = new Set(entries.map(({ _id }) => _id));
  if (marks.some(({ entryId }) => !onRoll.has(entryId)))
    throw new Error(`motion ${motion._id}: a mark of nobody on its roll`);
  const pseudonym = pseudonymsIn(motion._id);
  return entries
    .filter(({ _id }) => !marked.has(_id))
    .map(({ _id }) => pseudonym(_id))
    .sort();
}

/** Marks, export and figures are three readings of one vote: where they differ there is no count. */
function requireSame({ motion, marks, choices, box, verdict }: SecretCounted): void {
  if (marks.length !== choices.length + asideOf(box))
    throw new Error(`motion ${motion._id}: its marks are not as many as its ballots`);
  const cast = verdict.cast.reduce((sum, { heads }) => sum + heads, 0);
  const wrong = verdict.cast.some(
    ({ choice, heads }) => choices.filter((one) => one === choice).length !== heads,
  );
  if (wrong || cast !== choices.length)
    throw new Error(`motion ${motion._id}: the figures are not those of its ballots`);
}

/**
 * Seals a secret count (SECRET-9): the marks as leaves, the choices as one export that the header binds by its hash. Which mark and which
 * choice belong together nothing of it says. The same count gives the same parts.
 * @throws Error where marks, choices, roll and figures do not belong together, or the signing key is missing
 */
export function sealSecret(counted: SecretCounted): SealedCount {
  const { motion, marks, choices, entries, verdict } = counted;
  const { _id: motionId, roll, closingChanges } = motion;
  if (roll?.heads !== entries.length) throw new Error(`motion ${motionId}: its roll is not whole`);
  requireSame(counted);
  const groups = partsOf(marks.map(keptOf).sort(byVoter));
  const roots = groups.map((group) => treeRoot(group.map((one) => markLeafHash(motionId, one))));
  const markParts = groups.map((group, n) => partOf(motionId, 'marks', n, group.map(markRow)));
  const choiceParts = partsOf(choices).map((group, n) => partOf(motionId, 'choices', n, group));
  const silent = silentOf(counted);
  const silentParts = partsOf(silent).map((group, n) => partOf(motionId, 'silent', n, group));
  const root = treeRoot(roots);
  const header = secretHeaderText({
    ...counted,
    ...{ roll, root, cast: verdict.cast, outcome: verdict.outcome, passed: verdict.passed },
    marks: marks.length,
    ballots: choices.length,
    silent: sha256(silentText(motionId, silent)),
    choices: sha256(choicesText(motionId, choices)),
    question: questionHash(motion),
    reasons: closingChanges.map(({ reason }) => sha256(reason)),
  });
  const parts = markParts.map(({ _id: id }, n) => {
    return { id, first: groups[n]?.[0]?.voter ?? '', root: roots[n] ?? '' };
  });
  const ids = (all: typeof markParts) => all.map(({ _id }) => _id);
  const named = { ballots: choices.length, parts, silentParts: ids(silentParts), weightsSalt: '' };
  return {
    parts: [...markParts, ...choiceParts, ...silentParts],
    seal: { _id: motionId, header, root, ...signed(header), ...named, choiceParts: ids(choiceParts) },
  };
}
