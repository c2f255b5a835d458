import type { CallInput } from '@contract/calls';
import type { RoundDetail } from '@contract/nominations';
import type { MessageIntent } from '@contract/messages';
import { change } from '../../../kernel/change';
import { serverNow } from '../../../kernel/clock';
import type { Context } from '../../../kernel/context';
import type { Transaction } from '../../../kernel/database';
import { store } from '../../../kernel/reader';
import { enforce, found } from '../../../kernel/refusal';
import { motionLink } from '../../motions/announcement';
import type { MotionDocument } from '../../motions/documents';
import { followCancelled } from '../../motions/follow';
import { motions } from '../../motions/repository';
import { mayWithdraw, runningVote } from '../policy';
import { caseById, presentRound } from '../present';
import { nominations, rounds } from '../repository';

const REASON = '有候选人退出，要重新起草';

/** A vote whose nominees are not all there any more is called off, and those who were told of it are told so. */
async function callOff(
  transaction: Transaction,
  context: Context,
  motion: MotionDocument,
): Promise<MessageIntent[]> {
  const cancelled = { at: context.now, reason: REASON };
  const ended = { ...motion, state: 'cancelled' as const, cancelled, revision: motion.revision + 1 };
  await motions.put(transaction, ended);
  if (motion.state === 'draft') return [];
  await followCancelled(transaction, context, ended);
  const link = motionLink(motion._id);
  const title = `表决取消：${motion.title}`;
  return [{ audience: { placeId: motion.placeId }, kind: 'motion', title, body: `原因：${REASON}`, link }];
}

/** A nominee steps back, until the vote opens (NOM-5). */
export async function withdrawNomination(
  context: Context,
  input: CallInput<'nominations.withdraw'>,
): Promise<RoundDetail> {
  const { id } = input;
  const { roundId } = found(await nominations.byId(store, id));
  await change(context, async (transaction) => {
    const nomination = found(await nominations.byId(transaction, id));
    const one = await caseById(transaction, context, nomination.roundId);
    // Asked at the write, not at the call: the minute before the vote opens is counted from here (MOT-10).
    enforce(mayWithdraw(context.actor, serverNow(), one, nomination));
    await nominations.put(transaction, { ...nomination, state: 'withdrawn' });
    const stood = nomination.state === 'candidate';
    const { round } = one;
    const candidateIds = round.candidateIds.filter((other) => other !== id);
    await rounds.put(transaction, { ...round, candidateIds, revision: round.revision + 1 });
    const vote = stood ? runningVote(one.motion) : null;
    const messages = vote ? await callOff(transaction, context, vote) : [];
    const subject = { kind: 'nomination', id };
    return { subject, path: nomination.path, facts: { motion: vote?._id ?? null }, messages };
  });
  return presentRound(context, roundId);
}
