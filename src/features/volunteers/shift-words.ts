import type { OwnClaim, ShiftSummary } from '@contract/shifts';
import type { IconName } from '@/components/icon/icon';
import { clockText, dayOf, dayTimeText, spokenTime } from '@/services/time';

type Span = Pick<ShiftSummary, 'startsAt' | 'endsAt'>;
type Places = Pick<ShiftSummary, 'state' | 'missing' | 'places' | 'taken' | 'waiting' | 'waitlist'>;
export interface Marked {
  text: string;
  tone: 'brand' | 'leaf' | 'clay' | 'stone' | 'sky';
  icon: IconName;
}

/** 「21:00—次日1:00」: a night patrol ends on the next day. */
export function hoursText({ startsAt, endsAt }: Span): string {
  const next = dayOf(endsAt) === dayOf(startsAt) ? '' : '次日';
  return `${clockText(startsAt)}—${next}${clockText(endsAt)}`;
}

/** 「3月4日 周三 21:00—次日1:00」 */
export function spanText(span: Span, now: number): string {
  return `${dayTimeText(span.startsAt, now).split(' ').slice(0, -1).join(' ')} ${hoursText(span)}`;
}

/** As a neighbour says it: 「今晚9:00」. */
export const startText = ({ startsAt }: Span, now: number): string => spokenTime(startsAt, now);

/** From which age, and what somebody below 18 needs besides (TASK-4, TASK-5). */
export const ageText = (minimumAge: number): string =>
  `满${minimumAge}岁${minimumAge < 18 ? '，未满18岁要监护人同意' : ''}`;

/** How many are missing, in words. */
export function gapOf({ state, missing, places, waiting, waitlist }: Places): Marked {
  if (state === 'cancelled') return { text: '取消了', tone: 'stone', icon: 'cross' };
  if (state === 'over') return { text: '结束了', tone: 'stone', icon: 'check' };
  if (missing > 0) return { text: `还缺 ${missing} 人`, tone: 'brand', icon: 'people' };
  if (waiting > 0) return { text: `满了，候补 ${waiting} 人`, tone: 'clay', icon: 'check' };
  const full = waitlist > 0 ? '满了，可以候补' : '满了';
  return { text: places === 1 ? '有人了' : full, tone: 'leaf', icon: 'check' };
}

/** What became of my own claim. */
export function mineOf({ state, place }: OwnClaim): Marked {
  if (state === 'taken') return { text: '我报了名', tone: 'leaf', icon: 'check' };
  if (state === 'offered') return { text: '轮到我了，等我答复', tone: 'brand', icon: 'bell' };
  return { text: `我在候补，第 ${place ?? 1} 位`, tone: 'clay', icon: 'clock' };
}
