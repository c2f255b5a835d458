import type { CloudClock } from '../clock';
import type { CollectionSpec, Database } from '../database';
import type { FaultBoard } from '../faults';
import type { Deployment } from '../functions/deployment';
import type { Invoker } from '../functions/invoker';
import type { Journal } from '../journal';
import type { Outbox } from '../openapi/outbox';
import type { CallAnswer } from '../server/phone-call';
import type { FileIds } from '../storage/file-id';
import type { FileStore } from '../storage/file-store';

/** A person as whom the host project can be used; the console shows what they did. */
export interface ConsolePerson {
  openid: string;
  name: string;
  /** What the person is there, as people say it. */
  roles?: string;
}

/** A list, or a function that gives it whenever it is shown. */
export type PersonsSource =
  | readonly ConsolePerson[]
  | (() => readonly ConsolePerson[] | Promise<readonly ConsolePerson[]>);

/** What the console shows and moves. */
export interface ConsoleParts {
  catalog: Pick<Deployment, 'get' | 'entries' | 'failureOf'>;
  invoker: Pick<Invoker, 'poolState'>;
  journal: Journal;
  collections: readonly CollectionSpec[];
  database: Database;
  outbox: Outbox;
  files: FileStore;
  fileIds: FileIds;
  clock: CloudClock;
  faults: FaultBoard;
  persons: PersonsSource;
  /** Whether triggers run by the clock. */
  timersRun: boolean;
  fireTimer: (fn: string) => Promise<CallAnswer>;
}
