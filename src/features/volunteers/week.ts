import { dayOf, instantOf } from '@/services/time';

const DAY_MS = 24 * 3_600_000;

/** So many days after a day 'YYYY-MM-DD' in +08:00. */
export function dayAfter(on: string, days: number): string {
  return dayOf(instantOf(on, '12:00') + days * DAY_MS);
}

/** The Monday of the week that a day lies in. */
export function weekFrom(on: string): string {
  const weekday = new Date(`${on}T00:00:00Z`).getUTCDay();
  return dayAfter(on, -((weekday + 6) % 7));
}

/** The month of a day and those before it, 'YYYY-MM', the latest first. */
export function monthsBefore(on: string, count: number): string[] {
  const [year = 0, month = 1] = on.split('-').map(Number);
  return Array.from({ length: count }, (_, n) =>
    new Date(Date.UTC(year, month - 1 - n, 1)).toISOString().slice(0, 7),
  );
}
