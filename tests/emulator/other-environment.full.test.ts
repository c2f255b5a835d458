import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, it, onTestFinished } from 'vitest';
import { addressOf } from './conformance/support/target';
import { startCloud } from './support/cloud';

const ROOT = path.resolve(import.meta.dirname, '../..');
const VITEST = path.join(ROOT, 'node_modules/vitest/vitest.mjs');
/** Enough to see that documents, transactions and files went there; the whole suite needs no second run. */
const PART = ['documents', 'transactions', 'storage'].map(
  (name) => `tests/emulator/conformance/${name}.test.ts`,
);

it('[CEN-5] asks the environment that variables name, and leaves nothing in it', {
  timeout: 60_000,
}, async () => {
  const other = await startCloud(['credentials']);
  onTestFinished(() => other.end());
  const { env, secretId, secretKey, url } = await addressOf(other);
  const args = [
    'run',
    '--config',
    'config/vitest.config.mts',
    '--project',
    'conformance',
    '--reporter=json',
    ...PART,
  ];
  const { stdout } = await promisify(execFile)(process.execPath, [VITEST, ...args], {
    cwd: ROOT,
    env: {
      PATH: process.env.PATH,
      YARD_CONFORMANCE_ENV: env,
      YARD_CONFORMANCE_SECRET_ID: secretId,
      YARD_CONFORMANCE_SECRET_KEY: secretKey,
      YARD_CONFORMANCE_URL: url,
    },
  });
  const report = JSON.parse(stdout.slice(stdout.indexOf('{'))) as Record<string, number>;
  expect(report).toMatchObject({ numFailedTests: 0, numPendingTests: 0, numPassedTests: 31 });
  const asked = other.faults.requests();
  expect(asked['database.startTransaction']).toBeGreaterThan(15);
  expect(other.database.stats()).toMatchObject({ conformance_documents: 0, conformance_accounts: 0 });
});
