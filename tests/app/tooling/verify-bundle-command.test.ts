import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { runNode } from '../../../scripts/run-process';
import { claimsToBeBundle } from '../../../scripts/verify/bundle';
import { checkBundle } from '../../../scripts/verify/check-bundle';
import { wrongIn } from '../../support/bundles';
import { bundleExample, EXAMPLE_SEED } from '../../support/bundle-example';
import { forged } from '../../support/forged-bundles';

let folder: string;
let example: Record<string, string>;
beforeAll(async () => {
  vi.stubEnv('YARD_SIGNING_KEY', EXAMPLE_SEED.toString('base64'));
  example = bundleExample();
  folder = await mkdtemp(path.join(tmpdir(), 'yard-verify-'));
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true, force: true });
});

async function verify(bundle: string, receipt: string | null, ...options: string[]) {
  await writeFile(path.join(folder, 'bundle.json'), bundle);
  if (receipt !== null) await writeFile(path.join(folder, 'receipt.json'), receipt);
  const held = receipt === null ? [] : ['--receipt', 'receipt.json'];
  const args = ['scripts/with-dependencies.mjs', 'scripts/verify.ts', 'bundle.json', ...held, ...options];
  return runNode(args, { env: { INIT_CWD: folder } });
}

const keyOf = () => (JSON.parse(example.full ?? '') as { publicKey: string }).publicKey;

describe('npm run verify on a bundle', () => {
  it('[SEAL-8] [SEAL-10] adds the full one up again, finds the receipt in it, and says what it cannot show', async () => {
    const { code, output } = await verify(example.full ?? '', example.receipt ?? '', '--key', keyOf());
    expect(output).not.toContain('✗');
    expect(output).toContain('同意：2 票，210.50 平方米');
    expect(output).toContain('这张回执的票（第 2 次投的）算进去了');
    expect(output).toContain('没有投票的人有没有被别人代投');
    expect(output).toContain('结论：逐票重新加过，和公布的结果一样。');
    expect(code).toBe(0);
  });

  it('[SEAL-5] says of the public one that it cannot be added up ballot by ballot', async () => {
    const { code, output } = await verify(example.public ?? '', null);
    expect(output).toContain('不能逐票重新加一遍');
    expect(output).toContain('公钥还没有核对');
    expect(code).toBe(0);
  });

  it('[SEAL-9] [SEAL-10] ends with 1 where a ballot is missing, and says that the receipt proves it', async () => {
    const without = forged(example.public ?? '', ({ leaves }) => void leaves.splice(1, 1));
    const { code, output } = await verify(without, example.receipt ?? '');
    expect(output).toContain('✗ 封存的是 3 票，文件里有 2 票');
    expect(output).toContain('✗ 封存包里没有这张回执的票：这一票没有算进去');
    expect(code).toBe(1);
  });

  it('[SEAL-10] ends with 1 where the bundle denies that a ballot had the receipt', async () => {
    const denied = forged(example.public ?? '', ({ leaves }) => void (leaves[1]![3] = 'sealing'));
    const { code, output } = await verify(denied, example.receipt ?? '');
    expect(output).toContain('✗ 封存包里说这一票没有发过回执，可是回执在您手里');
    expect(code).toBe(1);
  });

  it('[SEAL-9] ends with 1 for a receipt that was changed, and where the options are not understood', async () => {
    const changed = (example.receipt ?? '').replace('"revision":2', '"revision":1');
    const { code, output } = await verify(example.public ?? '', changed);
    expect(output).toContain('✗ 回执：签名不对');
    expect(code).toBe(1);
    for (const options of [['--key', 'abc'], ['--receipt'], ['--receipt', 'nowhere.json']]) {
      const refused = await verify(example.public ?? '', null, ...options);
      expect(refused.output).toContain('用法');
      expect(refused.code).toBe(1);
    }
  });
});

describe('a file that is no bundle', () => {
  const wrong = (text: string | Buffer) => wrongIn(checkBundle(Buffer.from(text))).join();
  const full = () => example.full ?? '';

  it.each<[string, () => string | Buffer, string]>([
    ['a blank', () => full().replace('"leaves":', '"leaves": '), '写法不一样'],
    [
      'a member twice',
      () => full().replace('"version":"full"', '"version":"public","version":"full"'),
      '写法不一样',
    ],
    ['a member more', () => full().replace('"note"', '"more":1,"note"'), '多了一项'],
    ['a member of the prototype', () => full().replace('"note"', '"__proto__":{},"note"'), '多了一项'],
    ['another order', () => full().replace(/("keyId":"\w+"),("publicKey":"\w+")/, '$2,$1'), '次序不对'],
    ['a number in another form', () => full().replace(',7045,', ',7045.0,'), '写法不一样'],
    ['a negative area', () => full().replace(',7045,', ',-7045,'), '第 1 票写得不对'],
    ['a value more in a leaf', () => full().replace(',"paper",', ',"paper","x",'), '第 1 票写得不对'],
    ['an unknown channel', () => full().replace('"paper"', '"dove"'), '第 1 票写得不对'],
    ['deep nesting', () => `{"format":"yard-bundle-1","version":${'['.repeat(1_000_000)}`, '读不出来'],
    [
      'nesting that is whole',
      () => full().replace('"options":[]', `"options":[${'['.repeat(9999)}${']'.repeat(9999)}]`),
      '“options”这一项写得不对',
    ],
    ['half a character', () => full().replace('东门', '\\ud800'), '“title”这一项写得不对'],
    ['half a file', () => full().slice(0, -300), '读不出来'],
    [
      'a public one that calls itself full',
      () => (example.public ?? '').replace('"public"', '"full"'),
      '多了一项',
    ],
    ['a secret count', () => full().replace('kind named', 'kind secret'), '不是记名表决'],
    [
      'a line more in the header',
      () => full().replace('counted ', 'counter 1\\ncounted '),
      '应该是“counted”',
    ],
    ['a header without its end', () => full().replace('40000\\n"', '40000"'), '没有写完'],
    ['no text', () => Buffer.from([0xff, 0xfe, 0x00]), '不是文字'],
    ['an empty file', () => '', '不是一份封存包'],
  ])('[SEAL-9] is refused for %s', (_what, text, words) => {
    expect(wrong(text())).toContain(words);
  });

  it('[SEAL-9] is refused at once for hundreds of thousands of blanks in it, which hold up a pattern for minutes', () => {
    const blanks = ' '.repeat(300_000);
    expect(wrong(full().replace('"leaves":', `"leaves":${blanks}`))).toContain('写法不一样');
    expect(wrong(`${full()}${blanks}`)).toBe('');
  });

  it('[SEAL-9] is not one with the mark and the line ends that an editor puts around it', () => {
    for (const text of [`\uFEFF${full()}`, `${full()}\r\n`]) expect(wrong(text)).toBe('');
  });

  it('[SEAL-9] is told from a receipt behind any number of blanks, and no other character is passed over', () => {
    const claims = (text: string) => claimsToBeBundle(Buffer.from(text));
    for (const before of ['', '\uFEFF', ' '.repeat(1000), '\uFEFF\t\r\n'])
      expect(claims(`${before}${full()}`)).toBe(true);
    for (const before of ['x', ' \uFEFF', '\u00A0', '{']) expect(claims(`${before}${full()}`)).toBe(false);
    expect(claims(' '.repeat(1000))).toBe(false);
  });
});
