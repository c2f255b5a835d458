import type { ShiftSummary } from '@contract/shifts';
import { clockText, dayOf, instantOf } from '@/services/time';

type Span = Pick<ShiftSummary, 'startsAt' | 'endsAt'>;

const DAY_MS = 24 * 3_600_000;
const HOUR_MS = 3_600_000;

/** '1905', '19:05', '9：05' → '19:05', '09:05'; null for what is no time of day. */
export function clockOf(typed: string): string | null {
  const [, hours = '', minutes = ''] = /^(\d{1,2})[:：]?([0-5]\d)$/.exec(typed.trim()) ?? [];
  if (hours === '' || Number(hours) > 23) return null;
  return `${hours.padStart(2, '0')}:${minutes}`;
}

/** How far an instant lies outside a span; 0 within it. */
const outside = (at: number, { startsAt, endsAt }: Span) => Math.max(startsAt - at, at - endsAt, 0);

/**
 * The instant of a time of day at a shift, that may run over midnight: the day on which it lies within the shift, or next to it.
 * @param typed '1905' or '19:05'
 */
export function instantWithin(span: Span, typed: string): number | null {
  const clock = clockOf(typed);
  if (clock === null) return null;
  const first = instantOf(dayOf(span.startsAt - HOUR_MS), clock);
  return [first, first + DAY_MS].reduce((best, at) => (outside(at, span) < outside(best, span) ? at : best));
}

/** '1905', as it is typed. */
export const typedClock = (at: number | null): string =>
  at === null ? '' : clockText(at).padStart(5, '0').replace(':', '');
