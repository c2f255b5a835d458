import type { CallInput } from '@contract/calls';
import type { MinutesRecord } from '@contract/minutes';
import { change } from '../../../kernel/change';
import { requirePassed } from '../../../kernel/content-check';
import { type Context, personOf } from '../../../kernel/context';
import { enforce, found, Refusal } from '../../../kernel/refusal';
import { requireSeen } from '../../meetings/expected';
import { meetings } from '../../meetings/repository';
import { mayAnswer } from '../policy';
import { presentById } from '../present';
import { recordToWrite } from '../record';
import { minutesLink } from '../release';
import { corrections, minutes } from '../repository';

/** Leaves the minutes as they are, with a reason that whoever asked and everybody else reads (MIN-4). */
export async function declineCorrection(
  context: Context,
  input: CallInput<'minutes.declineCorrection'>,
): Promise<MinutesRecord> {
  const { id, correctionId, reason } = input;
  await requirePassed(context, [reason]);
  await change(context, async (transaction) => {
    const { actor, now } = context;
    const meeting = found(await meetings.byId(transaction, id));
    await requireSeen(context, meeting);
    const asked = found(await corrections.byId(transaction, correctionId));
    if (asked.meetingId !== id) throw new Refusal('NOT_FOUND');
    enforce(mayAnswer(actor, now, meeting, asked));
    const answer = { reason, by: personOf(context).name, at: now, version: null };
    await corrections.put(transaction, { ...asked, state: 'declined', answer });
    const record = found(await recordToWrite(transaction, meeting));
    await minutes.put(transaction, { ...record, open: record.open - 1 });
    const title = '您提的纪要更正没有采纳';
    const link = minutesLink(id);
    return {
      subject: { kind: 'meeting', id },
      path: meeting.path,
      facts: { correction: correctionId },
      messages: [
        { audience: { persons: [asked.personId] }, kind: 'meeting', title, body: `理由：${reason}`, link },
      ],
    };
  });
  return presentById(context, id);
}
