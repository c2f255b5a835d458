import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { secretFor, signed } from '../../../cloudfunctions/kernel/signing';
import { pseudonymOf } from '../../../cloudfunctions/modules/motions/ballot-proof';
import {
  commitmentText,
  receiptLine,
  receiptText,
} from '../../../cloudfunctions/modules/motions/rules/receipt-text';
import { ROOT } from '../../../scripts/project';
import { checkReceipt } from '../../../scripts/verify/check';

const SEED = Buffer.from(Array.from({ length: 32 }, (_, n) => n));
const ROLL = createHash('sha256').update('the roll of the example').digest('hex');

const hex = (text: string) => Buffer.from(text).toString('hex');
const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest('hex');

/** The worked example, computed by the cloud's own code. */
function example(): Record<string, string> {
  const motionId = 'a1b2c3d4e5f60718293a4b5c6d7e8f90';
  const entryId = '0f1e2d3c4b5a69788796a5b4c3d2e1f0';
  const salt = `${'5a'.repeat(31)}01`;
  const pseudonym = pseudonymOf(motionId, entryId);
  const made = { motionId, rollHash: ROLL, pseudonym, revision: 2, choice: 'option:3', salt };
  const committed = commitmentText(made);
  const said = { motionId, pseudonym, commitment: sha256(committed), revision: 2, castAt: 1_772_413_200_000 };
  const text = receiptText(said);
  const { publicKey, signature } = signed(text);
  const keyId = sha256(Buffer.from(publicKey, 'hex')).slice(0, 16);
  return {
    seed: SEED.toString('hex'),
    'public-key': publicKey,
    'key-id': keyId,
    motion: motionId,
    entry: entryId,
    'motion-key': secretFor('yard pseudonym 1', motionId).toString('hex'),
    pseudonym,
    salt,
    'commitment-text': committed.trimEnd(),
    'commitment-bytes': hex(committed),
    commitment: sha256(committed),
    'receipt-text': text.trimEnd(),
    'receipt-bytes': hex(text),
    signature,
    receipt: receiptLine(said, { keyId, publicKey, signature }),
  };
}

let blocks: Record<string, string>;
beforeAll(async () => {
  vi.stubEnv('YARD_SIGNING_KEY', SEED.toString('base64'));
  const document = await readFile(path.join(ROOT, 'docs', 'verify.md'), 'utf8');
  const named = document.matchAll(/^```text (\S+)\n([^`]*)\n```$/gm);
  blocks = Object.fromEntries([...named].map(([, name = '', text = '']) => [name, text]));
});
afterAll(() => vi.unstubAllEnvs());

describe('docs/verify.md', () => {
  it('[BAL-14] [BAL-15] [BAL-17] has the worked example that the cloud computes, word by word', () => {
    expect(blocks).toEqual(example());
  });

  it('[BAL-20] has a receipt that the verifier accepts, and refuses with the changes that it names', () => {
    const { receipt = '', 'public-key': key = '' } = blocks;
    const check = (text: string) => checkReceipt(Buffer.from(text), key);
    expect(check(receipt).ok).toBe(true);
    const wrong = (text: string) => check(text).findings.map(({ holds }) => holds);
    expect(wrong(receipt.replace('"revision":2', '"revision":3'))).toEqual([true, true, false, true]);
    const otherKey = receipt.replace(`"publicKey":"${key}`, `"publicKey":"1${key.slice(1)}`);
    expect(wrong(otherKey)).toEqual([true, false, false, false]);
  });

  it('[BAL-20] says plainly that a receipt alone does not show its counting, and what does', async () => {
    const document = await readFile(path.join(ROOT, 'docs', 'verify.md'), 'utf8');
    expect(document).toContain('A receipt alone does not show that its ballot was counted.');
    expect(document).toContain('That is checked with the bundle.');
    expect(document).toContain('npm run verify -- bundle.json');
  });
});
