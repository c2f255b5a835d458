import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { citedRules, ruleCoverage } from '../../scripts/rule-coverage';

const ROOT = path.resolve(import.meta.dirname, '../..');

async function projectWith(rules: string, test: string, conformance = ''): Promise<string> {
  const root = await mkdtemp(path.join(tmpdir(), 'rule-coverage-'));
  await mkdir(path.join(root, 'docs', 'emulator'), { recursive: true });
  await mkdir(path.join(root, 'tests', 'deep'), { recursive: true });
  await writeFile(path.join(root, 'docs', 'rules.md'), rules);
  await writeFile(path.join(root, 'docs', 'emulator', 'conformance.md'), conformance);
  await writeFile(path.join(root, 'tests', 'deep', 'a.test.ts'), test);
  return root;
}

describe('rules and tests', () => {
  it('finds a test for each rule of docs/rules.md and of docs/emulator/conformance.md', async () => {
    expect((await ruleCoverage(ROOT)).untested).toEqual([]);
  });

  it('finds each rule that a test cites, and none twice', async () => {
    const { rules, unknown, repeated } = await ruleCoverage(ROOT);
    expect({ unknown, repeated }).toEqual({ unknown: [], repeated: [] });
    expect(rules.length).toBeGreaterThan(200);
    expect(rules).toEqual(expect.arrayContaining(['DEC-1', 'CDB-1', 'CTX-23']));
  });

  it('names a rule without a test, a citation without a rule and a rule given twice', async () => {
    const rules = '- **AAA-1** — one\n- **AAA-2** — two\n- **AAA-2** — again\n';
    const root = await projectWith(rules, "it('[AAA-1] [AAA-9] does', () => {});");
    expect(await ruleCoverage(root)).toEqual({
      rules: ['AAA-1', 'AAA-2'],
      repeated: ['AAA-2'],
      untested: ['AAA-2'],
      unknown: [{ rule: 'AAA-9', file: 'tests/deep/a.test.ts' }],
    });
    await rm(root, { recursive: true });
  });

  it('takes the rules of both documents together', async () => {
    const root = await projectWith(
      '- **AAA-1** — one\n',
      "it('[AAA-1] [CCC-2] does', () => {});",
      '- **CCC-1** — one\n- **CCC-2** — two\n- **AAA-1** — again\n',
    );
    expect(await ruleCoverage(root)).toEqual({
      rules: ['AAA-1', 'CCC-1', 'CCC-2'],
      repeated: ['AAA-1'],
      untested: ['CCC-1'],
      unknown: [],
    });
    await rm(root, { recursive: true });
  });

  it('reads titles only, not comments, strings or tests that do not run', () => {
    const text = [
      "it('[AAA-1] a', () => {});",
      "it.each([1])('[AAA-2] b %s', () => {});",
      "describe('c [AAA-3]', () => { test.only(`[AAA-4] ${1}`, () => {}); });",
      "// it('[AAA-5] d')",
      "const text = '[AAA-6]';",
      "it.skip('[AAA-7] e', () => {});",
      "it.todo('[AAA-8] f');",
      "describe.skip.each([1])('[AAA-9] g', () => {});",
    ].join('\n');
    expect(citedRules('a.test.ts', text)).toEqual(['AAA-1', 'AAA-2', 'AAA-3', 'AAA-4']);
  });
});
