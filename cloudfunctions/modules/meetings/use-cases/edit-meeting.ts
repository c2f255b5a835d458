import type { CallInput } from '@contract/calls';
import type { MeetingDetail } from '@contract/meetings';
import { change } from '../../../kernel/change';
import type { Context } from '../../../kernel/context';
import { enforce, found, requireRevision } from '../../../kernel/refusal';
import { followRoom, roomOfPlan } from '../../bookings/meeting';
import { followAgenda } from '../agenda';
import { checkPlan } from '../plan';
import { mayEdit, maySee } from '../policy';
import { presentById } from '../present';
import { retitledVotes } from '../retitled';
import { meetings } from '../repository';

/** Changes the plan of a meeting whose notice has not gone out. */
export async function editMeeting(
  context: Context,
  input: CallInput<'meetings.edit'>,
): Promise<MeetingDetail> {
  const { clientId: _once, id, revision, roomId, ...plan } = input;
  const place = await checkPlan(context, plan);
  await change(context, async (transaction) => {
    const before = found(await meetings.byId(transaction, id));
    enforce(maySee(context.actor, context.now, before) ?? mayEdit(context.actor, context.now, before));
    requireRevision(before, revision);
    const room = await roomOfPlan(transaction, roomId, before);
    const meeting = { ...before, ...plan, ...place, room, revision: revision + 1 };
    await meetings.put(transaction, meeting);
    await followAgenda(transaction, context, before.agenda, meeting);
    const retitled = await retitledVotes(transaction, meeting, before.agenda);
    const displaced = await followRoom(transaction, context, before, meeting);
    return {
      subject: { kind: 'meeting', id },
      path: meeting.path,
      facts: { startsAt: meeting.startsAt, items: meeting.agenda.length },
      messages: [...retitled, ...displaced],
    };
  });
  return presentById(context, id);
}
