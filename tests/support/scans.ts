import { randomUUID } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type ReasonedScan, scans as reasoned, unreasoned } from '../../config/scans';
import type { Scan } from '../../emulator';

/** Keeps the scans of one cloud for the report of `npm test`, and refuses those without a reason. */
export async function noteScans(scans: Scan[]): Promise<void> {
  const folder = process.env.YARD_SCANS;
  if (folder && scans.length > 0) {
    await mkdir(folder, { recursive: true });
    await writeFile(path.join(folder, `${randomUUID()}.json`), JSON.stringify(scans));
  }
  refuseUnreasoned(scans);
}

/** @throws Error for a scan that config/scans.ts gives no reason for: it needs an index, or a reason */
export function refuseUnreasoned(scans: readonly Scan[], reasons: readonly ReasonedScan[] = reasoned): void {
  const faults = scans
    .filter((scan) => unreasoned(scan, reasons))
    .map(({ collection, shape, looked }) => `${collection} ${shape}: ${looked}`);
  if (faults.length > 0) {
    throw new Error(`No index serves, and config/scans.ts gives no reason for:\n${faults.join('\n')}`);
  }
}
