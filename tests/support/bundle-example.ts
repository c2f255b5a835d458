import { createHash } from 'node:crypto';
import { signedReceipt } from '../../cloudfunctions/modules/motions/ballot-proof';
import { keyIdOf, signed } from '../../cloudfunctions/kernel/signing';
import type { BallotDocument } from '../../cloudfunctions/modules/motions/documents';
import { pathOf } from '../../cloudfunctions/modules/motions/rules/merkle';
import { commitmentText, receiptText } from '../../cloudfunctions/modules/motions/rules/receipt-text';
import { leafText, weightText, weightsText } from '../../cloudfunctions/modules/motions/rules/seal-text';
import { keptLeafHash, leafOf, nodeHash } from '../../cloudfunctions/modules/motions/seal/hashes';
import { sealCount } from '../../cloudfunctions/modules/motions/seal/seal-count';
import { bundleOf, sealedOf, sealedVote, type SealedVoter } from './sealed-votes';

/** The seed of the worked example; the signing key of the tests is another. */
export const EXAMPLE_SEED = Buffer.from(Array.from({ length: 32 }, (_, n) => n));
const MOTION = 'a1b2c3d4e5f60718293a4b5c6d7e8f90';
const OPENS = 1_772_413_200_000;
const DAY = 86_400_000;

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

const VOTERS: SealedVoter[] = [
  { area: 9050, choice: 'yes', revision: 2 },
  { area: 7045, choice: 'no', channel: 'paper' },
  { area: 12000, choice: 'yes', unproven: true },
  { area: 5000 },
];

/** The proof that the cloud would have made, with a salt that is known. */
function proven(ballot: BallotDocument, rollHash: string, n: number): BallotDocument {
  if (!ballot.proof) return ballot;
  const { motionId, revision, choice, castAt } = ballot;
  const { pseudonym, audit } = ballot.proof;
  const salt = `${'5a'.repeat(31)}0${n + 1}`;
  const made = { motionId, rollHash, pseudonym, revision, choice, salt };
  const commitment = sha256(commitmentText(made));
  const said = receiptText({ ...made, commitment, castAt, audit });
  const proof = { pseudonym, salt, commitment, audit, ...signed(said) };
  return { ...ballot, proof };
}

function exampleVote() {
  const closesAt = OPENS + 2 * DAY;
  const changed = { at: OPENS + 1000, from: OPENS + DAY, to: closesAt, reason: '下雨，多等一天' };
  const vote = sealedVote(VOTERS, {
    ...{ _id: MOTION, title: '东门修不修？', text: '第一行\n第二行 "引号"', rule: 'owners-special' },
    ...{ opensAt: OPENS, closesAt, closingChanges: [changed] },
  });
  const rollHash = vote.motion.roll?.hash ?? '';
  const ballots = vote.counted.ballots.map((ballot, n) => proven(ballot, rollHash, n));
  return { ...vote, ballots, ...sealCount({ ...vote.counted, ballots }) };
}

/** The worked bundle of docs/verify.md, computed by the cloud's own code: its blocks by their names. */
export function bundleExample(): Record<string, string> {
  const vote = exampleVote();
  const { motion, seal, ballots } = vote;
  const { ballots: kept, silent } = sealedOf(vote);
  const leaves = kept.map((one) => leafText(MOTION, leafOf(MOTION, one)));
  const hashes = kept.map((one) => keptLeafHash(MOTION, one));
  const [first] = kept;
  if (!first) throw new Error('the example has ballots');
  const everybody = [...kept, ...silent].sort((a, b) => (a.voter < b.voter ? -1 : 1));
  const lines = (texts: readonly string[]) => texts.join('\n');
  return {
    'key-id': keyIdOf(seal.publicKey),
    'question-text': lines([
      'yard-question-1',
      `title ${sha256(motion.title)}`,
      `text ${sha256(motion.text)}`,
    ]),
    question: sha256(`yard-question-1\ntitle ${sha256(motion.title)}\ntext ${sha256(motion.text)}\n`),
    'weight-text-1': weightText(MOTION, first, first.channel, first.weightSalt).trimEnd(),
    'leaf-text-1': (leaves[0] ?? '').trimEnd(),
    'leaf-text-2': (leaves[1] ?? '').trimEnd(),
    'leaf-text-3': (leaves[2] ?? '').trimEnd(),
    'leaf-hashes': lines(hashes),
    'node-1-2': nodeHash(hashes[0] ?? '', hashes[1] ?? ''),
    root: seal.root,
    'path-of-leaf-1': lines(pathOf(hashes, 0, nodeHash)),
    'path-of-leaf-3': lines(pathOf(hashes, 2, nodeHash)),
    'weights-text': weightsText(MOTION, everybody, seal.weightsSalt).trimEnd(),
    weights: sha256(weightsText(MOTION, everybody, seal.weightsSalt)),
    header: seal.header.trimEnd(),
    signature: seal.signature,
    public: bundleOf(vote, 'public'),
    full: bundleOf(vote, 'full'),
    receipt: signedReceipt(ballots[0] as BallotDocument) ?? '',
  };
}
