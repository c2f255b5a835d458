import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runNode } from '../../../scripts/run-process';

const VOTER = 'ab'.repeat(32);
const COMMITMENT = `5c${'0d'.repeat(31)}`;

/** A receipt made by hand as docs/verify.md describes it, with a key of its own; of the second format where it pins a seal. */
function issued(audit?: string) {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const key = Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url');
  const said = {
    motion: '0f'.repeat(16),
    voter: VOTER,
    commitment: COMMITMENT,
    revision: 2,
    at: 1_772_413_200_000,
    ...(audit !== undefined && { audit }),
  };
  const format = audit === undefined ? 'yard-receipt-1' : 'yard-receipt-2';
  const words = Object.entries(said).map(([name, value]) => `${name} ${value}\n`);
  const signature = sign(null, Buffer.from(`${format}\n${words.join('')}`), privateKey).toString('hex');
  const keyId = createHash('sha256').update(key).digest('hex').slice(0, 16);
  const line = { format, ...said, keyId, publicKey: key.toString('hex'), signature };
  return { line: JSON.stringify(line), key: key.toString('hex') };
}

let folder: string;
const { line, key } = issued();
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'yard-verify-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function verify(text: string | Buffer | null, ...options: string[]) {
  if (text !== null) await writeFile(path.join(folder, 'receipt.json'), text);
  const file = text === null ? 'nowhere.json' : 'receipt.json';
  const args = ['scripts/with-dependencies.mjs', 'scripts/verify.ts', file, ...options];
  return runNode(args, { env: { INIT_CWD: folder } });
}

describe('npm run verify', () => {
  it('[BAL-20] says in plain words what holds, what the receipt holds and what it cannot show', async () => {
    const { code, output } = await verify(`${line}\n`);
    expect(output).not.toContain('✗');
    expect(output).toContain('第 2 次（改过 1 次，只算最后一次）');
    expect(output).toContain('2026-03-02 09:00:00（北京时间');
    expect(output).toContain(COMMITMENT.slice(0, 12).toUpperCase());
    expect(output).toContain('公钥还没有核对');
    expect(output).toContain(
      '有没有算进结果。那要和计票以后的封存包核对：npm run verify -- 封存包 --receipt',
    );
    expect(code).toBe(0);
  });

  it('[BAL-20] compares the key that it is given, in either case of letters', async () => {
    const { code, output } = await verify(line, '--key', key.toUpperCase());
    expect({ code, right: output.includes('结论：这张回执是真的') }).toEqual({ code: 0, right: true });
    const other = await verify(line, '--key', issued().key);
    expect(other.code).toBe(1);
    expect(other.output).toContain('✗ 公钥和您给的不一样');
    expect(other.output).toContain('靠不住');
  });

  it('[BAL-25] compares what a receipt pins of the audit log with the file of the chain, and ends with 1 where it differs', async () => {
    const entries = ['aa', 'bb', 'cc'].map((two) => two.repeat(32));
    const hashes = entries.reduce<string[]>((all, content, n) => {
      const text = `yard-audit-seal-1\nnumber ${n + 1}\nprevious ${all[n - 1] ?? '-'}\nentries ${content}\n`;
      return [...all, createHash('sha256').update(text).digest('hex')];
    }, []);
    const chain = { format: 'yard-audit-1', from: 0, fromHash: '-', entries, head: 3, headHash: hashes[2] };
    await writeFile(path.join(folder, 'audit.json'), JSON.stringify(chain));
    const right = await verify(issued(`2 ${hashes[1]}`).line, '--audit', 'audit.json');
    expect(right.output).toContain('操作记录  到第 2 号封存为止，之后谁改了以前的记录都对不上');
    expect(right.output).toContain('✓ 第 2 号封存和回执上的一样');
    expect(right.code).toBe(0);
    const other = await verify(issued(`2 ${'dd'.repeat(32)}`).line, '--audit', 'audit.json');
    expect(other.output).toContain('✗ 第 2 号封存和回执上的不一样');
    expect(other.output).toContain('回执本身没有问题，操作记录对不上');
    expect(other.code).toBe(1);
    const nowhere = await verify(line, '--audit', 'nowhere.json');
    expect({ code: nowhere.code, said: nowhere.output.includes('读不到文件：nowhere.json') }).toEqual({
      ...{ code: 1, said: true },
    });
  });

  it.each([
    ['a changed digit', line.replace('"revision":2', '"revision":3'), '签名不对'],
    ['half a file', line.slice(0, 200), '没有复制完整'],
    ['no JSON', '您已投票', '没有复制完整'],
    ['no text', Buffer.from([0xff, 0xfe, 0x00]), '不是文字'],
    ['an empty file', '', '没有复制完整'],
    ['a film', 'x'.repeat(20_000), '文件太大'],
    ['no file', null, '读不到文件'],
  ])('[BAL-20] ends with 1 and says why for %s', async (_which, text, why) => {
    const { code, output } = await verify(text);
    expect(output).toContain(why);
    expect(code).toBe(1);
  });

  it.each([[['--key']], [['--key', 'abc']], [['--kay', key]], [['--key', key, 'more']]])(
    '[BAL-20] ends with 1 for what it does not understand: %j',
    async (options) => {
      const { code, output } = await verify(line, ...options);
      expect(output).toContain('用法');
      expect(code).toBe(1);
    },
  );
});
