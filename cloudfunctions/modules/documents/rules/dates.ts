import { dayOf } from '../../motions/rules/days';

const CHINA_OFFSET_MS = 8 * 3_600_000;

/** '2026年3月18日' of a day 'YYYY-MM-DD': on paper a day has its year. */
export function dayWords(on: string): string {
  return `${Number(on.slice(0, 4))}年${Number(on.slice(5, 7))}月${Number(on.slice(8, 10))}日`;
}

/** '2026年3月18日' of an instant, in +08:00. */
export function dateWords(at: number): string {
  return dayWords(dayOf(at));
}

/** '2026年3月18日 19:30' in +08:00 (CLK-8). */
export function timeWords(at: number): string {
  return `${dateWords(at)} ${new Date(at + CHINA_OFFSET_MS).toISOString().slice(11, 16)}`;
}
