import type { MotionDocument } from './documents';
import { ANNOUNCE_MS } from './rules/clock';

type Extended = Pick<MotionDocument, 'extension' | 'extended' | 'closesAt'>;

/** What is announced of an extension, in one sentence; null where nothing was (EXT-1). */
export function extensionTerms({ extension }: Pick<Extended, 'extension'>): string | null {
  if (!extension) return null;
  return `截止前几分钟，参加的人还不够规定人数的话，自动延长${extension.days}天，只延长一次`;
}

/** The same once it is decided: what became of it. How many took part is said elsewhere, as the motion allows. */
export function extensionWords(motion: Extended, now: number): string | null {
  const { extension, extended, closesAt } = motion;
  if (!extension) return null;
  if (extended?.longer) return `已经按公布时的约定延长${extension.days}天，不会再延长`;
  // The minute before the closing is over without a decision: the timer did not come in time, and nobody decides it later.
  const over = Boolean(extended) || now > closesAt - ANNOUNCE_MS;
  return over ? '公布时约定的延长条件没有成立，按原定时间截止' : extensionTerms(motion);
}
