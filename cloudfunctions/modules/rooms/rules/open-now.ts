import type { OpeningHours, OpenNow } from '@contract/opening-hours';
import { addDays } from '../../motions/rules/days';
import { clockWords } from './clock';
import { openOn, weekdayOf } from './hours';

const LOOKED_AHEAD = 14;
const WEEKDAYS = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'] as const;

function dayWords(today: string, ahead: number): string {
  const on = addDays(today, ahead);
  if (ahead === 0) return '今天';
  if (ahead === 1) return '明天';
  return `${Number(on.slice(5, 7))}月${Number(on.slice(8))}日 ${WEEKDAYS[weekdayOf(on)] ?? ''}`;
}

function nextOpening(hours: OpeningHours, today: string, minute: number): string {
  for (let ahead = 0; ahead <= LOOKED_AHEAD; ahead += 1) {
    const next = openOn(hours, addDays(today, ahead)).periods.find(({ from }) => ahead > 0 || from > minute);
    if (next) return `${dayWords(today, ahead)} ${clockWords(next.from)} 开门`;
  }
  return '最近两周不开门';
}

/** Whether the door is open at a minute of a day, and until when or when next (ROOM-2). */
export function openNow(hours: OpeningHours, today: string, minute: number): OpenNow {
  const { periods, why } = openOn(hours, today);
  const period = periods.find(({ from, to }) => from <= minute && minute < to);
  if (period) return { open: true, words: `现在开门，到 ${clockWords(period.to)}` };
  const state = periods.length === 0 ? `今天休息${why ? `（${why}）` : ''}` : '现在没开门';
  return { open: false, words: `${state}，${nextOpening(hours, today, minute)}` };
}
