import {
  DEFAULT_MEMORY_MB,
  DEFAULT_TIMEOUT_SECONDS,
  MAX_MEMORY_MB,
  MAX_TIMEOUT_SECONDS,
  MIN_MEMORY_MB,
} from '../limits';
import { didYouMean } from '../spelling';
import { parseCron, type TimerTrigger } from '../timers';

/** What can be set for a function outside of its folder; it wins over config.json, field by field. */
export interface FunctionSettings {
  /** Seconds. */
  timeout?: number;
  /** MB. */
  memorySize?: number;
  envVariables?: Record<string, string>;
  triggers?: { name: string; type: 'timer'; config: string }[];
  permissions?: { openapi?: string[] };
}

/** Settings by the name of the function. */
export type SettingsOfFunctions = Readonly<Record<string, FunctionSettings | undefined>>;

/** What the settings of a function come to. */
export interface ReadSettings {
  timeLimitMs: number;
  /** Memory of an instance in MB. */
  memoryMb: number;
  /** Environment variables of this function alone. */
  variables: Record<string, string>;
  triggers: TimerTrigger[];
  /** Names of the openapi calls it may make, such as `wxacode.getUnlimited`. */
  openapi: ReadonlySet<string>;
}

/** Fields of one place, with the name of that place for whoever must mend them. */
export interface SettingsSource {
  place: string;
  fields: Record<string, unknown>;
}

type Field = keyof FunctionSettings;

const FIELDS: readonly Field[] = ['timeout', 'memorySize', 'envVariables', 'triggers', 'permissions'];
const TRIGGER_FIELDS = ['name', 'type', 'config'];

/** Reads the settings of `fn`; of two sources that name a field the later wins. Throws an error that names place and field. */
export function readSettings(fn: string, sources: readonly SettingsSource[]): ReadSettings {
  const read = <T>(field: Field, take: (value: unknown) => T): T => {
    const source = sources.findLast(({ fields }) => fields[field] !== undefined);
    try {
      return take(source?.fields[field]);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new Error(`${source?.place ?? fn}: ${field} ${reason}`);
    }
  };
  return {
    timeLimitMs: read('timeout', secondsOf) * 1000,
    memoryMb: read('memorySize', megabytesOf),
    variables: read('envVariables', variablesOf),
    triggers: read('triggers', (value) => triggersOf(value, fn)),
    openapi: read('permissions', permissionsOf),
  };
}

/** What stands in a source and has no effect, one sentence each. */
export function unknownFields({ place, fields }: SettingsSource): string[] {
  const named = (where: string, value: unknown, known: readonly string[]) =>
    Object.keys(record(value) ?? {})
      .filter((name) => !known.includes(name))
      .map((name) => `${place}: ${where}${name} has no effect${didYouMean(name, known)}`);
  const triggers = Array.isArray(fields.triggers) ? fields.triggers : [];
  return [
    ...named('', fields, FIELDS),
    ...named('permissions.', fields.permissions, ['openapi']),
    ...triggers.flatMap((trigger: unknown, at) => named(`triggers.${at}.`, trigger, TRIGGER_FIELDS)),
  ];
}

/** A value as an object with fields; undefined for anything else. */
export function record(value: unknown): Record<string, unknown> | undefined {
  const plain = typeof value === 'object' && value !== null && !Array.isArray(value);
  return plain ? (value as Record<string, unknown>) : undefined;
}

function secondsOf(value: unknown = DEFAULT_TIMEOUT_SECONDS): number {
  if (typeof value !== 'number' || !(value > 0) || value > MAX_TIMEOUT_SECONDS)
    throw new RangeError(`must be a number of seconds, up to ${MAX_TIMEOUT_SECONDS}`);
  return value;
}

function megabytesOf(value: unknown = DEFAULT_MEMORY_MB): number {
  if (typeof value !== 'number' || !(value >= MIN_MEMORY_MB && value <= MAX_MEMORY_MB))
    throw new RangeError(`is ${MIN_MEMORY_MB} to ${MAX_MEMORY_MB} MB`);
  return value;
}

function variablesOf(value: unknown = {}): Record<string, string> {
  const variables = Object.entries(record(value) ?? { '': value });
  if (!variables.every(([name, text]) => /^[a-z]\w*$/i.test(name) && typeof text === 'string'))
    throw new TypeError('is an object of texts');
  return Object.fromEntries(variables) as Record<string, string>;
}

/** One trigger a function, of type timer: the platform takes no more [D]. */
function triggersOf(value: unknown = [], fn: string): TimerTrigger[] {
  if (!Array.isArray(value)) throw new TypeError('is a list');
  if (value.length > 1) throw new RangeError('has more than one: the platform takes one trigger a function');
  return value.map((trigger: unknown) => {
    const { name, type, config } = record(trigger) ?? {};
    if (type !== 'timer' || typeof name !== 'string' || typeof config !== 'string')
      throw new TypeError('takes {name, type: "timer", config}');
    parseCron(config);
    return { fn, name, config };
  });
}

function permissionsOf(value: unknown = {}): ReadonlySet<string> {
  const names = record(value)?.openapi ?? [];
  if (!record(value) || !Array.isArray(names) || !names.every((name) => typeof name === 'string'))
    throw new TypeError('takes {openapi: [names]}');
  return new Set<string>(names);
}
