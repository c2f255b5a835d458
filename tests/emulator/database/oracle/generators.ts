import fc from 'fast-check';
import type { Plain, PlainDocument } from './values';

/*
 * Small worlds, so that documents and conditions often meet: few fields, few values, all types, arrays in arrays.
 */

/** A few that meet again and again, and all the others now and then. */
const scalar = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom<Plain>(null, 1, 2, 'a', Number.NaN) },
  fc.constantFrom<Plain>(
    true,
    false,
    0,
    -0,
    -3,
    1.5,
    Number.POSITIVE_INFINITY,
    2 ** 31,
    2 ** 53 + 2,
    '',
    'b',
    'ab',
    'B',
    '\uff5e',
    '\u{1f600}',
    new Date(0),
    new Date(1),
    /a/,
    /^A/i,
  ),
);

export const name = fc.oneof({ weight: 3, arbitrary: fc.constantFrom('a', 'b') }, fc.constant('c'));
/** Fields that can be taken for positions. */
const fieldName = fc.oneof({ weight: 6, arbitrary: name }, fc.constantFrom('0', '1'));

const { value, object } = fc.letrec<{ value: Plain; object: PlainDocument; array: Plain[] }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    { weight: 5, arbitrary: scalar },
    { weight: 3, arbitrary: tie('array') },
    { weight: 3, arbitrary: tie('object') },
  ),
  array: fc.array(tie('value'), { maxLength: 3 }),
  object: fc.dictionary(fieldName, tie('value'), { maxKeys: 3, noNullPrototype: true }),
}));

export { value, object };

/** Stored documents; `a` is there more often than not. */
export const document: fc.Arbitrary<PlainDocument> = fc
  .tuple(fc.constantFrom('x', 'y', 1), fc.option(value, { nil: undefined }), object)
  .map(([_id, a, rest]) => ({ _id, ...(a === undefined ? {} : { a }), ...rest }));

export const path = fc.oneof(
  { weight: 5, arbitrary: name },
  { weight: 4, arbitrary: fc.constantFrom('a', 'a.b', 'a.a', 'a.0', 'a.0.b', 'a.1', 'a.0.0') },
  {
    weight: 2,
    arbitrary: fc.tuple(name, fc.constantFrom('a', 'b', '0', '1')).map((parts) => parts.join('.')),
  },
  fc
    .tuple(name, fc.constantFrom('a', 'b', '0'), fc.constantFrom('a', 'b', '0', '1'))
    .map((parts) => parts.join('.')),
);

const values = fc.array(value, { maxLength: 3 });
const texts = fc.constantFrom('a', '^a', 'b$', '.', '', 'A');

const good: [string, fc.Arbitrary<Plain>][] = [
  ...['$eq', '$ne', '$lt', '$lte', '$gt', '$gte'].map((operator): [string, fc.Arbitrary<Plain>] => [
    operator,
    value,
  ]),
  ['$in', values],
  ['$nin', values],
  ['$exists', fc.boolean()],
  ['$size', fc.nat(3)],
  ['$all', fc.array(value, { maxLength: 2 })],
  ['$mod', fc.tuple(fc.constantFrom(1, 2, -2, 3), fc.constantFrom(0, 1, -1))],
  [
    '$type',
    fc.constantFrom<Plain>(
      'string',
      'number',
      'int',
      'long',
      'double',
      'array',
      'object',
      'null',
      'bool',
      'date',
      'regex',
      2,
      16,
      ['int', 'null'],
    ),
  ],
  ['$regex', fc.oneof<fc.Arbitrary<Plain>[]>(texts, fc.constantFrom(/a/, /A/i))],
  ['$bitsAllSet', fc.constantFrom<Plain>(0, 1, 3, [0, 1], [40])],
  ['$bitsAnySet', fc.constantFrom<Plain>(0, 2, [1], [200])],
  ['$bitsAllClear', fc.constantFrom<Plain>(0, 2, [0])],
  ['$bitsAnyClear', fc.constantFrom<Plain>(1, 3, [63, 0])],
];

/** Operators with operands that are mostly of another's kind. */
const bad: [string, fc.Arbitrary<Plain>][] = [
  ...good.map(([operator]): [string, fc.Arbitrary<Plain>] => [operator, value]),
  ['$not', value],
  ['$elemMatch', value],
  ['$foo', value],
  ['b', value],
  ['$options', fc.constantFrom<Plain>('i', 'q', 1)],
];

const { operators, query } = fc.letrec<{
  operators: PlainDocument;
  query: PlainDocument;
  branches: PlainDocument[];
}>((tie) => {
  const nested: [string, fc.Arbitrary<Plain>][] = [
    ['$not', fc.oneof(tie('operators'), fc.constantFrom<Plain>(/a/, /B/i))],
    ['$elemMatch', fc.oneof(tie('operators'), tie('query'))],
    ['$all', fc.array(fc.record({ $elemMatch: tie('query') }), { minLength: 1, maxLength: 2 })],
  ];
  const named = (list: [string, fc.Arbitrary<Plain>][]) =>
    fc.oneof(
      ...list.map(([operator, operand]) => operand.map((inner): [string, Plain] => [operator, inner])),
    );
  const entry = fc.oneof(
    { maxDepth: 3 },
    { weight: 12, arbitrary: named(good) },
    { weight: 5, arbitrary: named(nested) },
    { weight: 1, arbitrary: named(bad) },
  );
  const operand = fc.oneof({ weight: 2, arbitrary: value }, { weight: 5, arbitrary: tie('operators') });
  const field = fc.tuple(path, operand);
  const logical: fc.Arbitrary<[string, Plain]> = fc.tuple(
    fc.constantFrom('$and', '$or', '$nor'),
    fc.oneof({ weight: 9, arbitrary: tie('branches') }, value),
  );
  const part = fc.oneof({ maxDepth: 3 }, { weight: 6, arbitrary: field }, { weight: 1, arbitrary: logical });
  return {
    operators: fc
      .oneof({ weight: 4, arbitrary: fc.tuple(entry) }, fc.tuple(entry, entry))
      .map((entries) => Object.fromEntries(entries)),
    query: fc
      .oneof({ weight: 3, arbitrary: fc.tuple(part) }, fc.tuple(part, part))
      .map((entries) => Object.fromEntries(entries)),
    branches: fc.oneof(
      { weight: 9, arbitrary: fc.array(tie('query'), { minLength: 1, maxLength: 2 }) },
      fc.constant<PlainDocument[]>([]),
    ),
  };
});

export { operators, query };

export const projection: fc.Arbitrary<PlainDocument> = fc
  .tuple(
    fc.constantFrom<Plain[]>([1, true], [0, false]),
    fc.array(fc.tuple(path, fc.constantFrom(0, 0, 0, 1, 2, 3, 4, 5)), { minLength: 1, maxLength: 3 }),
    fc.constantFrom<Plain | undefined>(undefined, undefined, 0, 1, true, false),
    query,
    fc.constantFrom<Plain>(1, -1, 2, 0, [0, 1], [-2, 1], [1, 2], [1, 0], [1]),
  )
  .map(([flags, fields, id, condition, cut]) => {
    const entries = fields.map(([where, kind]): [string, Plain] => {
      if (kind === 2) return [where, { $slice: cut }];
      if (kind === 3) return [where, { $elemMatch: condition }];
      return kind === 4 ? [`${where}.$`, 1] : [where, flags[kind === 5 ? 1 : kind] ?? 1];
    });
    return { ...Object.fromEntries(entries), ...(id === undefined ? {} : { _id: id }) };
  });
