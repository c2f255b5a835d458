import type { CallInput } from '@contract/calls';
import type { MeetingDetail } from '@contract/meetings';
import { change } from '../../../kernel/change';
import { type Context, newId } from '../../../kernel/context';
import type { Transaction } from '../../../kernel/database';
import { followRoom, roomOfPlan } from '../../bookings/meeting';
import { followAgenda } from '../agenda';
import type { MeetingDocument } from '../documents';
import { checkPlan, type Plan } from '../plan';
import { presentById } from '../present';
import { meetings } from '../repository';

async function insertDraft(
  transaction: Transaction,
  context: Context,
  plan: Omit<Plan, 'guests' | 'roomId'> &
    Awaited<ReturnType<typeof checkPlan>> &
    Pick<MeetingDocument, 'room'>,
): Promise<MeetingDocument> {
  const meeting: MeetingDocument = {
    ...plan,
    // Short enough for the scene of a mini-program code: 20 characters, a point and the code's digits.
    _id: newId(context, 'meeting').slice(0, 20),
    stage: 'draft',
    noticedAt: null,
    specialCircumstances: null,
    notices: [],
    minutes: null,
    checkInCode: '',
    checkInQr: null,
    revision: 1,
    createdBy: context.actor.personId,
    createdAt: context.now,
  };
  await meetings.put(transaction, meeting);
  await followAgenda(transaction, context, [], meeting);
  return meeting;
}

/** Plans a meeting in the name of the body that convenes it by law; nobody is told before the notice goes out (MEET-15). */
export async function scheduleMeeting(
  context: Context,
  input: CallInput<'meetings.schedule'>,
): Promise<MeetingDetail> {
  const { clientId: _once, roomId, ...plan } = input;
  const place = await checkPlan(context, plan);
  const { subjectId } = await change(context, async (transaction) => {
    const room = await roomOfPlan(transaction, roomId, null);
    const meeting = await insertDraft(transaction, context, { ...plan, ...place, room });
    const messages = await followRoom(transaction, context, null, meeting);
    return {
      subject: { kind: 'meeting', id: meeting._id },
      path: meeting.path,
      facts: { body: meeting.body, startsAt: meeting.startsAt },
      messages,
    };
  });
  return presentById(context, subjectId);
}
