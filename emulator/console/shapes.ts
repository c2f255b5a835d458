import type { CallRecord } from '../journal';

/** What the console's API answers; instants are epoch ms by the cloud's clock. */

export interface FunctionView {
  name: string;
  timeLimitMs: number;
  /** Names of the openapi calls it may make. */
  openapi: string[];
  /** Instances that are there, those of them without a call, and calls that wait for one. */
  instances: number;
  idle: number;
  waiting: number;
  trigger?: { name: string; config: string; nextAt?: number };
  /** Why it cannot be loaded: its calls fail. */
  failure?: string;
}

export interface FunctionsView {
  functions: FunctionView[];
  /** False: triggers run by hand only. */
  timersRun: boolean;
}

/** A call in the list: without its lines and requests, which are asked for one by one. */
export interface CallView
  extends Pick<
    CallRecord,
    'requestId' | 'parent' | 'fn' | 'source' | 'openid' | 'action' | 'startedAt' | 'ms' | 'state'
  > {
  lines: number;
  requests: number;
}

export interface IndexView {
  name: string;
  keys: readonly { field: string; order: 1 | -1 | '2dsphere' }[];
  unique?: boolean;
}

export interface CollectionView {
  name: string;
  count: number;
  indexes: readonly IndexView[];
}

/** Rows as JSON texts, dates as `{"$date": "…"}`: what a condition takes as well. */
export interface RowsView {
  rows: string[];
  /** All that match; an aggregation does not know. */
  total?: number;
  /** Documents that the database looked at, where it says so. */
  looked?: number;
  ms: number;
}

export interface FileView {
  cloudPath: string;
  fileId: string;
  /** Address on this server. */
  href: string;
  size: number;
  /** By what it begins with; absent: only to be saved. */
  type?: string;
  owner?: string;
  uploadedAt: number;
}

export interface ClockView {
  now: number;
  /** `shifted`: it runs, at a distance from real time. */
  state: 'real' | 'shifted' | 'frozen';
  realNow: number;
  /** Timers of an advance are still being run. */
  moving: boolean;
}

export interface PersonView {
  openid: string;
  name?: string;
  roles?: string;
  /** Of those that the journal keeps. */
  calls: number;
  lastCallAt?: number;
}

export interface FaultView {
  id: number;
  /** A regular expression stands between slashes. */
  action?: string;
  collection?: string;
  nth: number;
  /** Absent: for ever. */
  times?: number;
  effect: string;
  delayMs?: number;
  code?: string;
  chance?: number;
  seed?: number;
  matched: number;
  hits: number;
}

export interface FaultsView {
  faults: FaultView[];
  /** Database requests by action since the last reset. */
  requests: Record<string, number>;
}
