import { ESLint } from 'eslint';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../../../scripts/project';
import { BUILD_MS } from '../../support/build-time';

const REPOSITORY = 'cloudfunctions/modules/members/repository/places.ts';

const eslint = new ESLint({ cwd: ROOT, overrideConfigFile: path.join(ROOT, 'config', 'eslint.config.mjs') });

/** Lints a text as if it stood in `file`; returns the names of the rules it breaks. */
async function broken(file: string, text: string): Promise<string[]> {
  const [result] = await eslint.lintText(text, { filePath: path.join(ROOT, file) });
  return (result?.messages ?? []).map(({ ruleId, message }) => ruleId ?? message);
}

/** The first text with types makes the program of the whole project. */
beforeAll(() => broken(REPOSITORY, 'export {};\n'), BUILD_MS);

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
