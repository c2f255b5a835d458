import type { Context } from './context';
import { type Transaction } from './database';
import { idOf } from './ids';
import { Refusal } from './refusal';

/** A photo as the server read it. */
export interface TakenPhoto {
  fileId: string;
  /** Of its bytes, hex. */
  sha256: string;
  bytes: number;
}

/** Collection `photo_records`; `_id` is made of the file's id. What a photo was when it first proved something; never changed. */
export interface PhotoRecord extends TakenPhoto {
  _id: string;
  at: number;
  action: string;
  subject: { kind: string; id: string };
  /** From the city down to the place of what it proves. */
  path: string[];
}

export const photoRecordId = (fileId: string) => idOf('photo', fileId);

/**
 * Puts down the photos that a change was made with, in its transaction.
 * @throws Refusal PHOTO_EXCHANGED where a file proved something before and has other bytes now (FILE-2)
 */
export async function keepPhotos(
  transaction: Transaction,
  { photos = [], action, now: at }: Context,
  { subject, path }: Pick<PhotoRecord, 'subject' | 'path'>,
): Promise<void> {
  for (const photo of photos) {
    const _id = photoRecordId(photo.fileId);
    const before = await transaction.get<PhotoRecord>('photo_records', _id);
    if (before && before.sha256 !== photo.sha256) throw new Refusal('PHOTO_EXCHANGED');
    if (before) continue;
    await transaction.insert('photo_records', { _id, ...photo, at, action, subject, path });
  }
}
