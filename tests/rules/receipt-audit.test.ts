import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { checkBundle } from '../../scripts/verify/check-bundle';
import { auditFindings, inclusionFindings } from '../../scripts/verify/check-inclusion';
import { checkSecret, markInclusion } from '../../scripts/verify/check-secret';
import type { Receipt } from '../../scripts/verify/receipt';
import { bundleExample, EXAMPLE_SEED } from '../support/bundle-example';
import { receiptIn } from '../support/receipts';
import { secretExample } from '../support/secret-sealed';

beforeAll(() => vi.stubEnv('YARD_SIGNING_KEY', EXAMPLE_SEED.toString('base64')));
afterAll(() => vi.unstubAllEnvs());

const [ONE, OTHER] = ['1'.repeat(64), '2'.repeat(64)];
const LATER = '后面的被拿掉了';
const CHANGED = '回执上的和封存包上的不一样';

describe('the seal that a receipt names, beside the one of the header', () => {
  it.each<[string | undefined, string, string | null]>([
    [`7 ${ONE}`, `7 ${ONE}`, null],
    [`7 ${ONE}`, `8 ${OTHER}`, null],
    ['0 -', '0 -', null],
    ['0 -', `7 ${ONE}`, null],
    [undefined, `7 ${ONE}`, null],
    [`7 ${ONE}`, `7 ${OTHER}`, CHANGED],
    [`8 ${ONE}`, `7 ${ONE}`, LATER],
    [`1 ${ONE}`, '0 -', LATER],
  ])('[SEAL-10] [BAL-22] %s goes with %s, or contradicts it', (audit, sealed, wrong) => {
    const receipt = { ...receiptIn(bundleExample().receipt ?? null), audit } as Receipt;
    const said = auditFindings(receipt, { audit: sealed });
    expect(said.every(({ holds }) => holds)).toBe(wrong === null);
    if (wrong !== null) expect(said[0]?.words).toContain(wrong);
  });

  it('[SEAL-10] [SECRET-10] is compared for a named and for a secret ballot', () => {
    const later = { audit: `999 ${ONE}` };
    const named = checkBundle(Buffer.from(bundleExample().full ?? ''));
    const secret = checkSecret(Buffer.from(secretExample().full ?? ''));
    const counted = receiptIn(bundleExample().receipt ?? null);
    const marked = receiptIn(secretExample().receipt ?? null);
    for (const [receipt, said] of [
      [counted, (one: Receipt) => inclusionFindings(one, named)],
      [marked, (one: Receipt) => markInclusion(one, secret)],
    ] as const) {
      expect(said(receipt).every(({ holds }) => holds)).toBe(true);
      const wrong = said({ ...receipt, ...later }).filter(({ holds }) => !holds);
      expect(wrong.map(({ words }) => words.includes(LATER))).toEqual([true]);
    }
  });
});
