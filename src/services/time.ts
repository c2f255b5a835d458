import dayjs from 'dayjs';
import utc from 'dayjs/plugin/utc';

dayjs.extend(utc);

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'] as const;

// A fixed offset: Android WeChat has no zone data, and China has had no summer time since 1991.
const local = (at: number) => dayjs.utc(at).utcOffset(8);

/** The calendar day in +08:00 of an instant, 'YYYY-MM-DD'. */
export function dayOf(at: number): string {
  return local(at).format('YYYY-MM-DD');
}

/** The instant of a wall clock in +08:00: ('2025-11-24', '18:00') → epoch ms. */
export function instantOf(dayOn: string, time: string): number {
  return Date.parse(`${dayOn}T${time}:00+08:00`);
}

/** 「11月24日」, with the year where it is not this one. */
export function dateText(at: number, now: number): string {
  const sameYear = local(at).year() === local(now).year();
  return local(at).format(sameYear ? 'M月D日' : 'YYYY年M月D日');
}

/** 「18:00」 */
export function clockText(at: number): string {
  return local(at).format('H:mm');
}

/** 「11月24日 18:00」: the exact time behind a human one. */
export function dateTimeText(at: number, now: number): string {
  return `${dateText(at, now)} ${clockText(at)}`;
}

const weekday = (at: number) => WEEKDAYS[local(at).day()] ?? '';

/** 「11月24日 周一 18:00」: what people have to be there for, or to have done by. */
export function dayTimeText(at: number, now: number): string {
  return `${dateText(at, now)} ${weekday(at)} ${clockText(at)}`;
}

/** 「11月24日 周一」 of a calendar day 'YYYY-MM-DD'. */
export function dayText(dayOn: string, now: number): string {
  const at = instantOf(dayOn, '12:00');
  return `${dateText(at, now)} ${weekday(at)}`;
}

function partOfDay(hour: number): string {
  if (hour < 5) return '凌晨';
  if (hour < 12) return '上午';
  if (hour < 13) return '中午';
  return hour < 18 ? '下午' : '晚上';
}

/** 「下午好」 */
export function greetingText(at: number): string {
  const part = partOfDay(local(at).hour());
  return part === '凌晨' ? '您好' : `${part}好`;
}

const RELATIVE: Record<number, string> = { [-2]: '前天', [-1]: '昨天', 0: '今天', 1: '明天', 2: '后天' };

function spokenClock(at: number): string {
  const moment = local(at);
  const hour = moment.hour();
  const spoken = hour > 12 ? hour - 12 : hour;
  return `${partOfDay(hour)}${spoken}:${moment.format('mm')}`;
}

/** As a neighbour says it: 「今晚7:30」「明天上午9:00」「昨天下午4:20」, further away 「11月24日 周一 18:00」, past 「11月24日 18:00」. */
export function spokenTime(at: number, now: number): string {
  const days = Math.round((instantOf(dayOf(at), '00:00') - instantOf(dayOf(now), '00:00')) / DAY);
  const near = RELATIVE[days];
  if (!near) return at > now ? dayTimeText(at, now) : dateTimeText(at, now);
  return `${near}${spokenClock(at)}`
    .replace('今天晚上', '今晚')
    .replace('明天晚上', '明晚')
    .replace('昨天晚上', '昨晚');
}

/** 「2 天 3 小时」「5 小时 20 分」「18 分钟」「不到 1 分钟」: the two largest parts. */
export function durationText(ms: number): string {
  const days = Math.floor(ms / DAY);
  const hours = Math.floor((ms % DAY) / HOUR);
  const minutes = Math.floor((ms % HOUR) / MINUTE);
  if (days > 0) return hours > 0 ? `${days} 天 ${hours} 小时` : `${days} 天`;
  if (hours > 0) return minutes > 0 ? `${hours} 小时 ${minutes} 分` : `${hours} 小时`;
  return minutes > 0 ? `${minutes} 分钟` : '不到 1 分钟';
}

/** 「已 6 天」「刚刚」: how long somebody holds a matter. */
export function sinceText(at: number, now: number): string {
  return now - at < MINUTE ? '刚刚' : `已 ${durationText(now - at)}`;
}
