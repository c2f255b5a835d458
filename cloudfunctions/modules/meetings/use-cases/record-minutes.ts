import type { CallInput } from '@contract/calls';
import type { MeetingDetail } from '@contract/meetings';
import { change } from '../../../kernel/change';
import { requirePassed } from '../../../kernel/content-check';
import { type Context, personOf } from '../../../kernel/context';
import { enforce, found, requireRevision } from '../../../kernel/refusal';
import { releaseAgenda } from '../agenda';
import { meetingLink } from '../announcement';
import { mayRecordMinutes, maySee } from '../policy';
import { presentById } from '../present';
import { meetings } from '../repository';
import { proposalsOn } from '../rules';

/** Writes the minutes once the announced end has passed; written again they replace the earlier ones, which the audit keeps count of. */
export async function recordMinutes(
  context: Context,
  input: CallInput<'meetings.recordMinutes'>,
): Promise<MeetingDetail> {
  await requirePassed(context, [input.text, ...input.items.map((item) => item.text)]);
  await change(context, async (transaction) => {
    const before = found(await meetings.byId(transaction, input.id));
    enforce(
      maySee(context.actor, context.now, before) ?? mayRecordMinutes(context.actor, context.now, before),
    );
    requireRevision(before, input.revision);
    const items = input.items.filter((item) => before.agenda.some((one) => one.id === item.itemId));
    const minutes = { text: input.text, items, by: personOf(context).name, at: context.now };
    await meetings.put(transaction, { ...before, stage: 'held', minutes, revision: before.revision + 1 });
    await releaseAgenda(transaction, context, before);
    const [matterId = null, ...otherMatterIds] = proposalsOn(before.agenda);
    return {
      subject: { kind: 'meeting', id: input.id },
      path: before.path,
      matterId,
      otherMatterIds,
      timeline: {
        kind: 'minutes',
        title: `会议纪要：${before.title}`,
        detail: '',
        photos: [],
        link: meetingLink(input.id),
      },
    };
  });
  return presentById(context, input.id);
}
