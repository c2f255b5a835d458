import { useState } from 'react';
import { clockText, dayOf, instantOf } from '@/services/time';

/** Day and hours as they are picked, in +08:00. */
export interface Times {
  on: string | null;
  from: string | null;
  to: string | null;
}

/** What the meeting has, or an evening without a day. */
export function picked(meeting: { startsAt: number; endsAt: number } | null): Times {
  if (!meeting) return { on: null, from: '19:30', to: '21:00' };
  const padded = (at: number) => clockText(at).padStart(5, '0');
  return { on: dayOf(meeting.startsAt), from: padded(meeting.startsAt), to: padded(meeting.endsAt) };
}

/** The times of a meeting in a form, beginning with those that it has. */
export function useTimes(meeting: { startsAt: number; endsAt: number } | null) {
  const [value, setValue] = useState<Times>(() => picked(meeting));
  return { value, set: (change: Partial<Times>) => setValue((before) => ({ ...before, ...change })) };
}

/** The instants of what was picked, or null while something is missing. */
export function timesOf({ on, from, to }: Times): { startsAt: number; endsAt: number } | null {
  return on && from && to ? { startsAt: instantOf(on, from), endsAt: instantOf(on, to) } : null;
}
