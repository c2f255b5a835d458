import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { REPOSITORY, startCommand, type RunningCommand } from './support/command';
import { rawRequest } from './support/http';

const PAGE = readFileSync(path.join(REPOSITORY, 'docs/emulator/example.md'), 'utf8');
const [START = '', CALLS = ''] = [...PAGE.matchAll(/^```sh\n(.*?)^```/gms)].map(([, block]) => block);

let folder: string;
let running: RunningCommand;
let port: number;
let token: string;

/** Writes every block of the page into the files that the paragraph before it names. */
function writeProject(): void {
  for (const [, paragraph = '', content = ''] of PAGE.matchAll(/^([^\n]+)\n\n```(?:js|json)\n(.*?)^```/gms)) {
    for (const [, file = ''] of paragraph.matchAll(/`([\w/.-]+\.(?:js|json))`/g)) {
      mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
      writeFileSync(path.join(folder, file), content);
    }
  }
}

async function send(pathname: string, openid: string, body: object): Promise<unknown> {
  const headers = { host: `127.0.0.1:${port}`, 'x-local-token': token, 'x-local-openid': openid };
  return (
    await rawRequest(port, { method: 'POST', path: pathname, headers, body: JSON.stringify(body) })
  ).json();
}

/** What the function `todo` answers. */
async function todo(openid: string, action: string, data: object = {}): Promise<Record<string, unknown>> {
  const answer = await send('/call/todo', openid, { action, ...data });
  return (answer as { result: Record<string, unknown> }).result;
}

async function addTask(openid: string, text: string): Promise<string> {
  const { data } = await todo(openid, 'add', { text, due: '2026-03-01' });
  return (data as { _id: string })._id;
}

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'local-cloud-example-'));
  writeProject();
  running = startCommand(START, folder);
  const [, url = '', secret = ''] = await running.printed(
    /runs at (\S+) as[\s\S]*token\s+(\S+)[\s\S]*Ctrl-C/,
  );
  port = Number(new URL(url).port);
  token = secret;
});
afterAll(() => {
  running.kill();
  rmSync(folder, { recursive: true, force: true });
});

describe('the example of the documents', () => {
  it('needs nothing installed beside it, and says whose SDK it uses', () => {
    expect(existsSync(path.join(folder, 'node_modules'))).toBe(false);
    const todoFolder = path.join(folder, 'cloudfunctions/todo');
    expect(running.output()).toContain(`wx-server-sdk is not installed in ${todoFolder}`);
    expect(running.output()).not.toMatch(/error|cannot/i);
  });

  it('is called by the documented commands', async () => {
    const calls = startCommand(CALLS, folder);
    expect([await calls.ended, calls.output()]).toEqual([0, expect.anything()]);
    expect(calls.output()).toContain('"openid": "person-a"');
    expect(calls.output()).toMatch(/"text": "water the plants",\s+"due": "2026-03-01T00:00:00.000Z"/);
  });

  it('counts on a transaction: a task is finished once, by its owner', async () => {
    await send('/call/login', 'owner', {});
    await send('/call/login', 'owner', {});
    const id = await addTask('owner', 'mend the gate');
    expect(await todo('owner', 'work', { id })).toMatchObject({ data: { stats: { updated: 1 } } });
    expect(await todo('stranger', 'finish', { id })).toMatchObject({
      ok: false,
      reason: 'nothing to finish',
    });
    expect(await todo('owner', 'finish', { id })).toEqual({ ok: true, data: 'finished' });
    expect(await todo('owner', 'finish', { id })).toMatchObject({ ok: false });
    const { data } = await todo('owner', 'counters');
    expect(data).toContainEqual({ _id: 'owner', finished: 1 });
  });

  it('keeps a note in the storage', async () => {
    const id = await addTask('writer', 'write a note');
    const { data: address } = await todo('writer', 'attach', { id, note: '记得带钥匙' });
    const { pathname } = new URL(String(address));
    const { body } = await rawRequest(port, { path: pathname, headers: { host: `127.0.0.1:${port}` } });
    expect(body.toString()).toBe('记得带钥匙');
  });

  it('reminds a person as often as they agreed', async () => {
    expect(await todo('reader', 'remind', { text: 'gate' })).toMatchObject({ ok: false, errCode: 43101 });
    await send('/accept-subscription', 'reader', { templateIds: ['reminder'] });
    expect(await todo('reader', 'remind', { text: 'gate' })).toMatchObject({ ok: true });
    expect(await todo('reader', 'remind', { text: 'gate' })).toMatchObject({ ok: false, errCode: 43101 });
  });

  it('runs its timer', async () => {
    const counters = async () => (await todo('p', 'counters')).data;
    const counted = expect.objectContaining({ _id: 'everybody', countedBy: 'every-five-seconds' }) as unknown;
    await expect.poll(counters, { timeout: 15_000, interval: 200 }).toContainEqual(counted);
  });

  it('ends at Ctrl-C and leaves nothing running', async () => {
    running.interrupt();
    await running.ended;
    expect(existsSync(path.join(folder, '.yard-cloud/running.json'))).toBe(false);
    await expect(rawRequest(port)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });
});
