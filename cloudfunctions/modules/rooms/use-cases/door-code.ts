import { randomInt } from 'node:crypto';
import type { CallInput, CallOutput } from '@contract/calls';
import { change } from '../../../kernel/change';
import type { Context } from '../../../kernel/context';
import { qrCodeFile } from '../../../kernel/qr-code';
import { store } from '../../../kernel/reader';
import { enforce, found } from '../../../kernel/refusal';
import { DOOR_PAGE, doorCode, doorLink, doorScene } from '../door-code';
import { mayKeepThis } from '../policy';
import { rooms } from '../repository';

/** What hangs at the door: for the office that prints it, and for nobody else (BOOK-9). */
export async function readDoorCode(
  { actor, now }: Context,
  { id }: CallInput<'rooms.doorCode'>,
): Promise<CallOutput<'rooms.doorCode'>> {
  const room = found(await rooms.byId(store, id));
  enforce(mayKeepThis(actor, now, room.path));
  const code = room.doorCode;
  let qrFileId = room.doorQr ?? null;
  if (!qrFileId) {
    qrFileId = await qrCodeFile(DOOR_PAGE, doorScene(id, code));
    if (qrFileId) await rooms.keepQr(id, code, qrFileId);
  }
  return { code, link: doorLink(id, code), qrFileId };
}

/** A new code, where the old one has gone round; the old poster is worthless from then on. */
export async function renewDoorCode(
  context: Context,
  { id }: CallInput<'rooms.renewDoorCode'>,
): Promise<CallOutput<'rooms.renewDoorCode'>> {
  const { actor, now } = context;
  await change(context, async (transaction) => {
    const room = found(await rooms.byId(transaction, id));
    enforce(mayKeepThis(actor, now, room.path));
    await rooms.put(transaction, { ...room, doorCode: doorCode(randomInt), doorQr: null });
    return { subject: { kind: 'room', id }, path: room.path };
  });
  return readDoorCode(context, { id });
}
