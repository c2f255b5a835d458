import { parseArgs, type ParseArgsConfig } from 'node:util';
import { isOpenid, OPENID_FORM } from '../server/guard';

export const USAGE = `usage: yard-cloud --functions DIR [options]        runs the functions of a WeChat cloud project
       yard-cloud call FUNCTION [JSON] [options]   calls a function of the running cloud
       yard-cloud probe --out DIR                  writes the probe of a real environment

  --functions DIR   the project's cloudfunctionRoot: one folder a function, with index.js
  --config FILE     environment id, collections, indexes and settings of functions, as JSON
  --data DIR        database, files and token; default .yard-cloud
  --port N          default 8740, or the next free one
  --cold            a fresh instance for every call
  --web DIR         a built page to serve at /
  --env NAME=VALUE  an environment variable of the functions; may be repeated
  --as OPENID       call: the person who calls; default person-a
  --out DIR         probe: the folder into which the function is written
  --help            this text`;

/** Something in the command line is wrong: told together with the usage. */
export class UsageError extends Error {}

export interface ServeCommand {
  kind: 'serve';
  functions: string;
  config?: string;
  data: string;
  /** Absent: a default, or the next free one. */
  port?: number;
  cold: boolean;
  web?: string;
  env: Record<string, string>;
}

export interface CallCommand {
  kind: 'call';
  fn: string;
  /** JSON text of the data. */
  data: string;
  openid: string;
  dataDir: string;
}

export interface ProbeCommand {
  kind: 'probe';
  out: string;
}

export type Command = ServeCommand | CallCommand | ProbeCommand | { kind: 'help' };

export const DEFAULT_DATA = '.yard-cloud';
const text = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;
const OPTIONS = {
  functions: text,
  config: text,
  data: { ...text, default: DEFAULT_DATA },
  port: text,
  cold: flag,
  web: text,
  env: { ...text, multiple: true, default: [] as string[] },
  as: text,
  out: text,
  help: flag,
} as const satisfies ParseArgsConfig['options'];

/** Reads a command line; throws a UsageError that names what is wrong. */
export function readArguments(args: string[]): Command {
  const { values, positionals } = parse(args);
  if (values.help) return { kind: 'help' };
  const [command, ...rest] = positionals;
  if (command === 'call') {
    if (values.port !== undefined)
      throw new UsageError('call takes no --port: name the folder of the data with --data');
    return readCall(rest, values.as, values.data);
  }
  if (command === 'probe') return readProbe(rest, values.out);
  if (command !== undefined) throw new UsageError(`unknown command "${command}"`);
  const { functions, config, data, cold = false, web } = values;
  if (functions === undefined) throw new UsageError('--functions DIR is missing');
  if (values.as !== undefined) throw new UsageError('--as goes with "call"');
  if (values.out !== undefined) throw new UsageError('--out goes with "probe"');
  return {
    kind: 'serve',
    functions,
    config,
    data,
    port: readPort(values.port),
    cold,
    web,
    env: readEnv(values.env),
  };
}

function parse(args: string[]) {
  try {
    return parseArgs({ args, options: OPTIONS, allowPositionals: true, strict: true });
  } catch (error) {
    // Node goes on with advice on positional arguments.
    throw new UsageError(error instanceof Error ? (error.message.split('. ')[0] ?? '') : String(error));
  }
}

function readCall([fn, data = '{}', ...more]: string[], openid = 'person-a', dataDir: string): CallCommand {
  if (fn === undefined) throw new UsageError('call takes the name of a function');
  if (more.length > 0) throw new UsageError(`"${more.join(' ')}" is too much: put the JSON in quotes`);
  try {
    JSON.parse(data);
  } catch {
    throw new UsageError(`"${data}" is not JSON`);
  }
  if (!isOpenid(openid)) throw new UsageError(`--as takes an openid, ${OPENID_FORM}`);
  return { kind: 'call', fn, data, openid, dataDir };
}

function readProbe(rest: string[], out: string | undefined): ProbeCommand {
  if (out === undefined || rest.length > 0) throw new UsageError('probe takes --out DIR');
  return { kind: 'probe', out };
}

function readPort(given: string | undefined): number | undefined {
  if (given === undefined) return undefined;
  const port = Number(given);
  if (!/^\d+$/.test(given) || port > 65_535) throw new UsageError(`--port ${given}: a number up to 65535`);
  return port;
}

function readEnv(given: string[]): Record<string, string> {
  const pairs = given.map((pair) => {
    const [, name, value] = /^([A-Za-z]\w*)=(.*)$/s.exec(pair) ?? [];
    if (name === undefined || value === undefined) throw new UsageError(`--env ${pair}: takes NAME=VALUE`);
    return [name, value] as const;
  });
  return Object.fromEntries(pairs);
}
