import type { CallInput } from '@contract/calls';
import type { MinutesRecord } from '@contract/minutes';
import type { MessageIntent } from '@contract/messages';
import { change } from '../../../kernel/change';
import { checkContent } from '../../../kernel/content-check';
import { type Context, personOf } from '../../../kernel/context';
import { enforce, found, Refusal } from '../../../kernel/refusal';
import type { MeetingDocument } from '../../meetings/documents';
import { requireSeen } from '../../meetings/expected';
import { attendances, meetings } from '../../meetings/repository';
import type { MinutesDocument } from '../documents';
import { mayAsk } from '../policy';
import { presentById } from '../present';
import { recordToWrite } from '../record';
import { minutesLink } from '../release';
import { corrections, minutes } from '../repository';
import { CORRECTIONS_EACH } from '../rules';

function toRecorder({ _id, title }: MeetingDocument, { versions }: MinutesDocument): MessageIntent[] {
  const byId = versions.at(-1)?.byId;
  if (!byId) return [];
  const body = `${title}：请采纳写进新版，或者说明为什么不采纳。`;
  return [
    {
      audience: { persons: [byId] },
      kind: 'meeting',
      title: '有人要求更正会议纪要',
      body,
      link: minutesLink(_id),
    },
  ];
}

/** Somebody who was there says what is wrong and what it should say (MIN-3); the record is written with it, so that it cannot become final meanwhile. */
export async function askCorrection(
  context: Context,
  input: CallInput<'minutes.askCorrection'>,
): Promise<MinutesRecord> {
  const { id, itemId, wrong, should } = input;
  const { _id: personId, name: by } = personOf(context);
  const held = await checkContent(context, [wrong, should]);
  await change(context, async (transaction) => {
    const { now } = context;
    const meeting = found(await meetings.byId(transaction, id));
    await requireSeen(context, meeting);
    const attended = (await attendances.ofPerson(transaction, id, personId)) !== null;
    const record = await recordToWrite(transaction, meeting);
    enforce(mayAsk(now, { record, attended }));
    if (itemId !== null && !meeting.agenda.some((item) => item.id === itemId)) throw new Refusal('NOT_FOUND');
    const before = await corrections.ofPerson(transaction, id, personId, CORRECTIONS_EACH);
    if (before.length === CORRECTIONS_EACH) throw new Refusal('CORRECTIONS_ENOUGH');
    const _id = corrections.idOf(id, personId, before.length);
    const asked = { _id, meetingId: id, personId, by, itemId, wrong, should, held, at: now };
    await corrections.insert(transaction, { ...asked, state: 'open', answer: null });
    const present = found(record);
    await minutes.put(transaction, { ...present, open: present.open + 1 });
    return {
      subject: { kind: 'meeting', id },
      path: meeting.path,
      facts: { correction: _id },
      messages: toRecorder(meeting, present),
    };
  });
  return presentById(context, id);
}
