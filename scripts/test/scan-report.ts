import { readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { type ReasonedScan, scans as reasoned } from '../../config/scans';
import type { Scan } from '../../emulator';
import { LOCAL } from '../project';

/** Where the clouds of one test run leave their scans (tests/support/scans.ts). */
export const SCANS = path.join(LOCAL, 'scans');

/** Forgets what an earlier run left. */
export const forgetScans = (): Promise<void> => rm(SCANS, { recursive: true, force: true });

/** Queries of the application's functions in the last run that no index served, as lines to print. */
export async function scanReport(
  folder: string = SCANS,
  reasons: readonly ReasonedScan[] = reasoned,
): Promise<string[]> {
  const files = await readdir(folder).catch(() => []);
  const found = await Promise.all(
    files.map(async (file) => JSON.parse(await readFile(path.join(folder, file), 'utf8')) as Scan[]),
  );
  const sums = new Map<string, Scan>();
  for (const scan of found.flat()) {
    const id = `${scan.collection} ${scan.shape}`;
    const sum = sums.get(id) ?? { ...scan, times: 0 };
    sums.set(id, { ...sum, times: sum.times + scan.times, looked: Math.max(sum.looked, scan.looked) });
  }
  if (sums.size === 0) return ['Queries of the application that no index serves: none'];
  return [
    'Queries of the application that no index serves:',
    ...[...sums.values()].map((scan) => line(scan, reasons)),
  ];
}

function line({ collection, shape, times, looked }: Scan, reasons: readonly ReasonedScan[]): string {
  const reason = reasons.find((scan) => scan.collection === collection && scan.shape === shape)?.reason;
  return `  ${collection} ${shape}: ${times} times, at most ${looked} documents - ${reason ?? 'NO REASON (config/scans.ts)'}`;
}
