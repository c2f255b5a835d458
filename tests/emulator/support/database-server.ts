import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import cloud from 'wx-server-sdk';
import { type CollectionSpec, type Database, openDatabase } from '../../../emulator/database';
import type { WireAnswer, WireRequest } from '../../../emulator/wire';
import type { SdkDatabase } from './sdk';

export interface DatabaseServer {
  /** The SDK's own database object, talking to the server over HTTP. */
  db: SdkDatabase;
  database: Database;
  /** Bodies that the SDK sent, in order. */
  requests: WireRequest[];
  /** The path of the SQLite file. */
  file: string;
  /** Closes the database and opens the file again behind the same server. */
  reopen(): Promise<void>;
  close(): Promise<void>;
}

export interface DatabaseServerOptions {
  collections?: CollectionSpec[];
  now?: () => number;
  elapsed?: () => number;
  /** Answers in the place of the database; undefined leaves it to the database. */
  instead?: (request: WireRequest) => WireAnswer | undefined;
}

/** A folder of its own, gone with `remove`. */
export function temporaryFolder(): { folder: string; remove: () => void } {
  const folder = mkdtempSync(path.join(tmpdir(), 'yard-database-'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Serves a new database over HTTP and points the unmodified SDK of this process to it. */
export async function startDatabaseServer(options: DatabaseServerOptions = {}): Promise<DatabaseServer> {
  const { folder, remove } = temporaryFolder();
  const file = path.join(folder, 'cloud.db');
  const settings = {
    file,
    collections: options.collections ?? [{ name: 'things' }],
    now: options.now ?? Date.now,
    elapsed: options.elapsed,
  };
  const requests: WireRequest[] = [];
  const running = { database: await openDatabase(settings) };
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = JSON.parse(Buffer.concat(chunks).toString()) as WireRequest;
    requests.push(body);
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(options.instead?.(body) ?? (await running.database.handle(body))));
  };
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    db: connect(`http://127.0.0.1:${port}/admin`),
    get database() {
      return running.database;
    },
    requests,
    file,
    async reopen() {
      await running.database.close();
      running.database = await openDatabase(settings);
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await running.database.close();
      remove();
    },
  };
}

/** The environment in which the platform runs a function: without it the SDK looks for cloud metadata first. */
function connect(url: string): SdkDatabase {
  Object.assign(process.env, {
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    SCF_NAMESPACE: 'local',
    TCB_ENV: 'local',
    TENCENTCLOUD_SECRETID: 'x',
    TENCENTCLOUD_SECRETKEY: 'x',
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: url }),
  });
  cloud.init({ env: 'local' });
  return cloud.database() as unknown as SdkDatabase;
}
