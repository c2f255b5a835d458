import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createClock, type CloudClock } from './clock';
import { createConsole } from './console';
import { openDatabase, type Database } from './database';
import { ConnectionDropped, FaultBoard } from './faults';
import { readCatalog, type FunctionEntry } from './functions/catalog';
import { Deployment } from './functions/deployment';
import { createCallTokens } from './functions/identity';
import { alsoInto, Invoker } from './functions/invoker';
import { createStarter } from './functions/starter';
import { startUpkeep } from './functions/upkeep';
import { CallJournal } from './journal';
import type { LocalCloud, LocalCloudOptions } from './local-cloud';
import type { Log } from './log';
import { OpenApi } from './openapi/open-api';
import { OutboxFile } from './openapi/outbox';
import { DEFAULT_CONTENT_CHECK } from './openapi/text-check';
import { platformOf, type Platform } from './platform';
import { ScanTally } from './scans';
import { REFUSED, Refusal } from './server/exchange';
import { isOpenid } from './server/guard';
import { startHttpServer, type HttpServer } from './server/http-server';
import { callFromPhone, CONNECTION_LOST, type CallAnswer } from './server/phone-call';
import { routeOf, type RouteContext } from './server/routes';
import { fileIdsOf } from './storage/file-id';
import { writeSnapshot } from './snapshot';
import { FileStore } from './storage/file-store';
import { createUploadTickets } from './storage/upload-tickets';
import { timersByHand } from './server/timer-call';

export { createClock, type CloudClock } from './clock';
export type { ConsolePerson, PersonsSource } from './console';
export type { CollectionSpec, Database } from './database';
export type { FunctionSettings, SettingsOfFunctions } from './functions/catalog';
export type { FaultEffect, FaultHandle, Faults, FaultSpec } from './faults';
export type { CallFilter, CallRecord, CallState, Journal, PrintedLine, SdkRequest } from './journal';
export type { LocalCloud, LocalCloudOptions } from './local-cloud';
export type { Log, LogEntry } from './log';
export type { Scan } from './scans';
export type { Outbox, SentMessage } from './openapi/outbox';
export type { CallAnswer } from './server/phone-call';
export { restoreSnapshot, type SnapshotFacts } from './snapshot';

/** Parts that live as long as the cloud. */
interface Parts {
  options: LocalCloudOptions;
  platform: Platform;
  /** The functions as they were found at the start. */
  entries: FunctionEntry[];
  log: Log;
  clock: CloudClock;
  database: Database;
  faults: FaultBoard;
  scans: ScanTally;
  journal: CallJournal;
  outbox: OutboxFile;
  server: HttpServer;
  deployment: Deployment;
  invoker: Invoker;
  routes: RouteContext;
  fireTimer: LocalCloud['fireTimer'];
}

type Assembled = 'deployment' | 'invoker' | 'routes' | 'fireTimer';

/**
 * Starts a local cloud on 127.0.0.1 and resolves when its functions are warm. Rejects when a config.json is wrong, the database
 * is damaged or the port is busy; a function that cannot be loaded is logged and its calls fail.
 */
export async function startLocalCloud(options: LocalCloudOptions): Promise<LocalCloud> {
  const log = options.log ?? (() => undefined);
  const clock = options.clock ?? createClock();
  const platform = platformOf(options);
  const entries = readCatalog(options.functionsDir, options.functionSettings);
  mkdirSync(options.dataDir, { recursive: true });
  const outbox = new OutboxFile(path.join(options.dataDir, 'outbox.jsonl'));
  const database = await openDatabase({
    file: path.join(options.dataDir, 'database.sqlite'),
    collections: options.collections,
    now: () => clock.now(),
  });
  const faults = new FaultBoard();
  const scans = new ScanTally();
  const journal = new CallJournal();
  const serving: { routes?: RouteContext } = {};
  const route = (method: string, pathname: string) => {
    if (!serving.routes) throw new Refusal(503, REFUSED.system, 'the local cloud is starting');
    return routeOf(serving.routes, method, pathname);
  };
  const { port, portSearch } = options;
  const server = await startHttpServer({ port, portSearch, route, log }).catch(async (error: unknown) => {
    await database.close();
    throw error;
  });
  const base = { options, platform, entries, log, clock, database, faults, scans, journal, outbox, server };
  const parts: Parts = { ...base, ...assemble(base) };
  serving.routes = parts.routes;
  return running(parts);
}

function assemble(base: Omit<Parts, Assembled>): Pick<Parts, Assembled> {
  const { options, platform, log, clock, faults, journal, outbox, server } = base;
  const { appId } = platform;
  const secretId = `local${randomBytes(16).toString('hex')}`;
  const deployment = deploy(base, `${originOf(server)}/admin`, secretId);
  const tokens = createCallTokens();
  const invoker = new Invoker({ deployment, appId, clock, tokens, journal, log });
  const visits = new Map<string, number>();
  const openapi = openApiOf(base, (openid) => visits.get(openid));
  const files = new FileStore(path.join(options.dataDir, 'files'), () => clock.now());
  const storage = { files, fileIds: fileIdsOf(platform), tickets: createUploadTickets(), faults };
  const token = options.token ?? tokenIn(options.dataDir);
  const fireTimer = timersByHand(invoker, deployment, clock);
  const { persons = [], timers: timersRun = true, collections } = options;
  const shown = {
    ...base,
    ...storage,
    catalog: deployment,
    invoker,
    collections,
    persons,
    timersRun,
    fireTimer,
  };
  const routes: RouteContext = {
    admin: {
      ...base,
      ...{ invoker, openapi, tokens, catalog: deployment },
      storage: { ...storage, origin: () => originOf(server) },
    },
    files: storage,
    phone: { appId, invoker, faults, noteVisit: (openid) => visits.set(openid, clock.now()) },
    outbox,
    console: createConsole(shown, token),
    token,
    secretId,
    webRoot: options.webRoot,
  };
  return { deployment, invoker, routes, fireTimer };
}

function openApiOf(
  { options, clock, faults, outbox }: Omit<Parts, Assembled>,
  lastCallAt: (openid: string) => number | undefined,
): OpenApi {
  const words = options.contentCheck ?? DEFAULT_CONTENT_CHECK;
  return new OpenApi({ faults, outbox, words, now: () => clock.now(), lastCallAt });
}

function deploy(base: Omit<Parts, Assembled>, adminUrl: string, secretId: string): Deployment {
  const { options, platform, entries, clock, journal } = base;
  const { functionsDir, functionSettings: settings, functionEnv: variables } = options;
  const secretKey = randomBytes(16).toString('hex');
  const log = alsoInto(journal, base.log);
  const starter = createStarter({ platform, clock, adminUrl, secretId, secretKey, variables, log });
  const idleMs = options.cold ? 0 : options.idleMs;
  return new Deployment({ functionsDir, settings, entries, starter, idleMs, log });
}

async function running(parts: Parts): Promise<LocalCloud> {
  const { options, clock, database, faults, scans, outbox, server, deployment, invoker, routes } = parts;
  const { functionsDir, timers = true, watch = false } = options;
  const upkeep = await startUpkeep({ functionsDir, deployment, invoker, clock, timers, watch });
  const close = async () => {
    const upkeepEnded = upkeep.end();
    faults.reset();
    await deployment.close();
    await upkeepEnded;
    await server.close();
    await database.close();
  };
  let closed: Promise<void> | undefined;
  return {
    url: originOf(server),
    port: server.port,
    token: routes.token,
    clock,
    database,
    faults,
    journal: parts.journal,
    outbox,
    scans: () => scans.all(),
    call: (fn, data, openid) => callAsPhone(routes, fn, data, openid),
    fireTimer: parts.fireTimer,
    snapshot: (file) =>
      writeSnapshot(file, { database, outbox, files: routes.files.files, takenAt: clock.now() }),
    close: () => (closed ??= close()),
  };
}

/** What HTTP would refuse comes back as the error that a phone sees. */
async function callAsPhone(
  routes: RouteContext,
  fn: string,
  data: unknown,
  openid: string,
): Promise<CallAnswer> {
  try {
    if (!isOpenid(openid)) throw new Refusal(400, REFUSED.parameters, `not an openid: ${openid}`);
    const body = JSON.stringify(data ?? {});
    return JSON.parse(await callFromPhone(routes.phone, fn, body, openid)) as CallAnswer;
  } catch (error) {
    if (error instanceof Refusal) return { errCode: error.errCode, errMsg: error.message };
    if (error instanceof ConnectionDropped) return CONNECTION_LOST;
    throw error;
  }
}

function originOf(server: HttpServer): string {
  return `http://127.0.0.1:${server.port}`;
}

/** The token of this data folder, made at its first start; readable by its owner alone. */
function tokenIn(dataDir: string): string {
  const file = path.join(dataDir, 'token');
  if (existsSync(file)) return readFileSync(file, 'utf8').trim();
  const token = randomBytes(18).toString('base64url');
  writeFileSync(file, `${token}\n`, { mode: 0o600 });
  return token;
}
