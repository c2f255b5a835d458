import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareValues, sameValue } from '../../../emulator/database/order';
import { component, slotsOf } from '../../../emulator/database/slots';
import type { Value } from '../../../emulator/database/value';

/** Signs that have a meaning in slots, lone surrogates, and what lies on either side of them. */
const signs = ['', 'a', '\u0000', '\u0001', '\u0002', '\u0003', '\ud7ff', '\ud800', '\udfff', '\ue000', '𠀀'];
const text = fc.array(fc.constantFrom(...signs), { maxLength: 3 }).map((parts) => parts.join(''));
const scalar: fc.Arbitrary<Value> = fc.oneof(
  fc.constantFrom<Value>(null, true, false, 0, -0, NaN, Infinity, -Infinity, 5e-324, -5e-324, 2 ** 60),
  fc.double(),
  fc.integer({ min: -3, max: 3 }),
  text,
  fc.date({ noInvalidDate: true }),
);
const value: fc.Arbitrary<Value> = fc.oneof(
  scalar,
  fc.array(scalar, { maxLength: 2 }),
  fc.record({ a: scalar }),
);

/** As SQLite compares texts: by the bytes of their UTF-8. */
const inBytes = (a: string, b: string) => Math.sign(Buffer.compare(Buffer.from(a), Buffer.from(b)));

describe('a component of an index', () => {
  it('compares byte by byte as BSON orders the values, within a slot of several too', () => {
    fc.assert(
      fc.property(scalar, scalar, scalar, scalar, (a, b, c, d) => {
        const wanted = Math.sign(compareValues(a, b));
        expect(inBytes(component(a), component(b))).toBe(wanted);
        const [one, other] = [component(a) + component(c), component(b) + component(d)];
        if (wanted !== 0) expect(inBytes(one, other)).toBe(wanted);
      }),
      { seed: 20251101, numRuns: 3000 },
    );
  });

  it('is the same for equal values only', () => {
    fc.assert(
      fc.property(value, value, (a, b) => {
        expect(component(a) === component(b)).toBe(sameValue(a, b));
      }),
      { seed: 20251102, numRuns: 3000 },
    );
  });
});

describe('the slots of a document', () => {
  it('are one for every element of an array, and for the array itself', () => {
    const document = { tags: ['x', 'y', 'x'], n: 1 };
    const slots = slotsOf(document, ['tags', 'n']);
    expect(slots).toHaveLength(3);
    expect(slots).toContain(component('x') + component(1));
    expect(slots).toContain(component(document.tags) + component(1));
  });

  it('hold null for what is missing', () => {
    expect(slotsOf({ n: 1 }, ['missing', 'n'])).toEqual([component(null) + component(1)]);
  });
});
