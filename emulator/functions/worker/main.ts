import { createRequire } from 'node:module';
import type vm from 'node:vm';
import { parentPort, workerData } from 'node:worker_threads';
import { installCallEnvironment } from './call-environment';
import { installCloudDate } from './cloud-date';
import { nothingPrinted, withCall, type CurrentCall } from './current-call';
import { checkMemory } from './memory-check';
import { confineToOwnFolder } from './own-folder';
import { ownStack } from './own-stack';
import { finishPrinting, installPrinting, type PrintingTakers } from './printing';
import type { InstanceSeed, Job, Work, WorkerMessage } from './protocol';

type Callback = (error: unknown, result?: unknown) => void;
type Main = (event: unknown, context: unknown, callback?: Callback) => unknown;

const seed = workerData as InstanceSeed;
const realNow = Date.now;

function report(message: WorkerMessage): void {
  parentPort?.postMessage(message);
}

/** What the platform passes as second argument [D]; `environment` is what node-sdk's parseContext reads [S]. */
function contextOf(job: Job, startedAt: number): Record<string, unknown> {
  return {
    request_id: job.requestId,
    function_name: job.fn,
    function_version: '$LATEST',
    namespace: seed.environment.SCF_NAMESPACE,
    memory_limit_in_mb: seed.memoryMb,
    time_limit_in_ms: job.timeLimitMs,
    environment: JSON.stringify(job.environment),
    getRemainingTimeInMillis: () => Math.max(0, startedAt + job.timeLimitMs - realNow()),
  };
}

const takers: PrintingTakers = {
  printed: (line) => report({ kind: 'printed', ...line }),
  unprinted: (lines) => report({ kind: 'unprinted', ...lines }),
};

async function run(main: Main, job: Work): Promise<void> {
  const { requestId, environment } = job;
  const call = { requestId, environment, printing: nothingPrinted() };
  const answer = await answered(call, () => answerOf(main, job));
  finishPrinting(call, takers);
  if (job.leaveCode) leaveCode();
  report(answer);
}

/** Of index.js. */
let script: vm.Script | undefined;

/** After a call, so that what V8 compiles when it is first called is in it; before its answer, which may be the end of this instance. */
function leaveCode(): void {
  if (script) report({ kind: 'compiled', code: script.createCachedData() });
}

async function answered(call: CurrentCall, work: () => unknown): Promise<WorkerMessage> {
  const { requestId } = call;
  try {
    const result = await withCall(call, work);
    // The platform answers null when a function returns nothing.
    return { kind: 'done', requestId, json: JSON.stringify(result) ?? 'null' };
  } catch (error) {
    const thrown = asError(error);
    return { kind: 'failed', requestId, message: thrown.message, stack: ownStack(thrown) };
  }
}

/**
 * What `main` answers: a promise's value or what it returns, or, for one that takes a third parameter and returns nothing,
 * what it gives to the callback [D]. A callback that is never called ends in the time limit.
 */
function answerOf(main: Main, job: Job): unknown {
  const event: unknown = JSON.parse(job.event);
  const context = contextOf(job, realNow());
  if (main.length < 3) return main(event, context);
  return new Promise((resolve, reject) => {
    const callback: Callback = (error, result) =>
      error === null || error === undefined ? resolve(result) : reject(asError(error));
    const returned = main(event, context, callback);
    if (returned !== undefined) resolve(returned);
  });
}

function asError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(describe(thrown));
}

/** The SDK throws plain objects in places. */
function describe(thrown: unknown): string {
  return typeof thrown === 'object' && thrown !== null ? JSON.stringify(thrown) : String(thrown);
}

function load(): Main {
  const loaded = createRequire(seed.file)(seed.file) as { main?: unknown };
  if (typeof loaded.main !== 'function') throw new Error('index.js exports no function `main`');
  return loaded.main as Main;
}

installCallEnvironment(seed.environment);
installPrinting(takers);
installCloudDate(seed.clock);
confineToOwnFolder(seed, (ran) => {
  script = ran;
});
checkMemory(seed.memoryMb, new Int32Array(seed.beats), () => report({ kind: 'overweight' }));
try {
  const main = load();
  parentPort?.on('message', (job: Work) => void run(main, job));
  report({ kind: 'ready' });
} catch (error) {
  report({ kind: 'broken', message: ownStack(asError(error)) });
}
