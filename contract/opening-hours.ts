import { z } from 'zod';
import { day, text } from './fields';

/** Minutes from midnight in +08:00, `from` before `to`; 1440 is the day's end. No period crosses midnight. */
export interface Period {
  from: number;
  to: number;
}

/** Other periods, or none, on the days from `fromOn` to `untilOn`, both included; null: until further notice. */
export interface HoursException {
  fromOn: string;
  untilOn: string | null;
  /** Empty: closed. */
  periods: Period[];
  /** What people read: '国庆节放假'. */
  reason: string;
}

export interface OpeningHours {
  /** Seven lists, Monday first. */
  weekly: Period[][];
  /** Where several are about one day the last one holds. */
  exceptions: HoursException[];
}

/** Whether a door is open by its hours, at the server's time. */
export interface OpenNow {
  open: boolean;
  /** '现在开门，到 21:00' · '今天休息（国庆节放假），明天 9:00 开门' */
  words: string;
}

export const minute = z.int('请选择时间').min(0).max(1440);
const period = z
  .strictObject({ from: minute, to: minute })
  .refine(({ from, to }) => from < to, { path: ['to'], error: '结束要晚于开始' });
const periods = z
  .array(period)
  .max(3, '一天最多三段')
  .refine(
    (given) =>
      given.every((one, n) => given.slice(n + 1).every((two) => one.to <= two.from || two.to <= one.from)),
    '同一天的开放时段重叠了',
  );
/** Other hours, or none, on some days. */
export const exception = z
  .strictObject({
    fromOn: day,
    untilOn: day.nullable(),
    periods: periods.default([]),
    reason: text(60, '原因'),
  })
  .refine(({ fromOn, untilOn }) => untilOn === null || fromOn <= untilOn, {
    path: ['untilOn'],
    error: '最后一天不能早于第一天',
  });
/** The hours of a week with their exceptions. */
export const hours = z.strictObject({
  weekly: z.array(periods).length(7, '请填写一周七天'),
  exceptions: z.array(exception).max(60, '例外日期最多60条，过期的可以删掉').default([]),
});
