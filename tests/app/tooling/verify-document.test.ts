import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { chainFile } from '../../../cloudfunctions/modules/audit/chain-file';
import { NOTHING_BEFORE, sealHash } from '../../../cloudfunctions/modules/audit/seal';
import { secretFor, signed } from '../../../cloudfunctions/kernel/signing';
import { pseudonymOf } from '../../../cloudfunctions/modules/motions/ballot-proof';
import {
  commitmentText,
  receiptLine,
  receiptText,
} from '../../../cloudfunctions/modules/motions/rules/receipt-text';
import { ROOT } from '../../../scripts/project';
import { checkReceipt } from '../../../scripts/verify/check';
import { chainFindings } from '../../../scripts/verify/check-chain';

const SEED = Buffer.from(Array.from({ length: 32 }, (_, n) => n));
const ROLL = createHash('sha256').update('the roll of the example').digest('hex');

const hex = (text: string) => Buffer.from(text).toString('hex');
const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest('hex');

/** Three seals of the audit log: what they hold and their hashes. */
function exampleChain() {
  const contents = ['first', 'second', 'third'].map((words) => sha256(`what the ${words} seal holds`));
  const rows = contents.map((content, n) => ({ number: n + 1, previous: NOTHING_BEFORE, content, hash: '' }));
  for (const [n, row] of rows.entries()) {
    row.previous = rows[n - 1]?.hash ?? NOTHING_BEFORE;
    row.hash = sealHash(row.number, row.previous, row.content);
  }
  const [, second, third] = rows;
  if (!second || !third) throw new Error('the example has three seals');
  const { number, previous, content, hash } = second;
  return {
    audit: `${number} ${hash}`,
    text: `yard-audit-seal-1\nnumber ${number}\nprevious ${previous}\nentries ${content}`,
    file: chainFile({ _id: 'audit-head', number: third.number, hash: third.hash }, rows),
    rows,
  };
}

/** The worked example, computed by the cloud's own code. */
function example(): Record<string, string> {
  const motionId = 'a1b2c3d4e5f60718293a4b5c6d7e8f90';
  const entryId = '0f1e2d3c4b5a69788796a5b4c3d2e1f0';
  const salt = `${'5a'.repeat(31)}01`;
  const pseudonym = pseudonymOf(motionId, entryId);
  const made = { motionId, rollHash: ROLL, pseudonym, revision: 2, choice: 'option:3', salt };
  const committed = commitmentText(made);
  const castAt = 1_772_413_200_000;
  const plain = { motionId, pseudonym, commitment: sha256(committed), revision: 2, castAt };
  const chain = exampleChain();
  const said = { ...plain, audit: chain.audit };
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
    'seal-text': chain.text,
    audit: chain.audit,
    'audit-file': chain.file,
    'plain-text': receiptText(plain).trimEnd(),
    'plain-receipt': receiptLine(plain, { keyId, ...signed(receiptText(plain)) }),
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

  it('[BAL-22] has a receipt of the first format that stays valid, and pins nothing', () => {
    const { 'plain-receipt': plain = '', 'audit-file': file = '' } = blocks;
    const { ok, receipt } = checkReceipt(Buffer.from(plain), blocks['public-key']);
    expect({ ok, audit: receipt?.audit }).toEqual({ ok: true, audit: undefined });
    expect(chainFindings(Buffer.from(file), undefined, '回执')).toMatchObject([
      { holds: true },
      { holds: true, mind: true },
    ]);
    // Neither format passes for the other.
    expect(checkReceipt(Buffer.from(plain.replace('receipt-1', 'receipt-2'))).ok).toBe(false);
    expect(checkReceipt(Buffer.from((blocks.receipt ?? '').replace('receipt-2', 'receipt-1'))).ok).toBe(
      false,
    );
  });

  it('[BAL-25] has a chain that contains the seal of its receipt, and is refused with the changes that it names', () => {
    const { 'audit-file': file = '', audit } = blocks;
    const holds = (text: string) =>
      chainFindings(Buffer.from(text), audit, '回执').map((finding) => finding.holds);
    expect(holds(file)).toEqual([true, true]);
    const [first, second, third] = exampleChain().rows;
    const swapped = file.replace(
      `"${first?.content}","${second?.content}"`,
      `"${second?.content}","${first?.content}"`,
    );
    expect(holds(swapped)).toEqual([false, false]);
    const before = file
      .replace(`,"${third?.content}"`, '')
      .replace(`"head":3,"headHash":"${third?.hash}"`, `"head":2,"headHash":"${second?.hash}"`);
    expect(holds(before)).toEqual([true, true]);
  });

  it('[BAL-20] says plainly that a receipt alone does not show its counting, and what does', async () => {
    const document = await readFile(path.join(ROOT, 'docs', 'verify.md'), 'utf8');
    expect(document).toContain('A receipt alone does not show that its ballot was counted.');
    expect(document).toContain('That is checked with the bundle.');
    expect(document).toContain('npm run verify -- bundle.json');
  });
});
