import { EJSON } from 'bson';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode, encode } from '../../../emulator/database/ejson';
import { compareValues, hashKey, sameValue } from '../../../emulator/database/order';
import { clone, type Value } from '../../../emulator/database/value';

const fieldName = fc.string({ maxLength: 6 }).filter((name) => !name.startsWith('$') && name !== '__proto__');

const { value } = fc.letrec<{ value: Value }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constant(null),
    fc.boolean(),
    fc.integer(),
    fc.maxSafeInteger(),
    fc.double({ noNaN: true }),
    fc.string({ unit: 'binary' }),
    fc.date({ noInvalidDate: true }),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fieldName, tie('value'), { maxKeys: 4, noNullPrototype: true }) as fc.Arbitrary<Value>,
  ),
}));

/** The same values every time. */
const RUNS = { seed: 20250131, numRuns: 500 };

describe('the text form of documents', () => {
  it('is what bson writes, for every value', () => {
    fc.assert(
      fc.property(value, (sample) => {
        expect(encode({ sample })).toBe(EJSON.stringify({ sample }, { relaxed: false }));
      }),
      RUNS,
    );
  });

  it('gives back every value', () => {
    fc.assert(
      fc.property(value, (sample) => {
        expect(decode(encode(sample), 0)).toStrictEqual(sample);
      }),
      RUNS,
    );
  });

  it('carries patterns with their options', () => {
    const text = EJSON.stringify({ sample: /^a\/b$/im }, { relaxed: false });
    expect(decode(text, 0)).toEqual({ sample: /^a\/b$/im });
    expect(encode({ sample: /^a\/b$/im })).toBe(text);
  });
});

describe('the order of values', () => {
  it('is total, and agrees with the keys of indexes', () => {
    fc.assert(
      fc.property(value, value, value, (a, b, c) => {
        expect(Math.sign(compareValues(a, b))).toBe(-Math.sign(compareValues(b, a)) + 0);
        expect(sameValue(a, b)).toBe(hashKey(a) === hashKey(b));
        if (compareValues(a, b) <= 0 && compareValues(b, c) <= 0) {
          expect(compareValues(a, c)).toBeLessThanOrEqual(0);
        }
      }),
      RUNS,
    );
  });

  it('finds a copy the same', () => {
    fc.assert(
      fc.property(value, (sample) => {
        expect(sameValue(sample, clone(sample))).toBe(true);
      }),
      RUNS,
    );
  });
});
