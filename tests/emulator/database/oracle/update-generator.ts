import fc from 'fast-check';
import { document, name, object, operators, path, query, value } from './generators';
import type { Plain, PlainDocument } from './values';

/** Paths of updates: also those that name elements by `$` and `$[]`, and a few that nothing can have. */
const target = fc.oneof(
  { weight: 40, arbitrary: path },
  {
    weight: 8,
    arbitrary: fc
      .tuple(name, fc.constantFrom('$', '$[]', '$.a', '$[].a', '3'))
      .map((parts) => parts.join('.')),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom('_id', 'a..b', '', '$', '$.a', 'a.$b', '$x', 'a.$[].$[]', 'a.$.$'),
  },
);

const number = fc.constantFrom<Plain>(0, 1, -2, 1.5, Number.NaN, 2 ** 31);
const integer = fc.constantFrom(0, 1, 2, -1, -2);
const sort = fc.constantFrom<Plain>(1, -1, { a: 1 }, { b: -1, a: 1 }, { 'a.b': 1 }, { 'a.0': -1 });
const each = fc.array(value, { maxLength: 3 });

const modifiers: fc.Arbitrary<PlainDocument> = fc
  .tuple(
    each,
    fc.option(integer, { nil: undefined }),
    fc.option(integer, { nil: undefined }),
    fc.option(sort, { nil: undefined }),
    fc.constantFrom('$each', '$each', '$each', '$foo'),
  )
  .map(([$each, $position, $slice, $sort, last]) => {
    const all: Record<string, Plain | undefined> = { [last]: $each, $position, $slice, $sort };
    return Object.fromEntries(
      Object.entries(all).filter((entry): entry is [string, Plain] => entry[1] !== undefined),
    );
  });

const GOOD: [string, fc.Arbitrary<Plain>][] = [
  ['$set', value],
  ['$unset', fc.constant('')],
  ['$inc', number],
  ['$mul', number],
  ['$min', value],
  ['$max', value],
  ['$push', fc.oneof<fc.Arbitrary<Plain>[]>(value, modifiers)],
  ['$addToSet', fc.oneof<fc.Arbitrary<Plain>[]>(value, fc.record({ $each: each }))],
  ['$pull', fc.oneof<fc.Arbitrary<Plain>[]>(value, operators, query)],
  ['$pullAll', each],
  ['$pop', fc.constantFrom(1, -1)],
  ['$rename', target],
  ['$bit', fc.constantFrom<Plain>({ and: 3 }, { or: 5 }, { xor: 1 }, { and: 1, or: 2 })],
  ['$setOnInsert', value],
];

const BAD: [string, fc.Arbitrary<Plain>][] = [
  ...GOOD.map(([operator]): [string, fc.Arbitrary<Plain>] => [
    operator,
    fc.oneof(value, operators, fc.record({ $each: value })),
  ]),
  ['$foo', value],
  ['a', value],
];

/** Fields for one operator, now and then something that is no document of fields. */
const stepOf = ([operator, operand]: [string, fc.Arbitrary<Plain>]) => {
  const field = fc.tuple(target, operand);
  return fc
    .oneof({ weight: 4, arbitrary: fc.tuple(field) }, fc.tuple(field, field))
    .map((fields): [string, Plain] => [operator, Object.fromEntries(fields)]);
};

const step = fc.oneof(
  { weight: 60, arbitrary: fc.oneof(...GOOD.map(stepOf)) },
  { weight: 3, arbitrary: fc.oneof(...BAD.map(stepOf)) },
  { weight: 1, arbitrary: fc.tuple(fc.constantFrom('$set', '$inc'), fc.oneof(value, object)) },
);

const update: fc.Arbitrary<PlainDocument> = fc
  .oneof({ weight: 3, arbitrary: fc.tuple(step) }, fc.tuple(step, step))
  .map((steps) => Object.fromEntries(steps));

/** Conditions for updates: now and then one that an element of an array of the document fulfils, for `$` to stand for it. */
export const caseOf: fc.Arbitrary<{ item: PlainDocument; change: PlainDocument; condition: PlainDocument }> =
  fc
    .tuple(
      document,
      update,
      fc.oneof({ weight: 2, arbitrary: fc.constant(undefined) }, fc.constant({}), query),
      fc.nat(2),
    )
    .map(([item, change, given, at]) => ({ item, change, condition: given ?? onElement(item, at) }));

function onElement(item: PlainDocument, at: number): PlainDocument {
  const arrays = Object.entries(item).filter((entry): entry is [string, Plain[]] => Array.isArray(entry[1]));
  return Object.fromEntries(
    arrays.map(([field, array]) => [
      field,
      { $elemMatch: { $in: array.slice(at, at + 1).filter(isScalar) } },
    ]),
  );
}

function isScalar(value: Plain): boolean {
  return typeof value !== 'object' || value === null;
}
