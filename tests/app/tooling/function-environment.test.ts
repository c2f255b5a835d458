import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { functionEnvironment } from '../../../scripts/function-environment';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'yard-secrets-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const file = () => path.join(folder, 'secrets.json');

describe('the secrets of a data folder', () => {
  it('are made once, each of its own, and read by nobody else', async () => {
    const made = await functionEnvironment(folder);
    expect(await functionEnvironment(folder)).toEqual(made);
    for (const key of [made.YARD_PHONE_KEY, made.YARD_SIGNING_KEY]) {
      expect(Buffer.from(key, 'base64')).toHaveLength(32);
    }
    expect(made.YARD_SIGNING_KEY).not.toBe(made.YARD_PHONE_KEY);
    if (process.platform !== 'win32') expect((await stat(file())).mode & 0o077).toBe(0);
  });

  it('get the key for receipts added where an earlier version did not know it, and keep the others', async () => {
    const { YARD_SIGNING_KEY: _new, ...old } = await functionEnvironment(folder);
    await writeFile(file(), JSON.stringify(old));
    const now = await functionEnvironment(folder);
    expect(now).toMatchObject(old);
    expect(Buffer.from(now.YARD_SIGNING_KEY, 'base64')).toHaveLength(32);
    expect(JSON.parse(await readFile(file(), 'utf8'))).toEqual(now);
  });
});
