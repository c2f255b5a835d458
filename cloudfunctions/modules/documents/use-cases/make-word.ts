import type { CallInput } from '@contract/calls';
import type { WordFile } from '@contract/documents';
import { type Context, newId } from '../../../kernel/context';
import { randomId } from '../../../kernel/ids';
import { Refusal } from '../../../kernel/refusal';
import { putFile } from '../../../kernel/storage';
import type { DocumentFile } from '../documents';
import { printed } from '../papers';
import { documentFiles } from '../repository';
import { wordBytes } from '../word/file';

const KEPT_MS = 24 * 60 * 60 * 1000;

const view = ({ fileName, until }: DocumentFile, fileId: string): WordFile => ({ fileId, fileName, until });

/** The file that this command has made already, by an earlier call whose answer was lost (IDM-1, IDM-2). */
async function madeBefore(context: Context, id: string): Promise<DocumentFile | null> {
  const made = await documentFiles.byId(id);
  if (made && made.inputHash !== context.inputHash) throw new Refusal('CLIENT_ID_REUSED');
  return made;
}

/** Puts down where the file will lie, before it does; where the same call came twice at once, the one that was first says where. */
async function placed(context: Context, id: string, fileName: string): Promise<DocumentFile> {
  const cloudPath = `documents/${randomId()}.docx`;
  const until = context.now + KEPT_MS;
  const file = { _id: id, cloudPath, fileId: null, fileName, inputHash: context.inputHash, until };
  return (await documentFiles.insert(file)) ? file : ((await madeBefore(context, id)) ?? file);
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
  const file = before ?? (await placed(context, id, paper.fileName));
  if (file.fileId) return view(file, file.fileId);
  const fileId = await putFile(file.cloudPath, await wordBytes(paper));
  await documentFiles.lies(id, fileId);
  return view(file, fileId);
}
