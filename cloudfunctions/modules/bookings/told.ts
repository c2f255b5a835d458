import type { MessageIntent } from '@contract/messages';
import { chinaDay, chinaTime } from '../../kernel/wording';
import { clockWords } from '../rooms/rules/clock';
import { PURPOSE_LABELS } from '../rooms/rules/words';
import type { BookingDocument } from './documents';

export function bookingLink(id: string): string {
  return `/packages/rooms/booking/index?id=${id}`;
}

/** '3月10日 9:00–11:00，百言堂' */
export function whenAndWhere({
  on,
  from,
  to,
  roomName,
}: Pick<BookingDocument, 'on' | 'from' | 'to' | 'roomName'>) {
  return `${chinaDay(on)} ${clockWords(from)}–${clockWords(to)}，${roomName}`;
}

type Told =
  | 'offered'
  | 'approved'
  | 'rejected'
  | 'cancelled'
  | 'displaced'
  | 'expired'
  | 'offer-over'
  | 'wait-over'
  | 'no-show'
  | 'given-back';

const because = ({ reason }: BookingDocument) => (reason ? `原因：${reason}` : '');

const TITLES: Record<Told, string> = {
  offered: '您排队的时段空出来了',
  approved: '您的预约已经同意',
  rejected: '您的预约没有同意',
  cancelled: '您的预约被社区取消了',
  displaced: '您的预约不能用了，请另选',
  expired: '您的预约没有等到答复，时段放开了',
  'offer-over': '给您留的时段到时间了，没有订上',
  'wait-over': '您排队的时段没有空出来',
  'no-show': '没有签到，您的预约时段放开了',
  'given-back': '您的“未到”记录已经撤销',
};

function moreOf(told: Told, booking: BookingDocument): string {
  if (told === 'offered')
    return `给您留到${chinaTime(booking.heldUntil ?? booking.startsAt)}，要用请点“我要了”。`;
  if (told === 'displaced') return `${because(booking)}。打开可以看同一时间的其他房间和这间的其他时间。`;
  if (told === 'no-show') return '您其实到了的，请找社区工作人员撤销这条记录。';
  return because(booking);
}

/** What the booker hears of a change that somebody else made. */
export function toBooker(booking: BookingDocument, told: Told): MessageIntent {
  return {
    ...{ audience: { persons: [booking.personId] }, kind: 'booking', title: TITLES[told] },
    body: `${whenAndWhere(booking)}（${PURPOSE_LABELS[booking.purpose]}）。${moreOf(told, booking)}`,
    link: bookingLink(booking._id),
  };
}

/** What the offices of the place hear: a request that waits for them, or one that fell because nobody answered. */
export function toOffices(
  officers: readonly string[],
  booking: BookingDocument,
  told: 'asked' | 'expired',
): MessageIntent[] {
  const persons = officers.filter((id) => id !== booking.personId);
  if (persons.length === 0) return [];
  const title = told === 'asked' ? '有人申请用场地，请答复' : '一个场地申请没有人答复，已经失效';
  const until =
    told === 'asked' ? `请在${chinaTime(booking.heldUntil ?? booking.startsAt)}前答复，过时时段放开。` : '';
  const body = `${whenAndWhere(booking)}（${PURPOSE_LABELS[booking.purpose]}，${booking.people}人）。${until}`;
  return [{ audience: { persons }, kind: 'booking', title, body, link: bookingLink(booking._id) }];
}
