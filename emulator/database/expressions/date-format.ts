import { requestFailed } from '../failure';
import { DATE_PARTS, localDate } from './date-parts';
import { UTC, type Zone } from './zone';

const ISO = '%Y-%m-%dT%H:%M:%S.%LZ';

type Specifier = (local: Date, offset: number) => string;

const padded =
  (part: keyof typeof DATE_PARTS, width: number): Specifier =>
  (local) =>
    String(DATE_PARTS[part](local)).padStart(width, '0');

const SPECIFIERS: Record<string, Specifier> = {
  Y: padded('$year', 4),
  m: padded('$month', 2),
  d: padded('$dayOfMonth', 2),
  H: padded('$hour', 2),
  M: padded('$minute', 2),
  S: padded('$second', 2),
  L: padded('$millisecond', 3),
  j: padded('$dayOfYear', 3),
  w: padded('$dayOfWeek', 1),
  u: padded('$isoDayOfWeek', 1),
  U: padded('$week', 2),
  V: padded('$isoWeek', 2),
  G: padded('$isoWeekYear', 4),
  z: (_local, offset) => {
    const minutes = Math.abs(offset);
    const digits = String(Math.floor(minutes / 60) * 100 + (minutes % 60)).padStart(4, '0');
    return `${offset < 0 ? '-' : '+'}${digits}`;
  },
  Z: (_local, offset) => `${offset < 0 ? '-' : '+'}${Math.abs(offset)}`,
  '%': () => '%',
};

/** Writes a date as the format says. Throws DatabaseFailure for a specifier that MongoDB does not have. */
export function formatDate(date: Date, format: string, zone: Zone): string {
  const local = localDate(date, zone);
  const year = local.getUTCFullYear();
  if (year < 0 || year > 9999) {
    throw requestFailed(`$dateToString is only defined on year 0-9999, tried to use year ${year}`);
  }
  return format.replace(/%([\s\S]?)/g, (_all, name: string) =>
    (SPECIFIERS[name] as Specifier)(local, zone(date.getTime())),
  );
}

/** Refuses a format at compile time, as far as it is known then. */
export function assertFormat(format: string): void {
  for (const [, name = ''] of format.matchAll(/%([\s\S]?)/g)) {
    if (name === '') throw requestFailed("Unmatched '%' at end of format string");
    if (!Object.hasOwn(SPECIFIERS, name)) {
      throw requestFailed(`Invalid format character '%${name}' in format string`);
    }
  }
}

/** The text of a date where one is made without being asked for a format. */
export function isoText(date: Date): string {
  return formatDate(date, ISO, UTC);
}

/** The format of $dateToString when none is given: with a zone there is no `Z` at the end. */
export function defaultFormat(hasZone: boolean): string {
  return hasZone ? ISO.slice(0, -1) : ISO;
}
