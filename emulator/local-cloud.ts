import type { CloudClock } from './clock';
import type { PersonsSource } from './console';
import type { CollectionSpec, Database } from './database';
import type { Faults } from './faults';
import type { SettingsOfFunctions } from './functions/settings';
import type { Journal } from './journal';
import type { Log } from './log';
import type { Outbox } from './openapi/outbox';
import type { ContentCheck } from './openapi/text-check';
import type { Scan } from './scans';
import type { CallAnswer } from './server/phone-call';

export interface LocalCloudOptions {
  /**
   * Functions: `<dir>/<name>/index.js` and `config.json` ({timeout?: seconds, memorySize?: MB, envVariables?, triggers?,
   * permissions?: {openapi: []}}).
   */
  functionsDir: string;
  /** Wins over the config.json of a function, field by field. */
  functionSettings?: SettingsOfFunctions;
  /** Environment id, as in `cloud.init({ env })`; default `local-cloud`. */
  envId?: string;
  /** AppID of the mini-program; default `wx00000000000local`. */
  appId?: string;
  /** Every call gets a fresh instance, so that what a module keeps between calls is missed here and not on the platform. */
  cold?: boolean;
  /** Functions that are loaded before the cloud is there, the others by their first call; default: all. */
  loadAtStart?: readonly string[];
  /** An instance ends when it was idle that long, in real ms; default: never. */
  idleMs?: number;
  /** Functions whose files change are replaced while it runs; default false. */
  watch?: boolean;
  /** Holds the database, uploaded files, outbox and token; created when absent. */
  dataDir: string;
  collections: readonly CollectionSpec[];
  /** Environment variables of the functions, beside the platform's own. */
  functionEnv?: Record<string, string>;
  /** 0 or absent: any free port. */
  port?: number;
  /** Takes the next free port when `port` is busy. */
  portSearch?: boolean;
  /** The built H5 page, served at /. */
  webRoot?: string;
  /** Default: real time. It is not stopped by close(). */
  clock?: CloudClock;
  /** Default: random, kept in `<dataDir>/token`. */
  token?: string;
  /** Default true: triggers run by the clock. False: by fireTimer() only. */
  timers?: boolean;
  /** Shown in the console: as whom the project can be used. */
  persons?: PersonsSource;
  /** Words by which msgSecCheck judges a text. */
  contentCheck?: ContentCheck;
  /** Takes what functions print, failures with their stacks, and refused requests; default: nobody. */
  log?: Log;
}

/** A running local cloud. */
export interface LocalCloud {
  /** `http://127.0.0.1:<port>` */
  readonly url: string;
  readonly port: number;
  readonly token: string;
  readonly clock: CloudClock;
  readonly database: Database;
  readonly faults: Faults;
  /** The last 1,000 function calls: what each printed and asked for. */
  readonly journal: Journal;
  readonly outbox: Outbox;
  /** Queries of functions that no index served since the start. */
  scans(): Scan[];
  /** The same as POST /call/<fn>, without the HTTP. `data` is made JSON as on a phone. Never rejects. */
  call(fn: string, data: unknown, openid: string): Promise<CallAnswer>;
  /** Fires the timer of a function now: SOURCE wx_trigger, no OPENID. */
  fireTimer(fn: string): Promise<CallAnswer>;
  /**
   * Writes all that the cloud keeps into one new file: documents, files and outbox as they are at one instant, while calls go on
   * (uploads wait). Rejects when the file exists. See restoreSnapshot().
   */
  snapshot(file: string): Promise<void>;
  /** Ends timers, functions, server and database; resolves when nothing is left running. */
  close(): Promise<void>;
}
