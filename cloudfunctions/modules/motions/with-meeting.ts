import type { Context } from '../../kernel/context';
import type { Transaction } from '../../kernel/database';
import { Refusal } from '../../kernel/refusal';
import { chinaTime } from '../../kernel/wording';
import type { MotionDocument } from './documents';
import { followCancelled } from './follow';
import { motions } from './repository';
import { ANNOUNCE_MS, type MeetingTime, movedWithMeeting, settlingOf } from './rules/clock';

/** The votes that everybody was told of; a draft is the office's own: it waits, and can be put on another meeting. */
const announcedOnes = (linked: readonly MotionDocument[]) =>
  linked.filter(({ state }) => state === 'announced');

/** Cancels the announced votes of a meeting, in the transaction that has cancelled it; gives them as they are now (MEET-11). */
export async function cancelVotes(
  transaction: Transaction,
  context: Context,
  linked: readonly MotionDocument[],
  reason: string,
): Promise<MotionDocument[]> {
  const cancelled = announcedOnes(linked).map((motion) => ({
    ...motion,
    state: 'cancelled' as const,
    cancelled: { at: context.now, reason: `会议取消：${reason}` },
    revision: motion.revision + 1,
  }));
  // All of them first: a matter with several votes is free when none of them is left.
  for (const motion of cancelled) await motions.put(transaction, motion);
  for (const motion of cancelled) await followCancelled(transaction, context, motion);
  return cancelled;
}

interface Move {
  from: MeetingTime;
  to: MeetingTime;
  reason: string;
}

function moved(motion: MotionDocument, { from, to, reason }: Move, at: number): MotionDocument {
  const times = movedWithMeeting(motion, from, to);
  // Its closing may have been set to just after its opening (CLK-4).
  if (times.closesAt - at < ANNOUNCE_MS) throw new Refusal('CLOSING_TOO_SOON');
  const change = { at, from: motion.closesAt, to: times.closesAt, reason: `会议改期：${reason}` };
  const changed = times.closesAt !== motion.closesAt;
  return {
    ...motion,
    ...times,
    ...settlingOf({ ...motion, ...times }),
    closingChanges: changed ? [...motion.closingChanges, change] : motion.closingChanges,
    revision: motion.revision + 1,
  };
}

/** Moves the announced votes of a meeting in the transaction that moves it, rolls and all else as announced (MEET-11, ROLL-12). */
export async function moveVotes(
  transaction: Transaction,
  context: Context,
  linked: readonly MotionDocument[],
  move: Move,
): Promise<MotionDocument[]> {
  const { from, to } = move;
  // Only another place: the votes stay at their times.
  if (from.startsAt === to.startsAt && from.endsAt === to.endsAt) return [];
  const changed = announcedOnes(linked).map((motion) => moved(motion, move, context.now));
  for (const motion of changed) await motions.put(transaction, motion);
  return changed;
}

/** '会上的表决一起取消：东门停车位。', or nothing where none was announced. */
export function cancelledWords(linked: readonly MotionDocument[]): string {
  const votes = announcedOnes(linked);
  return votes.length === 0 ? '' : `会上的表决一起取消：${votes.map(({ title }) => title).join('、')}。`;
}

/** '会上的表决一起改期：东门停车位（3月18日 19:00 到 3月18日 21:00）。' */
export function movedWords(votes: readonly MotionDocument[]): string {
  if (votes.length === 0) return '';
  const each = votes.map(
    ({ title, opensAt, closesAt }) => `${title}（${chinaTime(opensAt)} 到 ${chinaTime(closesAt)}）`,
  );
  return `会上的表决一起改期：${each.join('、')}。`;
}
