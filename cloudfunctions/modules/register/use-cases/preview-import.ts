import type { CallInput } from '@contract/calls';
import type { ImportView } from '@contract/register-import';
import { change } from '../../../kernel/change';
import { type Context, newId } from '../../../kernel/context';
import { store } from '../../../kernel/reader';
import { found, Refusal } from '../../../kernel/refusal';
import { removeFiles } from '../../../kernel/storage';
import { dayOf } from '../../motions/rules/days';
import type { PlaceDocument } from '../../members/documents';
import type { VersionDocument } from '../documents';
import { registerIds } from '../ids';
import { importPlace, presentImport } from '../place';
import { type Compared, contentOf, type Draft, snapshotOf } from '../preview';
import { type ReadFile, readRegisterFile } from '../reading';
import { leftovers, versions } from '../repository';
import { keyProblems, residentNotes, withoutRepeated } from '../rules/between-rows';
import { importedHomes } from '../rules/imported-homes';

function draftOf(file: ReadFile, fileName: string, compared: Compared, todayOn: string): Draft {
  const { columns, parsed, fileHash, sheet } = file;
  const imported = importedHomes(parsed, compared, { columns, ids: registerIds, todayOn });
  const { homes, problems, repeated } = withoutRepeated(imported.homes);
  const all = [...file.problems, ...imported.problems, ...problems, ...keyProblems(homes)];
  const twice = repeated > 0 ? [`有${repeated}行重复，内容完全一样，只算一次。`] : [];
  return {
    ...{ fileName, fileHash, sheet, repeats: null, homes },
    ...{ places: imported.places, gone: imported.gone },
    problems: all,
    notes: [...file.notes, ...twice, ...residentNotes(homes)],
    phones: new Map(parsed.map(({ row, phone }) => [row, phone])),
  };
}

/** A file that cannot be read, too, is personal data of the people in it. */
async function readAndRemove(fileId: string): Promise<ReadFile> {
  try {
    return await readRegisterFile(fileId);
  } catch (error) {
    if (error instanceof Refusal) {
      await removeFiles([fileId]);
      await leftovers.settle([leftovers.idOfFile(fileId)]);
    }
    throw error;
  }
}

/** Writes down what the file holds; nothing refers to it before the version does. */
async function madeOf(
  context: Context,
  input: CallInput<'members.previewImport'>,
  place: PlaceDocument,
): Promise<VersionDocument> {
  const compared = await snapshotOf(place);
  await leftovers.noteFile(input.fileId, context.now);
  const file = await readAndRemove(input.fileId);
  const draft = draftOf(file, input.fileName, compared, dayOf(context.now));
  const { version, batches, namesakes } = contentOf(context, draft, compared);
  await versions.writeContent(version, batches, namesakes);
  return version;
}

/**
 * Reads a file of homes and compares it with the register, which stays as it is (REG-3, REG-8). The file is removed once its content
 * is written down; a repetition finds that, and needs the file no more.
 */
export async function previewImport(
  context: Context,
  input: CallInput<'members.previewImport'>,
): Promise<ImportView> {
  const place = await importPlace(context, input.placeId);
  const id = newId(context, 'register-version');
  const there = await versions.byId(store, id);
  const made = there ? null : await madeOf(context, input, place);
  await change(context, async (transaction) => {
    const version = found(made);
    await versions.put(transaction, version);
    const { hash, problemCount: problems, difference, fileHash } = version;
    const facts = { hash, fileHash, problems, ...difference };
    return { subject: { kind: 'register-import', id }, path: place.path, facts };
  });
  const { contentId } = found(await versions.byId(store, id));
  await removeFiles([input.fileId]);
  await leftovers.settle([leftovers.idOfFile(input.fileId), contentId]);
  return presentImport(context, id);
}
