import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { scanReport } from '../../../scripts/test/scan-report';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'scans-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the scans that npm test prints', () => {
  it('are none when no cloud left any', async () => {
    const none = ['Queries of the application that no index serves: none'];
    expect(await scanReport(folder)).toEqual(none);
    expect(await scanReport(path.join(folder, 'never-made'))).toEqual(none);
  });

  it('are summed over the clouds of the run, each with its reason or the want of one', async () => {
    const named = { collection: 'persons', shape: '{name}' };
    const aged = { collection: 'persons', shape: '{age}' };
    writeFileSync(path.join(folder, 'a.json'), JSON.stringify([{ ...named, times: 2, looked: 40 }]));
    writeFileSync(
      path.join(folder, 'b.json'),
      JSON.stringify([
        { ...named, times: 3, looked: 7 },
        { ...aged, times: 1, looked: 5 },
      ]),
    );
    expect(await scanReport(folder, [{ ...named, reason: 'a yard has few of them' }])).toEqual([
      'Queries of the application that no index serves:',
      '  persons {name}: 5 times, at most 40 documents - a yard has few of them',
      '  persons {age}: 1 times, at most 5 documents - NO REASON (config/scans.ts)',
    ]);
  });
});
