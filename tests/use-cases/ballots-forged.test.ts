import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Receipt } from '../../scripts/verify/receipt';
import { startTestCloud, type TestCloud } from '../support/local-cloud';
import { motionCallsOf } from '../support/motions';
import { smallCommunity } from '../support/persons';
import { hiddenPoll, receiptIn, verified } from '../support/receipts';
import { holds } from '../support/tallies';

const FIELDS: (keyof Receipt)[] = [
  ...(['format', 'motion', 'voter', 'commitment', 'revision', 'at'] as const),
  ...(['keyId', 'publicKey', 'signature'] as const),
];

let cloud: TestCloud;
let line: string;
let neighbours: string;
let receipt: Receipt;

beforeAll(async () => {
  cloud = await startTestCloud();
  const on = motionCallsOf(cloud, await smallCommunity(cloud));
  const { id } = await hiddenPoll(on, cloud.cloud.clock.now());
  line = (await on.cast('wang', id, 'yes')).signed ?? '';
  neighbours = (await on.cast('zhou', id, 'yes')).signed ?? '';
  receipt = receiptIn(line);
});
afterAll(() => cloud.close());

const refused = (text: string) => {
  expect(verified(text)).toMatchObject({ ok: false });
};

describe('a forged receipt', () => {
  it('[BAL-20] is refused, whichever character of whichever field was changed', () => {
    const change = fc.tuple(fc.constantFrom(...FIELDS), fc.nat(), fc.integer({ min: 1, max: 15 }));
    holds(change, ([name, at, by]) => {
      const value = String(receipt[name]);
      const place = at % value.length;
      const digit = ((Number.parseInt(value[place] ?? '', 16) || 0) + by) % 16;
      const other = value.slice(0, place) + digit.toString(16) + value.slice(place + 1);
      fc.pre(other !== value);
      refused(
        JSON.stringify({ ...receipt, [name]: typeof receipt[name] === 'number' ? Number(other) : other }),
      );
    });
  });

  it('[BAL-20] is refused with any other value in any field, or without the field', () => {
    holds(fc.tuple(fc.constantFrom(...FIELDS), fc.jsonValue()), ([name, value]) => {
      fc.pre(value !== receipt[name]);
      refused(JSON.stringify({ ...receipt, [name]: value }));
    });
    for (const name of FIELDS) refused(JSON.stringify({ ...receipt, [name]: undefined }));
  });

  it.each(['voter', 'commitment', 'signature'] as const)(
    '[BAL-20] is refused with the %s of another genuine receipt',
    (name) => refused(JSON.stringify({ ...receipt, [name]: receiptIn(neighbours)[name] })),
  );

  it('[BAL-20] is refused cut off anywhere', () => {
    for (let length = 0; length < line.length; length += 1) refused(line.slice(0, length));
  });

  it('[BAL-20] is refused in another wording, though a careless reader would find the same in it', () => {
    refused(line.replace('"revision":1', '"revision":2,"revision":1'));
    refused(line.replace('"revision":1', '"revision":1.0'));
    refused(line.replace(receipt.signature, receipt.signature.toUpperCase()));
    refused(JSON.stringify(receipt, null, 1));
    refused(JSON.stringify({ ...receipt, choice: 'yes' }));
    for (const text of [`[${line}]`, `${line}${line}`, `${line}\n${neighbours}`]) refused(text);
  });

  it('[BAL-20] is not a genuine one with the mark and the line ends that an editor puts around it', () => {
    for (const text of [`\uFEFF${line}`, `${line}\r\n`, ` \t${line}\n\n`]) {
      expect(verified(text)).toMatchObject({ ok: true, receipt });
    }
  });
});
