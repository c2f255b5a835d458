import type { CallInput } from '@contract/calls';
import type { MeetingDetail } from '@contract/meetings';
import type { MessageIntent } from '@contract/messages';
import { type Change, change } from '../../../kernel/change';
import { requirePassed } from '../../../kernel/content-check';
import type { Context } from '../../../kernel/context';
import { enforce, found, requireRevision } from '../../../kernel/refusal';
import { minutesLink, type Released, releaseVersion } from '../../minutes/release';
import { CORRECTION_DAYS } from '../../minutes/rules';
import { releaseAgenda } from '../agenda';
import { meetingLink } from '../announcement';
import type { MeetingDocument } from '../documents';
import { mayRecordMinutes, maySee } from '../policy';
import { presentById } from '../present';
import { attendances, meetings } from '../repository';
import { proposalsOn } from '../rules';

/** Those who were there hear of each version, and until when they can ask for corrections (MIN-3). */
function toAttendees(meeting: MeetingDocument, number: number, persons: string[]): MessageIntent[] {
  if (persons.length === 0) return [];
  const title = number === 1 ? '会议纪要出来了' : `会议纪要改到第${number}版`;
  const body = `${meeting.title}：您到过会，请看一看。写得不对，${CORRECTION_DAYS}天内可以要求更正。`;
  return [{ audience: { persons }, kind: 'meeting', title, body, link: minutesLink(meeting._id) }];
}

function recorded(
  meeting: MeetingDocument,
  { version, messages, adopted }: Released,
  present: string[],
): Change {
  const [matterId = null, ...otherMatterIds] = proposalsOn(meeting.agenda);
  const { number, hash, change: detail } = version;
  return {
    subject: { kind: 'meeting', id: meeting._id },
    path: meeting.path,
    matterId,
    otherMatterIds,
    timeline: {
      kind: 'minutes',
      title: `会议纪要${number > 1 ? `第${number}版` : ''}：${meeting.title}`,
      detail,
      photos: [],
      link: meetingLink(meeting._id),
    },
    facts: { version: number, hash, adopted },
    messages: [...toAttendees(meeting, number, present), ...messages],
  };
}

/** Releases the minutes once the announced end has passed; written again they are the next version, and the earlier ones stay (MIN-1). */
export async function recordMinutes(
  context: Context,
  input: CallInput<'meetings.recordMinutes'>,
): Promise<MeetingDetail> {
  await requirePassed(context, [input.text, ...input.items.map((item) => item.text), input.change]);
  const present = (await attendances.ofMeeting(input.id)).map(({ personId }) => personId);
  await change(context, async (transaction) => {
    const before = found(await meetings.byId(transaction, input.id));
    enforce(
      maySee(context.actor, context.now, before) ?? mayRecordMinutes(context.actor, context.now, before),
    );
    requireRevision(before, input.revision);
    const items = input.items.filter((item) => before.agenda.some((one) => one.id === item.itemId));
    const { text, change: why, adopts, draftRevision } = input;
    const release = { text, items, change: why, adopts, draftRevision };
    const released = await releaseVersion(transaction, context, before, release);
    const { by, at, number: version } = released.version;
    const minutes = { text, items, by, at, version };
    await meetings.put(transaction, { ...before, stage: 'held', minutes, revision: before.revision + 1 });
    await releaseAgenda(transaction, context, before);
    return recorded(before, released, present);
  });
  return presentById(context, input.id);
}
