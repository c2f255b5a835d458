import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startCommand, YARD_CLOUD, type RunningCommand } from './support/command';
import { answering, writeFunction } from './support/written';

/* One cloud of the command line with everything that a project may say, and what it prints of itself. */

const CONFIG = {
  envId: 'theirs-123',
  appId: 'wxfeedfeedfeedfeed',
  collections: [{ name: 'tasks', indexes: [{ name: 'k_1', keys: [{ field: 'k' }], unique: true }] }],
  envVariables: { A: 'of the file', B: 'of the file' },
};
const FUNCTION = `
const cloud = require('wx-server-sdk');
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });
exports.main = async ({ k }) => {
  console.log('printed by fn');
  const { OPENID, APPID } = cloud.getWXContext();
  const added = await cloud.database().collection('tasks').add({ data: { k } }).catch((error) => error);
  return { variables: [process.env.A, process.env.B], OPENID, APPID, failed: added.errCode ?? 0 };
};
`;

let folder: string;
let running: RunningCommand;
let url: string;
const started: RunningCommand[] = [];
function yardCloud(line: string): RunningCommand {
  const command = startCommand(`exec '${process.execPath}' '${YARD_CLOUD}' ${line}`, folder);
  started.push(command);
  return command;
}
const inData = (name: string) => path.join(folder, 'd', name);

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'local-cloud-serve-'));
  writeFunction(path.join(folder, 'fns'), 'fn', { 'index.js': FUNCTION });
  writeFileSync(path.join(folder, 'cloud.json'), JSON.stringify(CONFIG));
  mkdirSync(path.join(folder, 'page'));
  writeFileSync(path.join(folder, 'page/index.html'), '<!doctype html><p>theirs');
  running = yardCloud('--functions fns --config cloud.json --data d --port 0 --web page --env A=given');
  [, url = ''] = await running.printed(/runs at (\S+) as environment theirs-123[\s\S]*Ctrl-C/);
});
afterAll(() => {
  for (const command of started) command.kill();
  rmSync(folder, { recursive: true, force: true });
});

describe('yard-cloud while it runs', () => {
  it('gives functions what the file and the line say, the line first, and calls them as who is named', async () => {
    const call = yardCloud(`call fn '{"k": 1}' --as person-b --data d`);
    expect(await call.ended).toBe(0);
    expect(JSON.parse(call.output())).toEqual({
      variables: ['given', 'of the file'],
      OPENID: 'person-b',
      APPID: 'wxfeedfeedfeedfeed',
      failed: 0,
    });
    expect(running.output()).toContain('fn: printed by fn');
  });

  it('prints a call that works as it is, and its data are under the indexes of the file', async () => {
    const [, where = '', ...headers] =
      /curl (\S+) -H '([^:]+): (\S+)' -H '([^:]+): (\S+)' -d '\{\}'/.exec(running.output()) ?? [];
    const [tokenName = '', token = '', openidName = '', openid = ''] = headers;
    const again = () =>
      fetch(where, {
        method: 'POST',
        headers: { [tokenName]: token, [openidName]: openid },
        body: '{"k":7}',
      });
    expect(await (await again()).json()).toMatchObject({ result: { OPENID: 'person-a', failed: 0 } });
    expect(await (await again()).json()).toMatchObject({ result: { failed: -502001 } });
  });

  it('serves the page, and its console under the address that it prints', async () => {
    expect(await (await fetch(url)).text()).toContain('theirs');
    const [, page = '', token = ''] = /(\S+\/console\/)#token=(\S+)/.exec(running.output()) ?? [];
    expect((await fetch(page)).status).toBe(200);
    const headers = { 'x-local-token': token };
    expect((await fetch(`${page}api/clock`, { headers })).status).toBe(200);
  });

  it('keeps its token to its owner, and its data out of every repository', () => {
    for (const name of ['token', 'running.json']) expect(statSync(inData(name)).mode & 0o077).toBe(0);
    expect(readFileSync(inData('.gitignore'), 'utf8')).toBe('*\n');
  });

  it('takes a function anew when its file changes', async () => {
    writeFunction(path.join(folder, 'fns'), 'other', { 'index.js': answering('"new"') });
    await running.printed(/other: deployed/);
    const call = yardCloud('call other --data d');
    expect([await call.ended, call.output()]).toEqual([0, '"new"\n']);
  });

  it('lets no second cloud on its data, and says where it is', async () => {
    const second = yardCloud('--functions fns --data d --port 0');
    expect(await second.ended).toBe(1);
    expect(second.output()).toContain(`already, at ${url}`);
  });

  it('takes the next port when nobody named one and the usual one is busy', async () => {
    // Taken by this test, or by whoever else has it.
    const server = createServer();
    await new Promise<void>((resolve) => {
      server.once('error', () => resolve()).listen(8740, '127.0.0.1', () => resolve());
    });
    const other = yardCloud('--functions fns --data e');
    const [, taken] = await other.printed(/Port 8740 is busy: (\d+) is taken instead/);
    expect(Number(taken)).toBeGreaterThan(8740);
    other.kill();
    server.close();
  });

  it('forgets at its end that it ran', async () => {
    running.interrupt();
    expect(await running.ended).toBe(0);
    expect(() => statSync(inData('running.json'))).toThrow('ENOENT');
  });
});

it('yard-cloud --help says how it is used, and ends with 0', async () => {
  const command = yardCloud('--help');
  expect([await command.ended, command.output()]).toEqual([0, expect.stringMatching(/^usage: yard-cloud/)]);
});
