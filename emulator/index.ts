import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { assemble, deploy, originOf, type Parts } from './assembly';
import { createClock } from './clock';
import { openDatabase } from './database';
import { ConnectionDropped, FaultBoard } from './faults';
import { readCatalog } from './functions/catalog';
import { startUpkeep } from './functions/upkeep';
import { CallJournal } from './journal';
import type { LocalCloud, LocalCloudOptions } from './local-cloud';
import { OutboxFile } from './openapi/outbox';
import { platformOf } from './platform';
import { ScanTally } from './scans';
import { REFUSED, Refusal } from './server/exchange';
import { isOpenid } from './server/guard';
import { startHttpServer } from './server/http-server';
import { callFromPhone, CONNECTION_LOST, type CallAnswer } from './server/phone-call';
import { routeOf, type RouteContext } from './server/routes';
import { writeSnapshot } from './snapshot';

export { createClock, type CloudClock } from './clock';
export type { ConsolePerson, PersonsSource } from './console';
export type { CollectionSpec, Database } from './database';
export type { FunctionSettings, SettingsOfFunctions } from './functions/settings';
export type { FaultEffect, FaultHandle, Faults, FaultSpec } from './faults';
export type { CallFilter, CallRecord, CallState, Journal, PrintedLine, SdkRequest } from './journal';
export type { LocalCloud, LocalCloudOptions } from './local-cloud';
export type { Log, LogEntry } from './log';
export type { Scan } from './scans';
export type { Outbox, SentMessage } from './openapi/outbox';
export type { CallAnswer } from './server/phone-call';
export { restoreSnapshot, type SnapshotFacts } from './snapshot';

/**
 * Starts a local cloud on 127.0.0.1 and resolves when its functions are warm. Rejects when the database is damaged or the port is
 * busy; a function that cannot be loaded, or whose config.json is wrong, is logged and its calls fail.
 */
export async function startLocalCloud(options: LocalCloudOptions): Promise<LocalCloud> {
  const log = options.log ?? (() => undefined);
  const clock = options.clock ?? createClock();
  const platform = platformOf(options);
  const entries = readCatalog(options.functionsDir, options.functionSettings);
  mkdirSync(options.dataDir, { recursive: true });
  const faults = new FaultBoard(log);
  const scans = new ScanTally();
  const journal = new CallJournal();
  const serving: { routes?: RouteContext } = {};
  const route = (method: string, pathname: string) => {
    if (!serving.routes) throw new Refusal(503, REFUSED.system, 'the local cloud is starting');
    return routeOf(serving.routes, method, pathname);
  };
  const { port, portSearch } = options;
  const server = await startHttpServer({ port, portSearch, route, log });
  const secretId = `local${randomBytes(16).toString('hex')}`;
  const early = { options, platform, entries, log, clock, faults, scans, journal, server, secretId };
  const opened: (() => Promise<void>)[] = [() => server.close()];
  try {
    const parts = await open(early, opened);
    serving.routes = parts.routes;
    return await running(parts);
  } catch (error) {
    await Promise.all(opened.map((close) => close()));
    throw error;
  }
}

type Early = Omit<Parts, 'deployment' | 'warm' | 'database' | 'outbox' | 'invoker' | 'routes' | 'fireTimer'>;

/** Opens what lies in the data folder and starts the functions; `opened` takes how each is closed. */
async function open(early: Early, opened: (() => Promise<void>)[]): Promise<Parts> {
  const { dataDir, collections } = early.options;
  const deployment = deploy(early);
  opened.push(() => deployment.close());
  // Before the database is opened: the functions load in their own threads while its file is read.
  const warm = deployment.warmUp();
  const file = path.join(dataDir, 'database.sqlite');
  const said = (text: string) => early.log({ level: 'warn', text });
  const database = await openDatabase({ file, collections, now: () => early.clock.now(), log: said });
  opened.push(() => database.close());
  // After the database: a start that is refused there, because another cloud works on the folder, has touched nothing of it.
  const outbox = new OutboxFile(path.join(dataDir, 'outbox.jsonl'));
  const base = { ...early, deployment, warm, database, outbox };
  return { ...base, ...assemble(base) };
}

async function running(parts: Parts): Promise<LocalCloud> {
  const { options, clock, database, faults, scans, outbox, server, deployment, invoker, routes } = parts;
  const { functionsDir, timers = true, watch = false } = options;
  const upkeep = await startUpkeep({
    functionsDir,
    deployment,
    warm: parts.warm,
    invoker,
    clock,
    timers,
    watch,
  });
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
