import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { CloudClock } from './clock';
import { createConsole } from './console';
import type { Database } from './database';
import type { FaultBoard } from './faults';
import type { FunctionEntry } from './functions/catalog';
import { Deployment } from './functions/deployment';
import { createCallTokens } from './functions/identity';
import { alsoInto, Invoker } from './functions/invoker';
import { createStarter } from './functions/starter';
import type { CallJournal } from './journal';
import type { LocalCloud, LocalCloudOptions } from './local-cloud';
import type { Log } from './log';
import { OpenApi } from './openapi/open-api';
import type { OutboxFile } from './openapi/outbox';
import { DEFAULT_CONTENT_CHECK } from './openapi/text-check';
import type { Platform } from './platform';
import type { ScanTally } from './scans';
import type { HttpServer } from './server/http-server';
import type { RouteContext } from './server/routes';
import { timersByHand } from './server/timer-call';
import { fileIdsOf } from './storage/file-id';
import { FileStore } from './storage/file-store';
import { createUploadTickets } from './storage/upload-tickets';

/** Parts that live as long as the cloud. */
export interface Parts {
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
  /** By which only our own functions reach /admin. */
  secretId: string;
  deployment: Deployment;
  /** Resolves when every function is loaded. */
  warm: Promise<void>;
  invoker: Invoker;
  routes: RouteContext;
  fireTimer: LocalCloud['fireTimer'];
}

type Assembled = 'invoker' | 'routes' | 'fireTimer';

/** Puts together what answers requests. */
export function assemble(base: Omit<Parts, Assembled>): Pick<Parts, Assembled> {
  const { options, platform, log, clock, faults, journal, outbox, server, secretId, deployment } = base;
  const { appId } = platform;
  const tokens = createCallTokens();
  journal.hideTokens(tokens);
  const invoker = new Invoker({ deployment, appId, clock, tokens, journal, log });
  const visits = new Map<string, number>();
  const openapi = openApiOf(base, (openid) => visits.get(openid));
  const files = new FileStore(path.join(options.dataDir, 'files'), () => clock.now());
  const storage = { files, fileIds: fileIdsOf(platform), tickets: createUploadTickets(), faults };
  const token = options.token ?? tokenIn(options.dataDir);
  journal.hide(token);
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
  return { invoker, routes, fireTimer };
}

function openApiOf(
  { options, clock, faults, outbox }: Omit<Parts, Assembled>,
  lastCallAt: (openid: string) => number | undefined,
): OpenApi {
  const words = options.contentCheck ?? DEFAULT_CONTENT_CHECK;
  return new OpenApi({ faults, outbox, words, now: () => clock.now(), lastCallAt });
}

/** Prepares the functions: their instances reach the local cloud with the secret id. */
export function deploy(
  base: Pick<Parts, 'options' | 'platform' | 'entries' | 'log' | 'clock' | 'journal' | 'server' | 'secretId'>,
): Deployment {
  const { options, platform, entries, clock, journal, secretId } = base;
  const adminUrl = `${originOf(base.server)}/admin`;
  const { functionsDir, functionSettings: settings, functionEnv: variables, loadAtStart } = options;
  const secretKey = randomBytes(16).toString('hex');
  for (const secret of [secretId, secretKey]) journal.hide(secret);
  const log = alsoInto(journal, base.log);
  const unprinted = (requestId: string, lines: number) => journal.unprinted(requestId, lines);
  const seed = { platform, clock, adminUrl, secretId, secretKey, variables };
  const starter = createStarter({ ...seed, log, unprinted });
  const idleMs = options.cold ? 0 : options.idleMs;
  return new Deployment({ functionsDir, settings, entries, starter, idleMs, loadAtStart, log });
}

/** `http://127.0.0.1:<port>` */
export function originOf(server: HttpServer): string {
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
