import type { MessageIntent } from '@contract/messages';
import type { Change } from '../../kernel/change';
import type { Context } from '../../kernel/context';
import type { Transaction } from '../../kernel/database';
import { motionLink } from '../motions/announcement';
import type { MotionDocument } from '../motions/documents';
import { followCancelled } from '../motions/follow';
import { motions } from '../motions/repository';
import type { NominationDocument } from './documents';
import { type Case, runningVote } from './policy';
import { nominations, rounds } from './repository';

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

/** Takes a nominee out of the round, and the vote with them where there is one (NOM-5). */
export async function stepBack(
  transaction: Transaction,
  context: Context,
  { round, motion }: Case,
  nomination: NominationDocument,
): Promise<Change> {
  const { _id: id, path } = nomination;
  await nominations.put(transaction, { ...nomination, state: 'withdrawn' });
  const candidateIds = round.candidateIds.filter((other) => other !== id);
  await rounds.put(transaction, { ...round, candidateIds, revision: round.revision + 1 });
  const vote = nomination.state === 'candidate' ? runningVote(motion) : null;
  const messages = vote ? await callOff(transaction, context, vote) : [];
  return { subject: { kind: 'nomination', id }, path, facts: { motion: vote?._id ?? null }, messages };
}
