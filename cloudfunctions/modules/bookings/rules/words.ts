import type { BookingState } from '@contract/bookings';
import type { ErrorCode } from '@contract/errors';

/** Why a day of a repetition cannot be had, in a few words beside its date; the page's sentence says what to do (BOOK-5). */
const REASONS: Partial<Record<ErrorCode, string>> = {
  BOOKING_TAKEN: '已经有人了',
  BOOKING_CLOSED: '不开放',
  BOOKING_TOO_FAR: '太早，还不能订',
  BOOKING_TOO_SOON: '离开始太近',
  TIME_IN_PAST: '已经过了',
  BOOKING_QUOTA: '这个月的次数用完了',
  BOOKING_LENGTH: '时间长短不合规定',
};

export function reasonWords(code: ErrorCode): string {
  return REASONS[code] ?? '订不上';
}

/** The state of a booking in a word or two, for a copy of one's data. */
export const BOOKING_WORDS: Record<BookingState, string> = {
  ...{ waiting: '排队中', offered: '给您留着', pending: '等同意', booked: '已订', cancelled: '已取消' },
  ...{
    rejected: '没有同意',
    declined: '没有要',
    displaced: '被占用',
    expired: '过期',
    'no-show': '没有签到',
  },
};
