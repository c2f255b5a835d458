import { pause } from './check';
import type { ProbeCloud } from './sdk';

/** What an instance tells of itself: its calls so far, and how many run in it right now. */
export interface InstanceReport {
  calls: number;
  atOnce: number;
}

let calls = 0;
let atOnce = 0;

async function hold(): Promise<InstanceReport> {
  calls += 1;
  atOnce += 1;
  await pause(300);
  const report = { calls, atOnce };
  atOnce -= 1;
  return report;
}

/** What the probe does when it calls itself, to see how a call arrives and how a result comes back. */
export const ERRANDS = {
  who: (cloud: ProbeCloud) => cloud.getWXContext(),
  nothing: () => undefined,
  date: () => ({ at: new Date(Date.UTC(2026, 0, 1)) }),
  throw: () => {
    throw new Error('thrown by the probe');
  },
  hold,
  'seven-megabytes': () => 'x'.repeat(7 * 1024 * 1024),
} as const;

export type Errand = keyof typeof ERRANDS;

export function isErrand(name: unknown): name is Errand {
  return typeof name === 'string' && Object.hasOwn(ERRANDS, name);
}
