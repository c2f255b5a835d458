import { ESLint } from 'eslint';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../../scripts/project';
import { runNode } from '../../../scripts/run-process';

const REPOSITORY = 'cloudfunctions/modules/members/repository/places.ts';

const eslint = new ESLint({ cwd: ROOT, overrideConfigFile: path.join(ROOT, 'config', 'eslint.config.mjs') });

/** Lints a text as if it stood in `file`; returns the names of the rules it breaks. */
async function broken(file: string, text: string): Promise<string[]> {
  const [result] = await eslint.lintText(text, { filePath: path.join(ROOT, file) });
  return (result?.messages ?? []).map(({ ruleId, message }) => ruleId ?? message);
}

/** What the linter that knows types says of a project with this one file. */
async function typedFaults(text: string): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'yard-lint-'));
  try {
    await writeFile(
      path.join(folder, 'tsconfig.json'),
      '{"compilerOptions":{"strict":true,"target":"ES2022"}}',
    );
    await writeFile(path.join(folder, 'probe.ts'), text);
    const settings = ['--type-aware', '-c', path.join(ROOT, 'config', 'oxlint.json'), '--format=unix'];
    const oxlint = path.join(ROOT, 'node_modules', 'oxlint', 'bin', 'oxlint');
    return (await runNode([oxlint, ...settings, folder])).output;
  } finally {
    await rm(folder, { recursive: true });
  }
}

describe('the lint rules of the house', () => {
  it.each(['update', 'remove', 'count'])('refuse where().%s() of a transaction', async (verb) => {
    const text = `export const f = (transaction: any) => transaction.collection('a').where({}).${verb}();\n`;
    expect(await broken(REPOSITORY, text)).toContain('no-restricted-syntax');
  });

  it('refuse an aggregation of a transaction', async () => {
    const text = "export const f = (transaction: any) => transaction.collection('a').aggregate();\n";
    expect(await broken(REPOSITORY, text)).toContain('no-restricted-syntax');
  });

  it('allow doc() and where().get() of a transaction', async () => {
    const text =
      "export const f = (transaction: any) => [transaction.collection('a').doc('x'), transaction.collection('a').where({}).get()];\n";
    expect(await broken(REPOSITORY, text)).not.toContain('no-restricted-syntax');
  });

  it('refuse any, and comments that switch a check off', async () => {
    expect(await broken(REPOSITORY, 'export const f = (a: any): unknown => a;\n')).toContain(
      '@typescript-eslint/no-explicit-any',
    );
    const silenced = '// @ts-ignore\nexport const a: number = 1;\n';
    expect(await broken(REPOSITORY, silenced)).toContain('@typescript-eslint/ban-ts-comment');
  });

  it.each(['eslint-disable-next-line', 'oxlint-disable-next-line'])('refuse // %s', async (words) => {
    expect(await broken(REPOSITORY, `// ${words} eqeqeq\nexport {};\n`)).toContain('no-warning-comments');
  });

  it.each([
    ['no-floating-promises', 'export function f(p: Promise<void>) { p; }\n'],
    ['no-unsafe-return', 'export const f = (text: string) => JSON.parse(text);\n'],
    ['no-misused-promises', 'export const f = (p: Promise<boolean>) => (p ? 1 : 2);\n'],
  ])('that need types refuse %s', async (rule, text) => {
    expect(await typedFaults(text)).toContain(rule);
    expect(await typedFaults('export const f = (p: Promise<void>): Promise<void> => p;\n')).not.toContain(
      rule,
    );
  });

  it.each([
    ['Date.now()', 'no-restricted-properties'],
    ['Math.random()', 'no-restricted-properties'],
    ['process.env.TZ', 'no-restricted-properties'],
    ['new Date()', 'no-restricted-syntax'],
  ])('refuse %s in rules and policies', async (expression, rule) => {
    const text = `export const f = () => ${expression};\n`;
    expect(await broken('cloudfunctions/modules/proposals/policy.ts', text)).toContain(rule);
    expect(await broken(REPOSITORY, text)).not.toContain(rule);
  });

  it('refuse signing anywhere but in the one place that signs', async () => {
    const text = "import { sign } from 'node:crypto';\nexport const f = sign;\n";
    expect(await broken('cloudfunctions/modules/motions/views.ts', text)).toContain('no-restricted-imports');
    expect(await broken('cloudfunctions/kernel/signing.ts', text)).not.toContain('no-restricted-imports');
  });

  it('refuse wx.cloud outside the cloud service', async () => {
    const text = "import Taro from '@tarojs/taro';\nexport const f = () => void Taro.cloud.init();\n";
    expect(await broken('src/services/time.ts', text)).toContain('no-restricted-syntax');
    expect(await broken('src/services/cloud.ts', text)).not.toContain('no-restricted-syntax');
  });
});
