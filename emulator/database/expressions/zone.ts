import { requestFailed } from '../failure';
import { typeName, type Value } from '../value';
import { isNullish } from './expression';

/** Minutes that a place's clock is ahead of UTC at an instant (epoch ms). */
export type Zone = (time: number) => number;

export const UTC: Zone = () => 0;

const OFFSET = /^([+-])(\d{2})(?::?(\d{2}))?$/;
const known = new Map<string, Zone>();

/** The zone that a caller names: `+08:00`, `+0800`, `+08`, or a name of the Olson list such as `Asia/Shanghai`; null for null. */
export function zoneOf(name: Value | undefined): Zone | null {
  if (isNullish(name)) return null;
  if (typeof name !== 'string')
    throw requestFailed(`timezone must evaluate to a string, found ${typeName(name)}`);
  const offset = OFFSET.exec(name);
  if (offset) {
    const [, sign, hours, minutes = '0'] = offset;
    const total = (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1);
    return () => total;
  }
  const zone = known.get(name) ?? namedZone(name);
  known.set(name, zone);
  return zone;
}

function namedZone(name: string): Zone {
  // JavaScript would also take names in other letters and offsets of its own spelling.
  if (!/^[A-Za-z][\w+/-]*$/.test(name)) throw unrecognized(name);
  let format: Intl.DateTimeFormat;
  try {
    format = new Intl.DateTimeFormat('en-US', { ...CLOCK, timeZone: name });
  } catch {
    throw unrecognized(name);
  }
  return (time) => {
    const second = Math.floor(time / 1000) * 1000;
    return Math.round((wallClock(format, second) - second) / 60_000);
  };
}

const CLOCK: Intl.DateTimeFormatOptions = {
  hourCycle: 'h23',
  era: 'short',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
  second: 'numeric',
};

/** What the clock on the wall shows, read as if it were UTC. */
function wallClock(format: Intl.DateTimeFormat, time: number): number {
  const parts = Object.fromEntries(format.formatToParts(time).map(({ type, value }) => [type, value]));
  const year = parts.era === 'BC' ? 1 - Number(parts.year) : Number(parts.year);
  const [month, day] = [Number(parts.month), Number(parts.day)];
  return utc(year, month, day, Number(parts.hour), Number(parts.minute), Number(parts.second), 0);
}

function unrecognized(name: string) {
  return requestFailed(`unrecognized time zone identifier: "${name}"`);
}

/** Epoch ms of a time in UTC; months count from 1, and whatever is beyond its range carries over. */
export function utc(...parts: [number, number, number, number, number, number, number]): number {
  const [year, month, day, hour, minute, second, ms] = parts;
  // Date.UTC would take the years 0 to 99 for those of the 20th century.
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  date.setUTCHours(hour, minute, second, ms);
  return date.getTime();
}

/** The instant at which the clock of that zone shows a time that is given as if it were UTC. */
export function instantOf(local: number, zone: Zone): number {
  const guess = local - zone(local) * 60_000;
  return local - zone(guess) * 60_000;
}
