import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { CallName, CallOutput, CallRequest } from '@contract/calls';
import type { CallFailure, Envelope } from '@contract/envelope';
import { collections } from '../../config/collections';
import { type CallAnswer, createClock, type LocalCloud, startLocalCloud } from '../../emulator';
import { buildPhone } from '../../scripts/build/taro';
import type { DemoPerson } from '../../scripts/demo-person';
import { FUNCTIONS_DIST } from '../../scripts/project';
import { makeWebRoot } from '../../scripts/start/web-root';
import { ensureFunctions } from './build-functions';
import { FUNCTION_ENV } from './function-env';
import { noteScans } from './scans';

/** Where the tests' clock stands at first: a Monday morning, far from the ends of a month and a year. */
export const TEST_NOW = Date.parse('2026-03-02T09:00:00+08:00');

/** The gateway said no; `code` is the contract's. */
export class CallRefused extends Error {
  constructor(
    readonly action: string,
    readonly failure: CallFailure,
  ) {
    super(`${action} was refused: ${failure.code} ${JSON.stringify(failure.fields ?? {})}`);
  }
  get code(): CallFailure['code'] {
    return this.failure.code;
  }
}

/** One person at the gateway. */
export interface Caller {
  readonly openid: string;
  /** The envelope's data. @throws CallRefused with the contract's code; Error when no envelope came back. */
  call<N extends CallName>(action: N, input: CallRequest<N>): Promise<CallOutput<N>>;
  /** The same for rubbish: whatever the gateway answers, as an envelope. */
  send(action: unknown, input: unknown): Promise<Envelope<unknown>>;
}

export interface TestCloud {
  readonly cloud: LocalCloud;
  /** Where its files lie. */
  readonly dataDir: string;
  /** The gateway as one person sees it. */
  as(openid: string): Caller;
  /** Where the H5 page opens for one person, token included; needs `persons` in the options. */
  address(openid: string): string;
  /** Moves the clock on by `ms`; timers that become due run, each at its instant, and are awaited. */
  advance(ms: number): Promise<void>;
  /** Ends the cloud and removes its data. */
  close(): Promise<void>;
}

export interface TestCloudOptions {
  /** Runs before `startTestCloud` resolves. */
  seed?: (cloud: TestCloud) => Promise<void>;
  /** Also serves the local H5 page, with these persons in its switch. Builds it when it is not up to date. */
  persons?: DemoPerson[];
  /** Serves another built page instead: what is deployed. */
  webRoot?: string;
  /** True: the minute timer runs when the clock passes it. Default false: `cloud.fireTimer('timer')`. */
  timers?: boolean;
  /** Default: the codes and keys that the tests know. */
  functionEnv?: Record<string, string>;
}

function envelopeOf(action: unknown, answer: CallAnswer): Envelope<unknown> {
  if ('result' in answer) return answer.result as Envelope<unknown>;
  throw new Error(`${String(action)} got no envelope: ${JSON.stringify(answer)}`);
}

function callerOf(cloud: LocalCloud, openid: string): Caller {
  const send = async (action: unknown, input: unknown) =>
    envelopeOf(action, await cloud.call('api', { action, input }, openid));
  return {
    openid,
    send,
    call: async <N extends CallName>(action: N, input: CallRequest<N>) => {
      const envelope = await send(action, input);
      if (!envelope.ok) throw new CallRefused(action, envelope.error);
      return envelope.data as CallOutput<N>;
    },
  };
}

/**
 * Starts the built functions on a local cloud with data of its own and a clock that stands at TEST_NOW. Close it when done.
 */
export async function startTestCloud(options: TestCloudOptions = {}): Promise<TestCloud> {
  const { seed, persons, timers = false, functionEnv = FUNCTION_ENV } = options;
  await ensureFunctions();
  const folder = await mkdtemp(path.join(tmpdir(), 'yard-'));
  const clock = createClock();
  // Stopped first: on a busy machine it would go on for a moment after it was set.
  clock.freeze();
  clock.set(TEST_NOW);
  const localPage = persons && path.join(folder, 'web');
  if (localPage) {
    await buildPhone('h5-local');
    await makeWebRoot(localPage, persons);
  }
  const dataDir = path.join(folder, 'data');
  const base = { functionsDir: FUNCTIONS_DIST, dataDir, collections, clock, timers, loadAtStart: ['api'] };
  const cloud = await startLocalCloud({ ...base, functionEnv, webRoot: options.webRoot ?? localPage });
  const started: TestCloud = {
    cloud,
    dataDir,
    as: (openid) => callerOf(cloud, openid),
    address: (openid) => `${cloud.url}/?token=${cloud.token}&as=${openid}`,
    advance: (ms) => clock.advance(ms),
    close: async () => {
      const scans = cloud.scans();
      await cloud.close();
      await rm(folder, { recursive: true, force: true });
      await noteScans(scans);
    },
  };
  await seed?.(started);
  return started;
}
