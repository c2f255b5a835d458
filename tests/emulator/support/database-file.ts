import path from 'node:path';
import Libsql from 'libsql';
import { afterEach, beforeEach } from 'vitest';
import { type CollectionSpec, type Database, openDatabase } from '../../../emulator/database';
import { temporaryFolder } from './database-server';

/** For tests of the file itself: a new one for each test, opened as often as the test likes. Call it once a test file. */
export function databaseFile() {
  let remove: () => void;
  const at = { file: '' };
  const opened: Database[] = [];
  beforeEach(() => {
    const place = temporaryFolder();
    remove = place.remove;
    at.file = path.join(place.folder, 'cloud.db');
  });
  afterEach(async () => {
    for (const database of opened.splice(0)) await database.close();
    remove();
  });
  const start = async (
    collections: CollectionSpec[] = [{ name: 'things' }],
    log?: (text: string) => void,
  ): Promise<Database> => {
    const database = await openDatabase({ file: at.file, collections, now: Date.now, log });
    opened.push(database);
    return database;
  };
  /** Runs statements on the closed file, behind the back of the database; answers the rows of the last. */
  const byHand = (...statements: string[]): unknown[][] => {
    const file = new Libsql(at.file);
    try {
      for (const sql of statements.slice(0, -1)) file.exec(sql);
      const last = file.prepare(statements.at(-1) ?? '');
      if (last.reader) return last.raw().all() as unknown[][];
      last.run();
      return [];
    } finally {
      file.close();
    }
  };
  return { at, byHand, start };
}

export const insert = (database: Database, ...documents: object[]) =>
  database.handle({
    action: 'database.insertDocument',
    collectionName: 'things',
    data: documents.map((document) => JSON.stringify(document)),
  });

export const query = (condition: string) => ({
  action: 'database.getDocument',
  collectionName: 'things',
  queryType: 'WHERE',
  query: condition,
});
