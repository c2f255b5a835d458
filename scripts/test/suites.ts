import { mkdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { LOCAL } from '../project';
import { runNode } from '../run-process';
import type { Tally } from '../steps';
import { forgetScans, SCANS, scanReport } from './scan-report';

/** Rounds of `npm run test:full` when YARD_ROUNDS is not set; .ci/run asks for fewer. */
export const DEFAULT_ROUNDS = '50';
/** How often a process is killed when neither YARD_CRASH_ROUNDS nor YARD_ROUNDS is set. */
export const DEFAULT_CRASH_ROUNDS = '100';

const REPORT = path.join(LOCAL, 'test-report.json');
const VITEST = path.join('node_modules', 'vitest', 'vitest.mjs');

/** The part of Vitest's JSON report (Jest's format) that counts. */
export interface SuiteReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: { status: string; assertionResults: unknown[] }[];
}

/**
 * Counts a report so that nothing is lost: a file that could not be loaded has no failed test of its own, a skipped test
 * is one nobody has run, and an error outside tests shows in the exit code alone. Each counts as failed; so does an empty run.
 */
export function countReport(report: SuiteReport, exitCode: number): Tally {
  const broken = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  );
  const failed = report.numFailedTests + report.numPendingTests + report.numTodoTests + broken.length;
  const unexplained = failed === 0 && (exitCode !== 0 || report.numPassedTests === 0);
  return { passed: report.numPassedTests, failed: failed + (unexplained ? 1 : 0) };
}

/** Runs every Vitest project, shows its own report, and returns how many tests passed and failed. */
export async function runSuites(env: Record<string, string> = {}): Promise<Tally> {
  await mkdir(LOCAL, { recursive: true });
  await rm(REPORT, { force: true });
  const args = ['run', '--config', 'config/vitest.config.mts', '--reporter=default', '--reporter=json'];
  await forgetScans();
  const { code } = await runNode([VITEST, ...args, `--outputFile.json=${REPORT}`], {
    env: { ...env, YARD_SCANS: SCANS },
    output: 'show',
  });
  for (const line of await scanReport()) console.log(line);
  const report = await readFile(REPORT, 'utf8').catch(() => '');
  if (!report) {
    console.log('✗ Vitest ended without a report.');
    return { passed: 0, failed: 1 };
  }
  return countReport(JSON.parse(report) as SuiteReport, code);
}
