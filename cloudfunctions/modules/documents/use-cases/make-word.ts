import type { CallInput } from '@contract/calls';
import type { WordFile } from '@contract/documents';
import { type Context, newId } from '../../../kernel/context';
import { randomId } from '../../../kernel/ids';
import { Refusal } from '../../../kernel/refusal';
import { putFile, removeFiles } from '../../../kernel/storage';
import type { DocumentFile } from '../documents';
import { printed } from '../papers';
import { documentFiles } from '../repository';
import { wordBytes } from '../word/file';

const KEPT_MS = 24 * 60 * 60 * 1000;

const view = ({ fileId, fileName, until }: DocumentFile): WordFile => ({ fileId, fileName, until });

/** The file that this command has made already, by an earlier call whose answer was lost (IDM-1, IDM-2). */
async function madeBefore(context: Context, id: string): Promise<DocumentFile | null> {
  const made = await documentFiles.byId(id);
  if (made && made.inputHash !== context.inputHash) throw new Refusal('CLIENT_ID_REUSED');
  return made;
}

/** The same paper as a Word file, in storage under a name that nobody can guess, for a day (DOC-11, DOC-12). */
export async function makeWord(
  context: Context,
  { clientId: _once, ...asked }: CallInput<'documents.word'>,
): Promise<WordFile> {
  const id = newId(context, 'document-file');
  const before = await madeBefore(context, id);
  // Asked for again it is looked at again: whoever lost the office meanwhile gets nothing.
  const paper = await printed(context, asked);
  if (before) return view(before);
  const fileId = await putFile(`documents/${randomId()}.docx`, await wordBytes(paper));
  const { fileName } = paper;
  const file = { _id: id, fileId, fileName, inputHash: context.inputHash, until: context.now + KEPT_MS };
  if (await documentFiles.insert(file)) return view(file);
  // The same call came twice at once, and the other one was first: its file stands.
  await removeFiles([fileId]);
  return view((await madeBefore(context, id)) ?? file);
}
