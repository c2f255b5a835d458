import { createHash } from 'node:crypto';
import type { Choice } from '@contract/decision';
import { keyIdOf, signed } from '../../cloudfunctions/kernel/signing';
import { pseudonymOf } from '../../cloudfunctions/modules/motions/ballot-proof';
import type { MotionDocument, RollEntryDocument } from '../../cloudfunctions/modules/motions/documents';
import { decideOptionsOf } from '../../cloudfunctions/modules/motions/policy/terms';
import { settledAt } from '../../cloudfunctions/modules/motions/rules/clock';
import { decide } from '../../cloudfunctions/modules/motions/rules/decide';
import { receiptLine, receiptText } from '../../cloudfunctions/modules/motions/rules/receipt-text';
import { keptMark } from '../../cloudfunctions/modules/motions/rules/secret-seal';
import {
  choicesText,
  markLeafText,
  markText,
  silentText,
} from '../../cloudfunctions/modules/motions/rules/secret-text';
import { markLeafHash, sealSecret } from '../../cloudfunctions/modules/motions/seal/seal-secret';
import { secretBundleJson } from '../../cloudfunctions/modules/motions/seal/secret-bundle';
import type { BallotMarkDocument, BoxResult } from '../../cloudfunctions/modules/motions/secret/documents';
import { motionOf } from './sealed-votes';

const hash = (text: string) => createHash('sha256').update(text).digest('hex');

export interface SecretVote {
  choices: Choice[];
  silent: number;
  box?: BoxResult | null;
  motion?: Partial<MotionDocument>;
}

const entryOf = (n: number) =>
  ({ _id: hash(`voter-${n}`).slice(0, 32), rollId: 'roll', area: 0 }) as RollEntryDocument;

/** The newest seal of the audit log while the vote was open. */
const AUDIT = `5 ${hash('audit when it was open')}`;

/** A mark whose salt is known. */
function markOf(motion: MotionDocument, n: number): BallotMarkDocument {
  const motionId = motion._id;
  const entryId = entryOf(n)._id;
  const pseudonym = pseudonymOf(motionId, entryId);
  const salt = `${'5a'.repeat(31)}${String(n + 1).padStart(2, '0')}`;
  const commitment = hash(markText({ motionId, rollHash: motion.roll?.hash ?? '', pseudonym, salt }));
  const castAt = motion.opensAt + 1000 * (n + 1);
  const said = receiptText({ motionId, pseudonym, commitment, revision: 1, castAt, audit: AUDIT });
  const who = { castBy: 'somebody', castAt, clientId: 'once', helper: null };
  const proof = { pseudonym, salt, commitment, audit: AUDIT, ...signed(said) };
  return { _id: `mark-${n}`, motionId, entryId, channel: 'phone', ...who, proof };
}

/** A counted secret vote by homes, sealed by the cloud's own code. */
export function secretSealed({ choices, silent, box = null, motion: changes = {} }: SecretVote) {
  const marked = choices.length + (box ? box.spoiled + box.missing + box.uncounted : 0);
  const entries = Array.from({ length: marked + silent }, (_, n) => entryOf(n));
  const roll = { id: 'roll', hash: hash('roll'), frozenAt: 0, heads: entries.length, area: 0 };
  const plan = { body: 'yard', bodyKind: 'homes', rule: 'households-majority', base: 'cast' } as const;
  const paper = box ? { paper: { precedence: 'first' as const, settleMinutes: 60 } } : {};
  const motion = motionOf({ ...plan, ...paper, ballot: 'secret', roll, ...changes });
  const marks = Array.from({ length: marked }, (_, n) => markOf(motion, n));
  const cast: Partial<Record<Choice, { heads: number; area: number }>> = {};
  for (const choice of choices) cast[choice] = { heads: (cast[choice]?.heads ?? 0) + 1, area: 0 };
  const verdict = decide(motion.rule, { all: roll, cast }, decideOptionsOf(motion));
  const audit = { number: 7, hash: hash('audit') };
  const countedAt = settledAt(motion) + 40_000;
  const counted = { motion, marks, choices, entries, box, verdict, present: null, audit, countedAt };
  return { motion, marks, counted, ...sealSecret(counted) };
}

export function secretBundleOf(
  { motion, seal, parts }: ReturnType<typeof secretSealed>,
  version: 'public' | 'full',
) {
  const rows = (kind: string) => parts.filter((part) => part.kind === kind).flatMap((part) => part.rows);
  const marks = rows('marks').map(keptMark);
  return secretBundleJson(version, { motion, seal, marks, choices: rows('choices'), silent: rows('silent') });
}

const EXAMPLE: SecretVote = {
  choices: ['yes', 'no', 'yes'],
  silent: 1,
  box: { spoiled: 1, missing: 0, uncounted: 0, invalid: null },
  motion: {
    ...{ _id: 'b1b2c3d4e5f60718293a4b5c6d7e8f90', title: '换不换门卫？', text: '合同到期。' },
    ...{ opensAt: 1_772_413_200_000, closesAt: 1_772_586_000_000 },
  },
};

const silentIn = (parts: ReturnType<typeof secretSealed>['parts']) =>
  parts.filter(({ kind }) => kind === 'silent').flatMap(({ rows }) => rows);

/** The worked secret bundle of docs/verify.md: its blocks by their names. */
export function secretExample(): Record<string, string> {
  const vote = secretSealed(EXAMPLE);
  const { motion, seal, marks, parts } = vote;
  const motionId = motion._id;
  const kept = parts.filter(({ kind }) => kind === 'marks').flatMap(({ rows }) => rows.map(keptMark));
  const [first] = kept;
  const mark = marks.find(({ proof }) => proof.pseudonym === first?.voter);
  if (!first || !mark) throw new Error('the example has marks');
  const { proof, castAt } = mark;
  const rollHash = motion.roll?.hash ?? '';
  const said = { motionId, revision: 1, castAt, ...proof };
  return {
    'mark-text-1': markText({ motionId, rollHash, pseudonym: first.voter, salt: first.salt }).trimEnd(),
    'commitment-1': first.commitment,
    'leaf-text-1': markLeafText(motionId, first).trimEnd(),
    'leaf-hashes': kept.map((one) => markLeafHash(motionId, one)).join('\n'),
    root: seal.root,
    'choices-text': choicesText(motionId, EXAMPLE.choices).trimEnd(),
    choices: hash(choicesText(motionId, EXAMPLE.choices)),
    'silent-text': silentText(motionId, silentIn(parts)).trimEnd(),
    silent: hash(silentText(motionId, silentIn(parts))),
    header: seal.header.trimEnd(),
    signature: seal.signature,
    public: secretBundleOf(vote, 'public'),
    full: secretBundleOf(vote, 'full'),
    receipt: receiptLine(said, { keyId: keyIdOf(proof.publicKey), ...proof }),
  };
}
