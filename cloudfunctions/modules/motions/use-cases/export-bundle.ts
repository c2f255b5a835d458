import type { CallInput } from '@contract/calls';
import type { BundleFile } from '@contract/seals';
import { change } from '../../../kernel/change';
import { type Context, personOf } from '../../../kernel/context';
import { keepFile } from '../../../kernel/kept-file';
import { store } from '../../../kernel/reader';
import { enforce, found, Refusal } from '../../../kernel/refusal';
import type { MotionDocument } from '../documents';
import { entriesNear } from '../mine';
import { maySee } from '../policy/office';
import { mayReadRecords } from '../policy/records';
import { countParts, countSeals, motions } from '../repository';
import { keptBallot, silentVoter } from '../rules/seal-rows';
import { bundleJson, type Sealed } from '../seal/bundle';
import { bundleCsv } from '../seal/bundle-csv';
import { isSecretSeal, secretBundleCsv, secretBundleJson, secretSealedOf } from '../seal/secret-bundle';
import type { CountSealDocument } from '../seal/documents';

type Input = CallInput<'motions.export'>;

const VERSION_WORDS = { public: '公开版', full: '完整版' } as const;

/** The bundle's text, of a named or of a secret count. */
async function contentOf(
  motion: MotionDocument,
  seal: CountSealDocument,
  { version, as }: Input,
): Promise<string> {
  if (isSecretSeal(seal)) {
    const sealed = await secretSealedOf(motion, seal, version);
    return as === 'json' ? secretBundleJson(version, sealed) : secretBundleCsv(version, sealed);
  }
  const sealed = await sealedOf(motion, seal, version);
  return as === 'json' ? bundleJson(version, sealed) : bundleCsv(version, sealed);
}

async function sealedOf(
  motion: MotionDocument,
  seal: CountSealDocument,
  version: Input['version'],
): Promise<Sealed> {
  const ballots = await countParts.rows(seal.parts.map(({ id }) => id));
  const silent = version === 'full' ? await countParts.rows(seal.silentParts) : [];
  return { motion, seal, ballots: ballots.map(keptBallot), silent: silent.map(silentVoter) };
}

/** Who looked into the records is written down before they get them (SEAL-6). */
async function recordLook(context: Context, motion: MotionDocument, as: Input['as']): Promise<void> {
  const { _id: id, path } = motion;
  await change(context, async () => ({
    subject: { kind: 'motion', id },
    path,
    facts: { version: 'full', as },
  }));
}

/**
 * A bundle of the sealed count as a file in storage: the public version for everybody who may see the motion, the full one for those
 * with a right to its records (SEAL-5, SEAL-6). An answer of a megabyte would not leave the function.
 * @throws Refusal RESULT_PENDING, NOT_SEALED, RECORDS_CLOSED
 */
export async function exportBundle(context: Context, input: Input): Promise<BundleFile> {
  const { id, version, as } = input;
  const motion = found(await motions.byId(store, id));
  const { actor, now } = context;
  enforce(maySee(actor, now, motion));
  if (motion.state !== 'counted') throw new Refusal('RESULT_PENDING');
  const seal = await countSeals.byMotion(store, id);
  if (!seal) throw new Refusal('NOT_SEALED');
  const person = personOf(context);
  if (version === 'full') {
    enforce(mayReadRecords(actor, now, motion, await entriesNear(person, [motion])));
    await recordLook(context, motion, as);
  }
  const content = Buffer.from(await contentOf(motion, seal, input));
  // A full file that is found where it should not be leads back to whom it was made for.
  const parts = version === 'full' ? [id, version, person._id] : [id, version];
  const fileId = await keepFile('bundles', parts, as, content);
  return { fileId, name: `计票封存-${VERSION_WORDS[version]}-${id.slice(0, 8)}.${as}`, size: content.length };
}
