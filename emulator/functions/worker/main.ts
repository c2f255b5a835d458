import { createRequire } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import { ENV_ID } from '../../platform';
import { installCallEnvironment, withCallEnvironment } from './call-environment';
import { installCloudDate } from './cloud-date';
import type { Job, WorkerMessage, WorkerSeed } from './protocol';

type Main = (event: unknown, context: unknown) => unknown;

const seed = workerData as WorkerSeed;
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
    namespace: ENV_ID,
    memory_limit_in_mb: 256,
    time_limit_in_ms: job.timeLimitMs,
    environment: JSON.stringify(job.environment),
    getRemainingTimeInMillis: () => Math.max(0, startedAt + job.timeLimitMs - realNow()),
  };
}

async function run(main: Main, job: Job): Promise<void> {
  try {
    const result = await withCallEnvironment(job.environment, () =>
      main(JSON.parse(job.event), contextOf(job, realNow())),
    );
    // The platform answers null when a function returns nothing.
    const json = JSON.stringify(result) ?? 'null';
    report({ kind: 'done', requestId: job.requestId, json });
  } catch (error) {
    const { message, stack } = error instanceof Error ? error : new Error(describe(error));
    report({ kind: 'failed', requestId: job.requestId, message, stack: stack ?? message });
  }
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
installCloudDate(seed.clock);
try {
  const main = load();
  parentPort?.on('message', (job: Job) => void run(main, job));
  report({ kind: 'ready' });
} catch (error) {
  report({
    kind: 'broken',
    message: error instanceof Error ? (error.stack ?? error.message) : describe(error),
  });
}
