import { Cron } from 'croner';
import type { ClockDriver } from './clock';

/** A timer trigger as config.json names it; `config` has 7 fields: second minute hour day month weekday year, in +08:00 [D]. */
export interface TimerTrigger {
  fn: string;
  name: string;
  config: string;
}

/** What the platform sends to a function whose timer is due [D]; `Time` is UTC, to the second. */
export interface TimerEvent {
  Type: 'Timer';
  TriggerName: string;
  Time: string;
}

const HOURS_8 = 8 * 60 * 60_000;
const FIRST_YEAR = 1970;
const LAST_YEAR = 2099;
const NAMES = /\b(?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC|SUN|MON|TUE|WED|THU|FRI|SAT)\b/gi;

/** A schedule; `next(after)` is the first instant strictly later than `after` (epoch ms), or undefined when there is none left. */
export interface Schedule {
  next(after: number): number | undefined;
}

/**
 * Reads a 7-field cron expression in +08:00. Day of month and weekday, when both are given, are joined by OR [D].
 * Throws a RangeError that names the expression when it is not one the platform takes (`, - * /` and names of months and days).
 */
export function parseCron(expression: string): Schedule {
  const fields = expression.trim().split(/\s+/);
  if (fields.length !== 7) throw new RangeError(`cron "${expression}" has ${fields.length} fields, not 7`);
  if (!fields.every((field) => field.replace(NAMES, '1').match(/^[\d*,/-]+$/))) {
    throw new RangeError(`cron "${expression}" uses a sign other than , - * / or an unknown name`);
  }
  const years = parseYears(fields[6] ?? '*', expression);
  const cron = sixFields(fields.slice(0, 6).join(' '), expression);
  return { next: (after) => nextInYears(cron, years, after) };
}

function sixFields(pattern: string, expression: string): Cron {
  try {
    return new Cron(pattern, { timezone: 'Asia/Shanghai', paused: true });
  } catch (error) {
    throw new RangeError(`cron "${expression}": ${error instanceof Error ? error.message : String(error)}`);
  }
}

function nextInYears(cron: Cron, years: ReadonlySet<number>, after: number): number | undefined {
  let from = after;
  for (;;) {
    const next = cron.nextRun(new Date(from))?.getTime();
    if (next === undefined) return undefined;
    const year = yearOf(next);
    if (years.has(year)) return next;
    const later = [...years].filter((candidate) => candidate > year);
    if (later.length === 0) return undefined;
    from = Date.UTC(Math.min(...later), 0, 1) - HOURS_8 - 1000;
  }
}

function yearOf(at: number): number {
  return new Date(at + HOURS_8).getUTCFullYear();
}

function parseYears(field: string, expression: string): ReadonlySet<number> {
  const years = new Set<number>();
  for (const part of field.split(',')) {
    const match = /^(?:(\*)|(\d{4})(?:-(\d{4}))?)(?:\/(\d+))?$/.exec(part);
    const step = Number(match?.[4] ?? 1);
    if (!match || step < 1) throw new RangeError(`cron "${expression}": year "${part}" is not understood`);
    const first = match[1] ? FIRST_YEAR : Number(match[2]);
    const last = match[1] || (match[4] && !match[3]) ? LAST_YEAR : Number(match[3] ?? match[2]);
    if (first < FIRST_YEAR || last > LAST_YEAR || first > last) {
      throw new RangeError(`cron "${expression}": years run from ${FIRST_YEAR} to ${LAST_YEAR}`);
    }
    for (let year = first; year <= last; year += step) years.add(year);
  }
  return years;
}

/** A driver whose triggers can be exchanged. */
export interface Scheduler extends ClockDriver {
  /** From `at` (epoch ms) on these are the triggers; those that were there before go on. */
  replan(triggers: readonly TimerTrigger[], at: number): void;
}

/** Drives the triggers of all functions by a clock; `fire` must not reject. */
export function createScheduler(
  triggers: readonly TimerTrigger[],
  fire: (trigger: TimerTrigger, event: TimerEvent) => Promise<void>,
): Scheduler {
  const plan = (trigger: TimerTrigger, since: number) => ({
    trigger,
    since,
    schedule: parseCron(trigger.config),
  });
  let planned = triggers.map((trigger) => plan(trigger, 0));
  let doneUntil = 0;
  const next = ({ schedule, since }: (typeof planned)[number]) => schedule.next(Math.max(doneUntil, since));
  return {
    nextDueAt() {
      const dues = planned.map(next).filter((due) => due !== undefined);
      return dues.length > 0 ? Math.min(...dues) : undefined;
    },
    async runDue(at) {
      const due = planned.filter((entry) => (next(entry) ?? Infinity) <= at);
      doneUntil = Math.max(doneUntil, at);
      await Promise.all(due.map(({ trigger }) => fire(trigger, timerEvent(trigger.name, at))));
    },
    jumped(at) {
      doneUntil = at;
      planned = planned.map((entry) => ({ ...entry, since: 0 }));
    },
    replan(now, at) {
      const known = new Map(planned.map((entry) => [JSON.stringify(entry.trigger), entry]));
      planned = now.map((trigger) => known.get(JSON.stringify(trigger)) ?? plan(trigger, at));
    },
  };
}

/** The event of a timer that is due at `at` (epoch ms). */
export function timerEvent(name: string, at: number): TimerEvent {
  return { Type: 'Timer', TriggerName: name, Time: `${new Date(at).toISOString().slice(0, 19)}Z` };
}
