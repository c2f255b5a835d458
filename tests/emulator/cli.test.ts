import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readArguments, UsageError } from '../../emulator/cli/arguments';
import { readConfigFile } from '../../emulator/cli/config-file';
import { startCommand, YARD_CLOUD, type RunningCommand } from './support/command';
import { answering, writeFunction } from './support/written';

const SDK_VERSION = (createRequire(import.meta.url)('wx-server-sdk/package.json') as { version: string })
  .version;

let folder: string;
const started: RunningCommand[] = [];
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'local-cloud-cli-'));
});
afterEach(() => {
  for (const command of started.splice(0)) command.kill();
  rmSync(folder, { recursive: true, force: true });
});

function yardCloud(line: string): RunningCommand {
  const command = startCommand(`exec '${process.execPath}' '${YARD_CLOUD}' ${line}`, folder);
  started.push(command);
  return command;
}

describe('the command line', () => {
  it('names the folder of the functions, and nothing else must be said', () => {
    expect(readArguments(['--functions', 'f'])).toEqual({
      kind: 'serve',
      functions: 'f',
      data: '.yard-cloud',
      cold: false,
      env: {},
    });
  });

  it('takes every option, variables several times', () => {
    const line = '--functions f --config c.json --data d --port 0 --cold --web w --env A=1 --env B=x=y';
    expect(readArguments(line.split(' '))).toMatchObject({
      config: 'c.json',
      data: 'd',
      port: 0,
      cold: true,
      web: 'w',
      env: { A: '1', B: 'x=y' },
    });
  });

  it.each([
    ['', '--functions DIR is missing'],
    ['--functions', 'argument missing'],
    ['--functions f --prot 3', "Unknown option '--prot'"],
    ['--functions f --port x', '--port x'],
    ['--functions f --port 70000', '--port 70000'],
    ['--functions f --env A', '--env A'],
    ['--functions f --as p', '--as'],
    ['serve', 'unknown command "serve"'],
    ['probe', 'probe takes --out DIR'],
    ['--functions f --out d', '--out'],
    ['call', 'name of a function'],
    ['call f {a', 'not JSON'],
    ['call f --as 王大姐', '--as takes an openid, 1 to 64 of A-Z a-z 0-9 _ -'],
    ['call f {} {}', 'too much'],
  ])('is refused when it says "%s"', (line, reason) => {
    const read = () => readArguments(line.split(' ').filter((word) => word !== ''));
    expect(read).toThrow(UsageError);
    expect(read).toThrow(reason);
  });
});

describe('the configuration', () => {
  const read = (content: string) => {
    const file = path.join(folder, 'cloud.json');
    writeFileSync(file, content);
    return readConfigFile(file);
  };

  it('may be empty, or absent', () => {
    expect(read('{}')).toEqual(readConfigFile(undefined));
    expect(read('{}').collections).toEqual([]);
  });

  it('may begin with the mark of a Windows editor', () => {
    expect(read('\uFEFF{"appId": "wxfeedfeedfeedfeed"}').appId).toBe('wxfeedfeedfeedfeed');
  });

  it('gives keys of an index their order', () => {
    const { collections } = read(
      '{"collections": [{"name": "a", "indexes": [{"name": "i", "keys": [{"field": "f"}]}]}]}',
    );
    expect(collections[0]?.indexes?.[0]?.keys).toEqual([{ field: 'f', order: 1 }]);
  });

  it.each([
    ['{', 'cloud.json: '],
    ['{"colections": []}', 'the file: there is no "colections" (did you mean "collections"?)'],
    ['{"functions": {"f": {"timeOut": 3}}}', 'functions.f: there is no "timeOut" (did you mean "timeout"?)'],
    [
      '{"functions": {"f": {"timeout": 61}}}',
      'cloud.json: functions.f: timeout must be a number of seconds, up to 60',
    ],
    ['{"collections": [{"name": "a", "uniqe": 1}]}', 'collections.0: there is no "uniqe"'],
    ['{"collections": [{"nme": "a"}]}', 'collections.0.name'],
    [
      '{"collections": [{"name": "a", "indexes": [{"name": "i", "keys": []}]}]}',
      'collections.0.indexes.0.keys',
    ],
    ['{"functions": {"f": {"timeout": "3"}}}', 'functions.f.timeout'],
    ['{"envVariables": {"A": 1}}', 'envVariables.A'],
  ])('is refused with the place of the fault: %s', (content, place) => {
    expect(() => read(content)).toThrow(place);
  });
});

describe('yard-cloud', () => {
  it('prints its usage and ends with 2 when it is called wrongly', async () => {
    const command = yardCloud('--functions nowhere --config c.json');
    expect(await command.ended).toBe(2);
    expect(command.output()).toMatch(/there is no folder \S+nowhere\n\nusage: yard-cloud/);
  });

  it('runs with variables, settings and fresh instances, is called, and ends at Ctrl-C with 0', async () => {
    writeFunction(path.join(folder, 'fns'), 'fn', {
      'index.js': `let calls = 0;\n${answering('[process.env.A, process.env.B, process.env.TCB_ENV, event.x, ++calls]')}`,
    });
    writeFileSync(
      path.join(folder, 'cloud.json'),
      '{"envId": "theirs-123", "functions": {"fn": {"envVariables": {"A": "of the file"}}, "fns": {}}}',
    );
    const cloud = yardCloud('--functions fns --config cloud.json --data d --port 0 --cold --env B=given');
    await cloud.printed(/Ctrl-C/);
    expect(cloud.output()).toContain('cloud.json: there is no function fns (did you mean "fn"?)');
    expect(cloud.output()).toContain(`wx-server-sdk ${SDK_VERSION}, for functions that have none`);
    const call = () => yardCloud(`call fn '{"x": 7}' --data d`);
    const [first, second] = [call(), call()];
    expect([await first.ended, await second.ended]).toEqual([0, 0]);
    for (const answered of [first, second]) {
      expect(JSON.parse(answered.output())).toEqual(['of the file', 'given', 'theirs-123', 7, 1]);
    }
    const wrong = yardCloud('call nobody --data d');
    expect(await wrong.ended).toBe(1);
    expect(wrong.output()).toContain('-501000');
    cloud.interrupt();
    expect(await cloud.ended).toBe(0);
    const late = yardCloud('call fn --data d');
    expect(await late.ended).toBe(1);
    expect(late.output()).toContain('No cloud runs on');
  });

  it('says what an edit of its configuration is about, and that it takes it at the next start', async () => {
    writeFunction(path.join(folder, 'fns'), 'fn', {
      'index.js': answering('1'),
      'node_modules/wx-server-sdk/package.json': { version: '1' },
    });
    const file = path.join(folder, 'cloud.json');
    const begun = '{"envId": "theirs-123"}';
    writeFileSync(file, begun);
    const cloud = yardCloud('--functions fns --config cloud.json --port 0');
    await cloud.printed(/Ctrl-C/);
    expect(cloud.output()).not.toContain('wx-server-sdk');
    const collections = [{ name: 'a' }];
    writeFileSync(
      file,
      JSON.stringify({ envId: 'theirs-123', collections, functions: { fn: { timeout: 9 } } }),
    );
    await cloud.printed(
      /cloud\.json has changed in collections, functions\.fn: end the cloud and start it again/,
    );
    writeFileSync(file, '{"envId": 1}');
    await cloud.printed(/cloud\.json is not as it should be:\n {2}envId: [^\n]+\nThe cloud runs on/);
    // As editors write: anew, under another name.
    writeFileSync(`${file}.new`, begun);
    renameSync(`${file}.new`, file);
    await cloud.printed(/cloud\.json is again what the cloud runs with/);
    rmSync(file);
    await cloud.printed(/cloud\.json is gone/);
    cloud.interrupt();
    expect(await cloud.ended).toBe(0);
  });

  it('writes the probe of a real environment as a function that runs by itself', async () => {
    const command = yardCloud('probe --out fns');
    expect([await command.ended, command.output()]).toEqual([0, expect.stringContaining('fns/probe')]);
    const cloud = yardCloud('--functions fns --port 0');
    await cloud.printed(/Ctrl-C/);
    const call = yardCloud(`call probe '{"only": ["functions.utc"]}'`);
    expect(await call.ended).toBe(0);
    expect(JSON.parse(call.output())).toMatchObject({
      facts: { 'functions.utc': { holds: true } },
      skipped: [],
    });
  });

  it('says that the port it is told to take is busy', async () => {
    writeFunction(path.join(folder, 'fns'), 'fn', { 'index.js': answering('1') });
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const command = yardCloud(`--functions fns --port ${port}`);
    expect(await command.ended).toBe(1);
    expect(command.output()).toContain(`Port ${port} is busy`);
    server.close();
  });
});
