import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { ROOT } from '../../../scripts/project';
import { checkBundle } from '../../../scripts/verify/check-bundle';
import { inclusionFindings } from '../../../scripts/verify/check-inclusion';
import { wrongIn } from '../../support/bundles';
import { bundleExample, EXAMPLE_SEED } from '../../support/bundle-example';
import { receiptIn } from '../../support/receipts';

let blocks: Record<string, string>;
beforeAll(async () => {
  vi.stubEnv('YARD_SIGNING_KEY', EXAMPLE_SEED.toString('base64'));
  const document = await readFile(path.join(ROOT, 'docs', 'verify.md'), 'utf8');
  const named = document.matchAll(/^```bundle (\S+)\n([^`]*)\n```$/gm);
  blocks = Object.fromEntries([...named].map(([, name = '', text = '']) => [name, text]));
});
afterAll(() => vi.unstubAllEnvs());

describe('the worked bundle in docs/verify.md', () => {
  it('[SEAL-2] [SEAL-3] [SEAL-4] [SEAL-7] is what the cloud computes, word by word', () => {
    expect(blocks).toEqual(bundleExample());
  });

  it('[SEAL-8] [SEAL-10] is accepted by the verifier, and its receipt found in it', () => {
    for (const version of ['public', 'full']) {
      const checked = checkBundle(Buffer.from(blocks[version] ?? ''));
      expect(wrongIn(checked)).toEqual([]);
      const said = inclusionFindings(receiptIn(blocks.receipt ?? null), checked);
      expect(said.map(({ holds }) => holds)).toEqual([true, true, true]);
    }
  });

  it('[SEAL-9] is refused with the changes that the document names', () => {
    const wrong = (name: string, from: string | RegExp, to: string) =>
      wrongIn(checkBundle(Buffer.from((blocks[name] ?? '').replace(from, to)))).length;
    expect(wrong('full', '"yes"', '"no"')).toBe(2);
    expect(wrong('public', 'outcome not-passed', 'outcome passed')).toBe(2);
    expect(wrong('public', '"version":"public"', '"version": "public"')).toBe(1);
  });
});
