import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { startLocalCloud } from '../../emulator';
import { resultOf } from './support/cloud';
import { rawRequest } from './support/http';
import { answering, writeFunction } from './support/written';

/** A port that nobody has. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

const threads = () => process.getActiveResourcesInfo().filter((kind) => kind === 'MessagePort').length;

it('a start that fails late leaves nothing behind: neither port, nor database, nor threads', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'local-cloud-failed-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const [functionsDir, dataDir] = [path.join(folder, 'functions'), path.join(folder, 'data')];
  writeFunction(functionsDir, 'fn', { 'index.js': answering('1') });
  // The token is read after port, functions and database were opened.
  mkdirSync(path.join(dataDir, 'token'), { recursive: true });
  const options = { functionsDir, dataDir, collections: [{ name: 'notes' }], port: await freePort() };
  const before = threads();
  await expect(startLocalCloud(options)).rejects.toThrow('EISDIR');
  expect(threads()).toBe(before);
  await expect(rawRequest(options.port)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  rmSync(path.join(dataDir, 'token'), { recursive: true });
  const cloud = await startLocalCloud(options);
  expect(threads()).toBeGreaterThan(before);
  expect(resultOf(await cloud.call('fn', {}, 'p'))).toBe(1);
  const closing = cloud.close();
  expect(cloud.close()).toBe(closing);
  await closing;
});
