import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { AuditLinks } from '@contract/audit';
import { followed, ledTo, pinnedBy } from '@/features/motions/record-chain';
import { chainFile } from '../../cloudfunctions/modules/audit/chain-file';
import { NOTHING_BEFORE, sealHash } from '../../cloudfunctions/modules/audit/seal';
import { signed } from '../../cloudfunctions/kernel/signing';
import { receiptLine, receiptText } from '../../cloudfunctions/modules/motions/rules/receipt-text';
import { chainFindings } from '../../scripts/verify/check-chain';
import { FUNCTION_ENV } from '../support/function-env';

beforeAll(() => vi.stubEnv('YARD_SIGNING_KEY', FUNCTION_ENV.YARD_SIGNING_KEY));
afterAll(() => vi.unstubAllEnvs());

const contents = ['1', '2', '3', '4', '5', '6'].map((digit) => digit.repeat(64));
const rows = contents.reduce<{ number: number; previous: string; content: string; hash: string }[]>(
  (all, content, n) => {
    const previous = all[n - 1]?.hash ?? NOTHING_BEFORE;
    return [...all, { number: n + 1, previous, content, hash: sealHash(n + 1, previous, content) }];
  },
  [],
);
const numbered = (n: number) => {
  const { number, hash } = rows[n - 1] ?? { number: 0, hash: '-' };
  return { number, hash };
};
const head = numbered(6);

/** A server that answers two links at a time, with something else in its answers. */
const server =
  (changes: (answer: AuditLinks) => AuditLinks = (answer) => answer) =>
  (after: number): Promise<AuditLinks> => {
    const stretch = contents.slice(after, after + 2);
    const to = after + stretch.length;
    return Promise.resolve(changes({ contents: stretch, head, next: to < 6 ? to : null }));
  };

describe('what the phone finds of the chain', () => {
  it('[BAL-24] leads from the seal of the receipt to the newest one, over several answers', async () => {
    const code = head.hash.slice(0, 16);
    expect(await followed(numbered(1), server())).toEqual({ found: 'contained', number: 1, to: 6, code });
    expect(await followed(head, server())).toEqual({ found: 'contained', number: 6, to: 6, code });
    expect(ledTo(numbered(2), contents.slice(2, 4))).toEqual(numbered(4));
  });

  it.each<[string, (answer: AuditLinks) => AuditLinks]>([
    [
      'something else was sealed',
      (answer) => ({ ...answer, contents: answer.contents.map(() => 'a'.repeat(64)) }),
    ],
    ['a seal was left out', (answer) => ({ ...answer, contents: answer.contents.slice(1) })],
    ['two were exchanged', (answer) => ({ ...answer, contents: answer.contents.toReversed() })],
    ['another end is said', (answer) => ({ ...answer, head: { number: 6, hash: 'b'.repeat(64) } })],
    ['the chain is cut short', (answer) => ({ ...answer, contents: [], head: numbered(1), next: null })],
    ['there is no chain', () => ({ contents: [], head: null, next: null })],
    ['it never goes on', (answer) => ({ ...answer, contents: [], next: 2 })],
  ])('[BAL-24] does not believe it where %s', async (_which, changes) => {
    expect(await followed(numbered(2), server(changes))).toEqual({ found: 'broken', number: 2 });
  });

  it('[BAL-22] [BAL-24] reads the seal out of a genuine receipt alone', () => {
    const said = { motionId: '0f'.repeat(16), pseudonym: 'ab'.repeat(32), commitment: 'cd'.repeat(32) };
    const lineOf = (audit?: string) => {
      const receipt = { ...said, revision: 1, castAt: 1_772_413_200_000, ...(audit && { audit }) };
      return receiptLine(receipt, { keyId: '', ...signed(receiptText(receipt)) });
    };
    const line = lineOf(`2 ${numbered(2).hash}`);
    expect(pinnedBy(line)).toEqual(numbered(2));
    for (const text of [lineOf('0 -'), lineOf(), line.replace('"audit":"2', '"audit":"3'), '', '{}']) {
      expect(pinnedBy(text)).toBeNull();
    }
  });
});

describe('the file of the chain', () => {
  const file = chainFile({ _id: 'audit-head', ...head }, rows);
  const holds = (text: string, n = 3) =>
    chainFindings(Buffer.from(text), `${n} ${rows[n - 1]?.hash ?? 'e'.repeat(64)}`, '回执').map(
      (one) => one.holds,
    );

  it('[BAL-25] contains every seal of the chain', () => {
    for (const { number } of rows) expect(holds(file, number)).toEqual([true, true]);
  });

  it.each<[string, string, boolean[]]>([
    ['another content', file.replace(/1{64}/, 'f'.repeat(64)), [false, false]],
    ['one left out', file.replace(`"${'2'.repeat(64)}",`, ''), [false, false]],
    ['one added', file.replace('"entries":[', `"entries":["${'7'.repeat(64)}",`), [false, false]],
    ['a later one changed', file.replace(/5{64}/, 'f'.repeat(64)), [false, true]],
    [
      'another head',
      file.replace(`"headHash":"${head.hash}"`, `"headHash":"${'b'.repeat(64)}"`),
      [false, true],
    ],
    ['a blank', file.replace('"from":0', '"from": 0'), [false]],
    ['a member besides', file.replace('}', ',"more":1}'), [false]],
    ['half of it', file.slice(0, 200), [false]],
    ['a list', '[]', [false]],
    ['nothing', 'null', [false]],
  ])('[BAL-25] is refused with %s', (_which, text, expected) => {
    expect(holds(text)).toEqual(expected);
  });

  it('[BAL-25] is refused where it ends before the receipt, or begins behind it', () => {
    expect(holds(chainFile({ _id: 'audit-head', ...numbered(2) }, rows.slice(0, 2)))).toEqual([true, false]);
    expect(holds(chainFile({ _id: 'audit-head', ...head }, rows.slice(4)))).toEqual([true, false]);
    expect(holds(file, 9)).toEqual([true, false]);
  });

  it('[BAL-25] begins behind the seals that kept no hash of their entries', () => {
    const earlier = rows.map((row) => (row.number <= 2 ? { ...row, content: undefined } : row));
    const text = chainFile({ _id: 'audit-head', ...head }, earlier);
    expect(JSON.parse(text)).toMatchObject({ from: 2, fromHash: rows[1]?.hash });
    expect(holds(text, 2)).toEqual([true, true]);
    expect(
      chainFindings(Buffer.from(text), numbered(1).hash.replace(/^/, '1 '), '封存包').at(-1),
    ).toMatchObject({
      ...{ holds: true, mind: true },
    });
  });
});
