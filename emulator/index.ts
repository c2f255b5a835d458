import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createClock, type CloudClock } from './clock';
import { openDatabase, type Database } from './database';
import { FaultBoard } from './faults';
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
import { answerOf, callFromPhone, type CallAnswer } from './server/phone-call';
import { routeOf, type RouteContext } from './server/routes';
import { fileIdsOf } from './storage/file-id';
import { FileStore } from './storage/file-store';
import { createUploadTickets } from './storage/upload-tickets';

export { createClock, type CloudClock } from './clock';
export type { CollectionSpec, Database } from './database';
export type { FunctionSettings, SettingsOfFunctions } from './functions/catalog';
export type { FaultEffect, FaultHandle, Faults, FaultSpec } from './faults';
export type { CallFilter, CallRecord, CallState, Journal, PrintedLine, SdkRequest } from './journal';
export type { LocalCloud, LocalCloudOptions } from './local-cloud';
export type { Log, LogEntry } from './log';
export type { Scan } from './scans';
export type { Outbox, SentMessage } from './openapi/outbox';
export type { CallAnswer } from './server/phone-call';

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
}

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

type Assembled = 'deployment' | 'invoker' | 'routes';

function assemble(base: Omit<Parts, Assembled>): Pick<Parts, Assembled> {
  const { options, platform, log, clock, database, faults, scans, journal, outbox, server } = base;
  const { appId } = platform;
  const origin = originOf(server);
  const secretId = `local${randomBytes(16).toString('hex')}`;
  const deployment = deploy(base, `${origin}/admin`, secretId);
  const tokens = createCallTokens();
  const invoker = new Invoker({ deployment, appId, clock, tokens, journal, log });
  const visits = new Map<string, number>();
  const openapi = new OpenApi({
    faults,
    outbox,
    words: options.contentCheck ?? DEFAULT_CONTENT_CHECK,
    now: () => clock.now(),
    lastCallAt: (openid) => visits.get(openid),
  });
  const files = new FileStore(path.join(options.dataDir, 'files'), () => clock.now());
  const fileIds = fileIdsOf(platform);
  const tickets = createUploadTickets();
  const storage = { files, fileIds, tickets, origin: () => origin };
  const routes: RouteContext = {
    admin: {
      platform,
      database,
      faults,
      journal,
      invoker,
      openapi,
      storage,
      tokens,
      catalog: deployment,
      scans,
    },
    files: { files, fileIds, tickets, faults },
    phone: { appId, invoker, faults, noteVisit: (openid) => visits.set(openid, clock.now()) },
    outbox,
    token: options.token ?? tokenIn(options.dataDir),
    secretId,
    webRoot: options.webRoot,
  };
  return { deployment, invoker, routes };
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
    fireTimer: async (fn) => JSON.parse(answerOf(await upkeep.fire(fn))) as CallAnswer,
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
