import { requestFailed } from '../failure';
import { typeName, type Value } from '../value';
import { optionalZone } from './dates';
import { type Evaluate, isNullish, namedArguments, type Operator, shown } from './expression';
import { instantOf, utc } from './zone';

const CALENDAR = ['year', 'month', 'day'] as const;
const WEEKS = ['isoWeekYear', 'isoWeek', 'isoDayOfWeek'] as const;
const TIME = ['hour', 'minute', 'second', 'millisecond'] as const;

/** A date from its numbers; those beyond their range carry over into the next larger one. */
export const $dateFromParts: Operator = (operand, compile, name) => {
  const parts = namedArguments(name, operand, [...CALENDAR, ...WEEKS, ...TIME, 'timezone'], []);
  const byWeeks = parts.isoWeekYear !== undefined;
  assertKinds(parts, byWeeks);
  const names = [...(byWeeks ? WEEKS : CALENDAR), ...TIME];
  const evaluate = names.map((key): Evaluate => {
    const given = parts[key];
    return given === undefined ? () => defaultOf(key) : compile(given);
  });
  const zone = optionalZone(parts.timezone, compile);
  return (scope) => {
    const values = evaluate.map((part) => part(scope));
    const at = zone(scope);
    if (!at || values.some(isNullish)) return null;
    const [year, month, day, ...time] = values.map((value, index) =>
      whole(value as Value, names[index] as string),
    ) as [number, number, number, number, number, number, number];
    if (year < 1 || year > 9999) {
      throw requestFailed(`'${names[0]}' must evaluate to an integer in the range 1 to 9999, found ${year}`);
    }
    const date = byWeeks ? ofWeek(year, month, day) : ([year, month, day] as const);
    return new Date(instantOf(utc(...date, ...time), at));
  };
};

/** A year is needed, and the days of the calendar do not mix with those of weeks. */
function assertKinds(parts: Partial<Record<string, Value>>, byWeeks: boolean): void {
  if (!byWeeks && parts.year === undefined) {
    throw requestFailed("$dateFromParts requires either 'year' or 'isoWeekYear' to be present");
  }
  const foreign = (byWeeks ? CALENDAR : WEEKS).some((key) => parts[key] !== undefined);
  if (foreign) {
    throw requestFailed(
      byWeeks
        ? '$dateFromParts does not allow mixing natural dates with ISO dates'
        : '$dateFromParts does not allow mixing ISO dates with natural dates',
    );
  }
}

function defaultOf(name: string): number {
  return (TIME as readonly string[]).includes(name) ? 0 : 1;
}

function whole(value: Value, name: string): number {
  if (typeof value === 'number' && Number.isInteger(value)) return value;
  throw requestFailed(
    `'${name}' must evaluate to an integer, found ${typeName(value)} with value ${shown(value)}`,
  );
}

/** The calendar day of a day in a week of ISO 8601: week 1 holds 4 January. */
function ofWeek(year: number, week: number, dayOfWeek: number): [number, number, number] {
  const fourth = new Date(utc(year, 1, 4, 0, 0, 0, 0)).getUTCDay() || 7;
  return [year, 1, 4 - fourth + (week - 1) * 7 + dayOfWeek];
}
