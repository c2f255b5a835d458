import { createPublicKey, verify } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { signedBy } from '../../scripts/verify/signature';

const TEXT = '谁都没有签过这句话';
const IDENTITY = `01${'00'.repeat(31)}`;
/** R is the neutral point and S nought: under a key of small order this «signs» whatever k makes neutral. */
const SIGNATURE = `${IDENTITY}${'00'.repeat(32)}`;

/** What Node's own check says of the same. */
function plainly(publicKey: string): boolean {
  const key = Buffer.from(`302a300506032b6570032100${publicKey}`, 'hex');
  const parsed = createPublicKey({ key, format: 'der', type: 'spki' });
  return verify(null, Buffer.from(TEXT), parsed, Buffer.from(SIGNATURE, 'hex'));
}

describe('a public key under which anything is signed', () => {
  it.each([
    ['the neutral point', IDENTITY],
    ['the same with the sign set', `01${'00'.repeat(30)}80`],
    ['the same written otherwise, y + p', `ee${'ff'.repeat(30)}7f`],
  ])('[SEAL-9] signs nothing: %s', (_what, publicKey) => {
    expect(plainly(publicKey)).toBe(true);
    expect(signedBy(publicKey, TEXT, SIGNATURE)).toBe(false);
  });

  it.each([
    `${'00'.repeat(32)}`,
    `${'00'.repeat(31)}80`,
    '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
    'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa',
    `ec${'ff'.repeat(30)}7f`,
  ])('[SEAL-9] signs nothing, whatever the text: %s', (publicKey) => {
    const texts = Array.from({ length: 40 }, (_, n) => `${TEXT}${n}`);
    expect(texts.some((text) => signedBy(publicKey, text, SIGNATURE))).toBe(false);
  });
});
