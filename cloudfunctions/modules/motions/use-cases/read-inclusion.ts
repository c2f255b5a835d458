import type { CallInput } from '@contract/calls';
import type { Inclusion } from '@contract/seals';
import { type Context, personOf } from '../../../kernel/context';
import { store } from '../../../kernel/reader';
import { enforce, found, Refusal } from '../../../kernel/refusal';
import { pseudonymOf } from '../ballot-proof';
import { maySee } from '../policy/office';
import { hasPart } from '../policy/voter';
import { ballots, countParts, countSeals, motions, rollEntries } from '../repository';
import { pathOf } from '../rules/merkle';
import { keptBallot, PART } from '../rules/seal-rows';
import type { CountSealDocument } from '../seal/documents';
import { keptLeafHash, leafOf, nodeHash } from '../seal/hashes';
import { leafView, sealView } from '../seal/view';

/** The leaf of a pseudonym with its path to the root. Reads one part: the others stand in the seal by their roots. */
async function leafIn(seal: CountSealDocument, voter: string): Promise<Inclusion['leaf']> {
  const after = seal.parts.findIndex(({ first }) => first > voter);
  const n = (after < 0 ? seal.parts.length : after) - 1;
  const part = seal.parts[n];
  if (!part) return null;
  const kept = (await countParts.rows([part.id])).map(keptBallot);
  const at = kept.findIndex((one) => one.voter === voter);
  const own = kept[at];
  if (!own) return null;
  const hashes = kept.map((one) => keptLeafHash(seal._id, one));
  const roots = seal.parts.map(({ root }) => root);
  const path = [...pathOf(hashes, at, nodeHash), ...pathOf(roots, n, nodeHash)];
  return leafView(leafOf(seal._id, own), n * PART + at, path);
}

/** What the voter's phone needs to find their own ballot in the seal by itself (SEAL-11); to everybody else there is none (BAL-13). A leaf says nothing of a choice: whoever cast an earlier revision gets it too (BAL-26). */
export async function readInclusion(
  context: Context,
  { motionId, entryId }: CallInput<'motions.inclusion'>,
): Promise<Inclusion> {
  const [known, entry, ballot, seal] = await Promise.all([
    motions.byId(store, motionId),
    rollEntries.byId(store, entryId),
    ballots.lastById(store, ballots.idOf(motionId, entryId)),
    countSeals.byMotion(store, motionId),
  ]);
  const motion = found(known);
  enforce(maySee(context.actor, context.now, motion));
  if (!entry || !ballot || !hasPart(motion, ballot, entry, personOf(context))) throw new Refusal('NOT_FOUND');
  if (motion.state !== 'counted') throw new Refusal('RESULT_PENDING');
  if (!seal) throw new Refusal('NOT_SEALED');
  const voter = ballot.proof?.pseudonym ?? pseudonymOf(motionId, entryId);
  return { seal: sealView(seal), leaf: await leafIn(seal, voter) };
}
