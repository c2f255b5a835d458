import type Database from 'libsql';
import path from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { openDatabase } from '../../../emulator/database';
import { WRITER } from '../support/crash';
import { temporaryFolder } from '../support/database-server';
import { canTrace, momentsOf, trace } from '../support/trace';

const opened: Database.Database[] = [];

vi.mock('libsql', async (importOriginal) => {
  const { default: Libsql } = await importOriginal<{ default: typeof Database }>();
  class Observed extends Libsql {
    constructor(file: string) {
      super(file);
      opened.push(this);
    }
  }
  return { default: Observed };
});

describe('what was answered', () => {
  it('[CDU-1] was committed by SQLite with a full sync of its log', async () => {
    const { folder, remove } = temporaryFolder();
    onTestFinished(remove);
    const database = await openDatabase({
      file: path.join(folder, 'cloud.db'),
      collections: [{ name: 'things' }],
      now: Date.now,
    });
    await database.handle({
      action: 'database.insertDocument',
      collectionName: 'things',
      data: ['{"_id":"a"}'],
    });
    const [connection, ...others] = opened;
    const asked = (name: string) => connection?.prepare(`PRAGMA ${name}`).get();
    expect(others).toEqual([]);
    expect([asked('synchronous'), asked('journal_mode')]).toMatchObject([
      { synchronous: 2 },
      { journal_mode: 'wal' },
    ]);
    expect(connection?.inTransaction).toBe(false);
    await database.close();
  });

  // Not registered where strace is not: the test above then stands alone (docs/emulator/database.md, "The file").
  if (canTrace()) {
    it('[CDU-1] was synced before it was answered, as the trace of the system calls shows', {
      timeout: 120_000,
    }, () => {
      const { folder, remove } = temporaryFolder();
      onTestFinished(remove);
      const program = ['--import', 'tsx', WRITER, path.join(folder, 'cloud.db'), 'r', '6'];
      const lines = trace(program, path.join(folder, 'trace.txt'));
      const moments = momentsOf(lines, folder);
      const late = moments.filter(({ printed, unsynced }) =>
        unsynced.some((file) => concerns(printed, file)),
      );
      expect(late).toEqual([]);
      const kinds = moments.map(({ printed }) => printed.split(' ')[0]);
      expect(kinds.filter((kind) => kind === 'single')).toHaveLength(120);
      expect(kinds.filter((kind) => kind === 'transfer')).toHaveLength(24);
      expect(kinds.filter((kind) => kind === 'upload')).toHaveLength(6);
      expect(kinds.filter((kind) => kind === 'message')).toHaveLength(6);
    });
  }
});

/** Whether an acknowledgement promises something about that file: an upload may be under way while a document is answered. */
function concerns(printed: string, file: string): boolean {
  if (printed.startsWith('message')) return file.endsWith('outbox.jsonl');
  if (printed.startsWith('upload')) return /\/files(\/|$)/.test(file);
  return path.basename(file).startsWith('cloud.db');
}
