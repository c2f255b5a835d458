import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { startLocalCloud, type LocalCloud, type LogEntry } from '..';
import { functionNames } from '../functions/catalog';
import { didYouMean } from '../spelling';
import { DEFAULT_DATA, UsageError, type ServeCommand } from './arguments';
import { readConfigFile, type ConfigFile } from './config-file';
import { watchConfig } from './config-watch';
import type { CliContext } from './context';
import { findRunning, forgetRunning, noteRunning, prepareDataDir } from './running';

const DEFAULT_PORT = 8740;

/** Runs the functions of a folder until Ctrl-C or SIGTERM. */
export async function serve(command: ServeCommand, context: CliContext): Promise<number> {
  const inFolder = (given: string) => path.resolve(context.folder, given);
  const functionsDir = inFolder(command.functions);
  if (!existsSync(functionsDir)) throw new UsageError(`there is no folder ${functionsDir}`);
  const names = functionNames(functionsDir);
  if (names.length === 0) throw new UsageError(`no folder of ${functionsDir} has an index.js`);
  const configFile = command.config && inFolder(command.config);
  const config = readConfigFile(configFile);
  const dataDir = inFolder(command.data);
  const unknown = Object.keys(config.functions).filter((name) => !names.includes(name));
  for (const name of unknown)
    context.complain(`${command.config}: there is no function ${name}${didYouMean(name, names)}`);
  await refuseSecond(dataDir);
  prepareDataDir(dataDir);
  const cloud = await start(command, config, { functionsDir, dataDir, context });
  noteRunning(dataDir, { url: cloud.url, token: cloud.token });
  const unwatch = configFile && watchConfig(configFile, config, (text) => context.complain(text));
  const sdk = borrowedSdk(functionsDir, names);
  context.say(welcome({ cloud, names, data: command.data, dataDir, envId: config.envId, sdk, context }));
  await toldToEnd();
  if (unwatch) unwatch();
  forgetRunning(dataDir);
  await cloud.close();
  return 0;
}

/** Before anything is loaded: only one cloud works on a data folder. */
async function refuseSecond(dataDir: string): Promise<void> {
  const other = findRunning(dataDir);
  const answers = other && (await fetch(other.url).catch(() => undefined));
  if (answers)
    throw new Error(
      `A cloud runs on ${dataDir} already, at ${other.url}: end it first, or name another folder with --data.`,
    );
}

interface Places {
  functionsDir: string;
  dataDir: string;
  context: CliContext;
}

async function start(command: ServeCommand, config: ConfigFile, places: Places): Promise<LocalCloud> {
  const { functionsDir, dataDir, context } = places;
  const { port = DEFAULT_PORT, cold, web, env } = command;
  const { envId, appId, collections, functions: functionSettings, envVariables } = config;
  try {
    const cloud = await startLocalCloud({
      functionsDir,
      dataDir,
      collections,
      functionSettings,
      functionEnv: { ...envVariables, ...env },
      envId,
      appId,
      port,
      portSearch: command.port === undefined,
      cold,
      webRoot: web && path.resolve(context.folder, web),
      watch: true,
      log: (entry) => print(entry, context),
    });
    if (port !== 0 && cloud.port !== port)
      context.say(`Port ${port} is busy: ${cloud.port} is taken instead.`);
    return cloud;
  } catch (error) {
    const busy = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
    throw busy ? new Error(`Port ${port} is busy: name another one with --port.`) : error;
  }
}

function print({ level, text, fn }: LogEntry, context: CliContext): void {
  const line = `${fn ?? 'cloud'}: ${text}`;
  if (level === 'info') context.say(line);
  else context.complain(line);
}

interface Welcome {
  cloud: LocalCloud;
  names: string[];
  /** As it was given on the command line. */
  data: string;
  dataDir: string;
  envId?: string;
  /** Version of the local cloud's own SDK, when a function uses it. */
  sdk?: string;
  context: CliContext;
}

/** The version of the SDK that functions get which have none in their folder; undefined when each has its own. */
function borrowedSdk(functionsDir: string, names: string[]): string | undefined {
  const own = (name: string) => existsSync(path.join(functionsDir, name, 'node_modules', 'wx-server-sdk'));
  if (names.every(own)) return undefined;
  return (createRequire(import.meta.url)('wx-server-sdk/package.json') as { version: string }).version;
}

function welcome({ cloud, names, data, dataDir, envId, sdk, context }: Welcome): string {
  const [fn = ''] = names;
  const where = data === DEFAULT_DATA ? '' : ` --data ${data}`;
  return [
    '',
    `The local cloud runs at ${cloud.url}${envId ? ` as environment ${envId}` : ''}.`,
    `  functions  ${names.join(', ')} (taken anew when their files change)`,
    ...(sdk ? [`  SDK        wx-server-sdk ${sdk}, for functions that have none in their folder`] : []),
    `  data       ${dataDir}`,
    `  token      ${cloud.token}`,
    `  console    ${cloud.url}/console/#token=${cloud.token}`,
    '',
    'A function is called as a phone calls it, by a person of your choice:',
    `  curl ${cloud.url}/call/${fn} -H 'X-Local-Token: ${cloud.token}' -H 'X-Local-Openid: person-a' -d '{}'`,
    `  ${context.command} call ${fn} '{}' --as person-a${where}`,
    '',
    'Ctrl-C ends it.',
    '',
  ].join('\n');
}

/** Resolves at the first Ctrl-C or SIGTERM; a second one ends at once. */
function toldToEnd(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}
