import type { CallInput } from '@contract/calls';
import type { MarkInclusion } from '@contract/seals';
import { type Context, personOf } from '../../../kernel/context';
import { store } from '../../../kernel/reader';
import { enforce, found, Refusal } from '../../../kernel/refusal';
import { maySee } from '../policy/office';
import { voterIn, voterRefusal } from '../policy/voter';
import { countParts, countSeals, marks, motions, rollEntries } from '../repository';
import { pathOf } from '../rules/merkle';
import { PART } from '../rules/seal-rows';
import { keptMark } from '../rules/secret-seal';
import type { CountSealDocument } from '../seal/documents';
import { nodeHash } from '../seal/hashes';
import { markLeafHash } from '../seal/seal-secret';
import { sealView } from '../seal/view';

/** The mark of a pseudonym with its path to the root; reads one part, as of a named count. */
async function markIn(seal: CountSealDocument, voter: string): Promise<MarkInclusion['mark']> {
  const after = seal.parts.findIndex(({ first }) => first > voter);
  const n = (after < 0 ? seal.parts.length : after) - 1;
  const part = seal.parts[n];
  if (!part) return null;
  const kept = (await countParts.rows([part.id])).map(keptMark);
  const at = kept.findIndex((one) => one.voter === voter);
  const own = kept[at];
  if (!own) return null;
  const hashes = kept.map((one) => markLeafHash(seal._id, one));
  const roots = seal.parts.map(({ root }) => root);
  const path = [...pathOf(hashes, at, nodeHash), ...pathOf(roots, n, nodeHash)];
  return { voter, commitment: own.commitment, index: n * PART + at, path };
}

/** What a voter's phone needs to find their mark in the seal of a secret count by itself (SECRET-10); to everybody else there is none. */
export async function readMarkInclusion(
  context: Context,
  { motionId, entryId }: CallInput<'motions.markInclusion'>,
): Promise<MarkInclusion> {
  const [known, entry, mark, seal] = await Promise.all([
    motions.byId(store, motionId),
    rollEntries.byId(store, entryId),
    marks.byId(store, marks.idOf(motionId, entryId)),
    countSeals.byMotion(store, motionId),
  ]);
  const person = personOf(context);
  const motion = found(known);
  enforce(maySee(context.actor, context.now, motion));
  if (!entry || !mark || voterRefusal(voterIn(motion, person), entry) !== null)
    throw new Refusal('NOT_FOUND');
  if (mark.channel === 'phone' && mark.castBy !== person._id) throw new Refusal('NOT_FOUND');
  if (motion.state !== 'counted') throw new Refusal('RESULT_PENDING');
  if (!seal) throw new Refusal('NOT_SEALED');
  return { seal: sealView(seal), mark: await markIn(seal, mark.proof.pseudonym) };
}
