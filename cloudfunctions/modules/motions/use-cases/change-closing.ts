import type { CallInput } from '@contract/calls';
import type { MotionDetail } from '@contract/motions';
import { change } from '../../../kernel/change';
import { serverNow } from '../../../kernel/clock';
import { requirePassed } from '../../../kernel/content-check';
import type { Context } from '../../../kernel/context';
import type { Transaction } from '../../../kernel/database';
import { enforce, found, requireRevision } from '../../../kernel/refusal';
import { chinaTime } from '../../../kernel/wording';
import { meetings } from '../../meetings/repository';
import { announced } from '../announcement';
import type { MotionDocument } from '../documents';
import { conveningLaw } from '../drafting';
import { windowRefusal } from '../policy/draft';
import { mayChangeClosing, maySee } from '../policy/office';
import { presentById } from '../present';
import { profileOf } from '../profile';
import { motions } from '../repository';
import { closingChangeRefusal, settlingOf } from '../rules/clock';

type Change = Pick<CallInput<'motions.changeClosing'>, 'closesAt' | 'reason'>;

async function changed(
  transaction: Transaction,
  context: Context,
  before: MotionDocument,
  { closesAt, reason }: Change,
): Promise<MotionDocument> {
  const law = await conveningLaw(before, context.now);
  enforce(mayChangeClosing(context.actor, context.now, before, law.conveners));
  const meeting = before.meetingId ? await meetings.byId(transaction, before.meetingId) : null;
  // Asked at the write, not at the call: the minute that it is announced ahead is counted from here (CLK-4).
  const at = serverNow();
  enforce(closingChangeRefusal(before, closesAt, at));
  // By the profile that everybody was told of with the vote (PATH-23).
  enforce(windowRefusal({ ...before, closesAt }, meeting, await profileOf(transaction, before)));
  return {
    ...before,
    closesAt,
    ...settlingOf({ ...before, closesAt }),
    timesOfMeeting: false,
    closingChanges: [...before.closingChanges, { at, from: before.closesAt, to: closesAt, reason }],
    revision: before.revision + 1,
  };
}

/** Announces another closing time, earlier or later, at least a minute before either (CLK-4). */
export async function changeClosing(
  context: Context,
  input: CallInput<'motions.changeClosing'>,
): Promise<MotionDetail> {
  await requirePassed(context, [input.reason]);
  await change(context, async (transaction) => {
    const before = found(await motions.byId(transaction, input.id));
    enforce(maySee(context.actor, context.now, before));
    const motion = await changed(transaction, context, before, input);
    requireRevision(before, input.revision);
    await motions.put(transaction, motion);
    const body = `改到${chinaTime(motion.closesAt)}截止。原因：${input.reason}`;
    const title = `投票截止时间有变：${motion.title}`;
    const facts = { from: before.closesAt, to: motion.closesAt };
    return announced(motion, { kind: 'vote-changed', title, body, facts });
  });
  return presentById(context, input.id);
}
