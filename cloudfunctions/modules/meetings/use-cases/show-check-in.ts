import type { CallInput, CallOutput } from '@contract/calls';
import type { Context } from '../../../kernel/context';
import { store } from '../../../kernel/reader';
import { qrCodeFile } from '../../../kernel/qr-code';
import { enforce, found } from '../../../kernel/refusal';
import { mayShowCheckIn, maySee } from '../policy';
import { attendances, meetings } from '../repository';

const PAGE = 'packages/meetings/check-in/index';

/** The code for the door, as digits and as a picture to scan; drawn at the first showing. */
export async function showCheckIn(
  context: Context,
  input: CallInput<'meetings.showCheckIn'>,
): Promise<CallOutput<'meetings.showCheckIn'>> {
  const meeting = found(await meetings.byId(store, input.id));
  enforce(maySee(context.actor, context.now, meeting));
  enforce(mayShowCheckIn(context.actor, context.now, meeting));
  let qrFileId = meeting.checkInQr;
  if (!qrFileId) {
    qrFileId = await qrCodeFile(PAGE, `${meeting._id}.${meeting.checkInCode}`);
    if (qrFileId) await meetings.keepQr(meeting._id, qrFileId);
  }
  return { code: meeting.checkInCode, qrFileId, attendance: await attendances.count(meeting._id) };
}
