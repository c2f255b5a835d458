import { readClock } from '../../clock';

const RealDate = Date;
/** Its own methods, before they are replaced. */
const machine = { ...Object.getOwnPropertyDescriptors(Date.prototype) };
const UNITS = ['FullYear', 'Month', 'Date', 'Day', 'Hours', 'Minutes', 'Seconds', 'Milliseconds'] as const;
/** Ends in a zone, or is a bare date, which is UTC by definition. */
const NAMES_ITS_ZONE = /(?:Z|GMT|UTC|[+-]\d{2}:?\d{2}|\([^)]*\))\s*$|^[+-]?\d{4,6}(?:-\d{2}){0,2}$/i;

/**
 * Makes this realm's Date follow the cloud's clock, and its time zone UTC as on the platform [D], whatever the zone of the
 * machine: TZ cannot be set for one thread of a process. setTimeout and the like stay real.
 */
export function installCloudDate(clock: SharedArrayBuffer): void {
  const slots = new BigInt64Array(clock);
  const now = () => readClock(slots, RealDate.now);
  const construct = (args: unknown[]): unknown[] => {
    if (args.length === 0) return [now()];
    if (args.length === 1) return typeof args[0] === 'string' ? [parseInUtc(args[0])] : args;
    return [RealDate.UTC(...(args as Parameters<typeof Date.UTC>))];
  };
  const CloudDate = new Proxy(RealDate, {
    construct: (target, args, newTarget) => Reflect.construct(target, construct(args), newTarget) as object,
    apply: () => new RealDate(now()).toString(),
    get: (target, key, receiver) => {
      if (key === 'now') return now;
      if (key === 'parse') return parseInUtc;
      return Reflect.get(target, key, receiver) as unknown;
    },
  });
  RealDate.prototype.constructor = CloudDate;
  globalThis.Date = CloudDate;
  localTimeIsUtc();
}

function parseInUtc(text: string): number {
  const at = RealDate.parse(text);
  if (Number.isNaN(at) || NAMES_ITS_ZONE.test(text.trim())) return at;
  return at - Number(machine.getTimezoneOffset.value?.call(new RealDate(at))) * 60_000;
}

function localTimeIsUtc(): void {
  const prototype = RealDate.prototype as unknown as Record<string, unknown>;
  for (const unit of UNITS) {
    prototype[`get${unit}`] = prototype[`getUTC${unit}`];
    if (unit !== 'Day') prototype[`set${unit}`] = prototype[`setUTC${unit}`];
  }
  prototype.getTimezoneOffset = () => 0;
  printInUtc(prototype);
  formatInUtc();
}

/** toString and its parts, from toUTCString: `Thu, 01 Jan 2026 00:00:00 GMT`. */
function printInUtc(prototype: Record<string, unknown>): void {
  const parts = (date: Date) => {
    const [weekday = '', day = '', month = '', year = '', time = ''] = date.toUTCString().split(/,? /);
    return {
      day: `${weekday} ${month} ${day} ${year}`,
      time: `${time} GMT+0000 (Coordinated Universal Time)`,
    };
  };
  const printed = (join: (date: Date) => string) =>
    function (this: Date) {
      return Number.isNaN(this.getTime()) ? 'Invalid Date' : join(this);
    };
  prototype.toString = printed((date) => `${parts(date).day} ${parts(date).time}`);
  prototype.toDateString = printed((date) => parts(date).day);
  prototype.toTimeString = printed((date) => parts(date).time);
}

/** Intl.DateTimeFormat and toLocaleString take UTC where the caller names no zone. */
function formatInUtc(): void {
  type Arguments = [string | string[] | undefined, Intl.DateTimeFormatOptions | undefined];
  const inUtc = ([locales, options]: Arguments): Arguments => [locales, { timeZone: 'UTC', ...options }];
  Intl.DateTimeFormat = new Proxy(Intl.DateTimeFormat, {
    construct: (target, args, newTarget): object =>
      Reflect.construct(target, inUtc(args as Arguments), newTarget) as object,
    apply: (target, self, args) => Reflect.apply(target, self, inUtc(args as Arguments)),
  });
  for (const name of ['toLocaleString', 'toLocaleDateString', 'toLocaleTimeString'] as const) {
    const original = machine[name].value;
    RealDate.prototype[name] = function (this: Date, ...args: unknown[]): string {
      return original?.call(this, ...inUtc(args as Arguments)) ?? '';
    };
  }
}
