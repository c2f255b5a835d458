import { requestFailed } from '../failure';
import { instantOf, UTC, utc, type Zone, zoneOf } from './zone';

/** The forms that are understood without a format; MongoDB's own parser takes many more. */
const FORMS =
  /^\s*(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ](\d{1,2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?)?\s*(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?\s*$/i;

/** Reads a date. Without a zone in the text it is that of the argument, else UTC. Throws DatabaseFailure. */
export function parseDate(text: string, zone: Zone | undefined): Date {
  const found = FORMS.exec(text);
  if (!found) throw unparsed(text, 'Unexpected character.');
  const [, year, month, day, hour = 0, minute = 0, second = 0, fraction = '', suffix] = found;
  const numbers = [year, month, day, hour, minute, second].map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const ms = Number(fraction.padEnd(3, '0').slice(0, 3));
  assertCalendar(text, numbers);
  return instant(utc(...numbers, ms), suffix, zone, text);
}

function instant(local: number, suffix: string | undefined, zone: Zone | undefined, text: string): Date {
  if (suffix === undefined) return new Date(instantOf(local, zone ?? UTC));
  if (zone) {
    throw requestFailed(
      `you cannot pass in a date/time string with time zone information ('${suffix}') together with a timezone argument: ${text}`,
    );
  }
  const written = /^[+-]/.test(suffix) ? (zoneOf(suffix) ?? UTC) : UTC;
  return new Date(instantOf(local, written));
}

function assertCalendar(text: string, parts: [number, number, number, number, number, number]): void {
  const [year, month, day, hour, minute, second] = parts;
  const whole = new Date(utc(year, month, day, 0, 0, 0, 0));
  const valid = whole.getUTCMonth() + 1 === month && whole.getUTCDate() === day;
  if (!valid || hour > 24 || minute > 59 || second > 59) throw unparsed(text, 'The parsed date was invalid');
}

type Reader = { pattern: string; field?: number };

/** Format specifiers that can be read: the year, month, day, time and zone. */
const READERS: Record<string, Reader> = {
  Y: { pattern: '(\\d{4})', field: 0 },
  m: { pattern: '(\\d{1,2})', field: 1 },
  d: { pattern: '(\\d{1,2})', field: 2 },
  H: { pattern: '(\\d{1,2})', field: 3 },
  M: { pattern: '(\\d{1,2})', field: 4 },
  S: { pattern: '(\\d{1,2})', field: 5 },
  L: { pattern: '(\\d{1,3})', field: 6 },
  z: { pattern: '(Z|[+-]\\d{2}:?\\d{2})', field: 7 },
  '%': { pattern: '%' },
};

/** Reads a date that is written as the format says. */
export function parseDateAs(text: string, format: string, zone: Zone | undefined): Date {
  const fields: number[] = [];
  const pattern = format.replace(/%([\s\S]?)|[\\^$.*+?()[\]{}|]/g, (all, name: string | undefined) => {
    if (name === undefined) return `\\${all}`;
    const reader = READERS[name];
    if (!reader) throw requestFailed(`Invalid format character '%${name}' in format string`);
    if (reader.field !== undefined) fields.push(reader.field);
    return reader.pattern;
  });
  const found = new RegExp(`^${pattern}$`).exec(text);
  if (!found) throw unparsed(text, `Format literal not found: ${format}`);
  const values: (string | undefined)[] = [];
  for (const [at, field] of fields.entries()) values[field] = found[at + 1];
  const [year, month = '1', day = '1', hour = '0', minute = '0', second = '0', ms = '0', suffix] = values;
  if (year === undefined) {
    throw unparsed(text, 'an incomplete date/time string has been found, with elements missing');
  }
  const numbers = [year, month, day, hour, minute, second].map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  assertCalendar(text, numbers);
  return instant(utc(...numbers, Number(ms)), suffix, zone, text);
}

function unparsed(text: string, why: string) {
  return requestFailed(`Error parsing date string '${text}'; 0: ${why}`);
}
