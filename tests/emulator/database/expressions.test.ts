import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DatabaseServer, startDatabaseServer } from '../support/database-server';
import { EXAMPLE, operatorsOf, valueOf } from '../support/expressions';
import type { SdkCollection } from '../support/sdk';

/*
 * The operators of aggregations, through the SDK's `$`; most values are those of the platform's own examples
 * (developers.weixin.qq.com, AggregateCommand).
 */

let server: DatabaseServer;
let things: SdkCollection;

beforeAll(async () => {
  server = await startDatabaseServer();
  things = server.db.collection('things');
  await things.add({ data: EXAMPLE });
});
afterAll(() => server.close());

const CASES: [string, unknown, unknown][] = [
  ['abs', '$n', 7.5],
  ['add', ['$two', 3, '$zero'], 5],
  ['add', ['$when', 1000], new Date('2019-05-14T09:38:52.686Z')],
  ['add', ['$two', '$missing'], null],
  ['ceil', '$n', -7],
  ['divide', [7, '$two'], 3.5],
  ['divide', ['$none', 0], null],
  ['exp', 0, 1],
  ['floor', '$n', -8],
  ['ln', 1, 0],
  ['log', [100, 10], 2],
  ['log10', 1000, 3],
  ['mod', [-7, 3], -1],
  ['multiply', ['$two', 3, 4], 24],
  ['pow', [4, 2], 16],
  ['sqrt', 16, 4],
  ['subtract', ['$late', '$when'], new Date(EXAMPLE.late).getTime() - EXAMPLE.when.getTime()],
  ['subtract', ['$when', 686], new Date('2019-05-14T09:38:51.000Z')],
  ['trunc', '$n', -7],
  ['arrayElemAt', ['$scores', -1], 90],
  ['arrayElemAt', ['$scores', 9], undefined],
  ['arrayToObject', '$pairs', { max: 100, min: 50 }],
  ['arrayToObject', '$sales', { max: 70, min: 60 }],
  ['concatArrays', ['$fruits', ['x'], '$more'], ['apple', 'banana', 'x']],
  ['concatArrays', ['$fruits', '$missing'], null],
  ['filter', { input: '$scores', as: 's', cond: { $gte: ['$$s', 80] } }, [80, 90]],
  ['in', ['banana', '$fruits'], true],
  ['indexOfArray', ['$scores', 65], 2],
  ['indexOfArray', ['$scores', 80, 1], -1],
  ['isArray', ['$fruits'], true],
  ['map', { input: '$scores', as: 's', in: { $add: ['$$s', 1] } }, [81, 61, 66, 91]],
  ['range', [0, 10, 3], [0, 3, 6, 9]],
  ['range', [3, 0, -1], [3, 2, 1]],
  ['reduce', { input: '$scores', initialValue: 0, in: { $sum: ['$$value', '$$this'] } }, 295],
  ['reverseArray', '$fruits', ['banana', 'apple']],
  ['size', '$scores', 4],
  ['slice', ['$scores', 2], [80, 60]],
  ['slice', ['$scores', -2], [65, 90]],
  ['slice', ['$scores', 1, 2], [60, 65]],
  [
    'zip',
    { inputs: ['$fruits', ['x']], useLongestLength: true, defaults: ['-', '+'] },
    [
      ['apple', 'x'],
      ['banana', '+'],
    ],
  ],
  ['and', ['$two', '$fruits', true], true],
  ['not', ['$zero'], true],
  ['or', ['$zero', '$none', '$missing'], false],
  ['cmp', ['$two', 3], -1],
  ['eq', ['$two', 2], true],
  ['eq', ['$none', '$missing'], false],
  ['gt', ['text', 5], true],
  ['gte', ['$two', 2], true],
  ['lt', ['$none', false], true],
  [
    'lte',
    [
      [1, 2],
      [1, 3],
    ],
    true,
  ],
  [
    'neq',
    [
      { a: 1, b: 2 },
      { b: 2, a: 1 },
    ],
    true,
  ],
  ['cond', { if: { $gt: ['$two', 1] }, then: 'more', else: 'less' }, 'more'],
  ['cond', ['$zero', 'more', 'less'], 'less'],
  ['ifNull', ['$missing', 'nothing'], 'nothing'],
  ['switch', { branches: [{ case: { $eq: ['$two', 1] }, then: 'one' }], default: 'other' }, 'other'],
  [
    'dateFromParts',
    { year: 2017, month: 2, day: 8, hour: 12, timezone: 'Asia/Shanghai' },
    new Date('2017-02-08T04:00:00Z'),
  ],
  ['dateFromParts', { year: 2018, month: 14, day: 0 }, new Date('2019-01-31T00:00:00Z')],
  ['dateFromParts', { isoWeekYear: 2017, isoWeek: 6, isoDayOfWeek: 3 }, new Date('2017-02-08T00:00:00Z')],
  ['dateFromString', { dateString: '2019-05-14T09:38:51.686Z' }, new Date('2019-05-14T09:38:51.686Z')],
  ['dateFromString', { dateString: '2019-05-14', timezone: '+08:00' }, new Date('2019-05-13T16:00:00Z')],
  ['dayOfMonth', '$late', 31],
  ['dayOfMonth', { date: '$late', timezone: 'Asia/Shanghai' }, 1],
  ['dayOfWeek', '$when', 3],
  ['dayOfYear', '$when', 134],
  ['hour', { date: '$when', timezone: '+0800' }, 17],
  ['isoDayOfWeek', '$when', 2],
  ['isoWeek', '$late', 1],
  ['isoWeekYear', '$late', 2020],
  ['millisecond', '$when', 686],
  ['minute', '$when', 38],
  ['month', '$when', 5],
  ['second', '$when', 51],
  ['week', '$when', 19],
  ['year', { date: '$late', timezone: 'Asia/Shanghai' }, 2020],
  // A Sunday in the first days of a year: the last day of week 53 of the year before.
  ['isoWeek', new Date('2021-01-03T12:00:00Z'), 53],
  ['isoWeekYear', new Date('2021-01-03T12:00:00Z'), 2020],
  ['isoDayOfWeek', new Date('2021-01-03T12:00:00Z'), 7],
  ['dayOfWeek', new Date('2021-01-03T12:00:00Z'), 1],
  ['week', new Date('2021-01-02T12:00:00Z'), 0],
  ['week', new Date('2021-01-03T12:00:00Z'), 1],
  ['literal', '$two', '$two'],
  ['mergeObjects', ['$inner', { open: false, n: 1 }, '$none'], { shop: 'A', open: false, n: 1 }],
  [
    'objectToArray',
    '$inner',
    [
      { k: 'shop', v: 'A' },
      { k: 'open', v: true },
    ],
  ],
  ['allElementsTrue', ['$scores'], true],
  ['allElementsTrue', [['', 0]], false],
  ['anyElementTrue', ['$more'], false],
  ['setDifference', [[1, 2, 2, 3], [2]], [1, 3]],
  [
    'setEquals',
    [
      [1, 2, 2],
      [2, 1],
    ],
    true,
  ],
  [
    'setIntersection',
    [
      [1, 2, 3],
      [3, 1],
    ],
    [1, 3],
  ],
  [
    'setIsSubset',
    [
      [1, 1],
      [2, 1],
    ],
    true,
  ],
  [
    'setUnion',
    [
      [1, 2],
      [2, 3, 1],
    ],
    [1, 2, 3],
  ],
  ['concat', ['$text', ' ', '四川'], 'Chengdu 四川'],
  ['concat', ['$text', '$none'], null],
  ['dateToString', { date: '$when', format: '%Y-%m-%d' }, '2019-05-14'],
  [
    'dateToString',
    { date: '$when', format: '%H:%M:%S.%L %j %w %u %U %V %G %z %Z %%' },
    '09:38:51.686 134 3 2 19 20 2019 +0000 +0 %',
  ],
  ['dateToString', { date: '$when', timezone: 'Asia/Shanghai' }, '2019-05-14T17:38:51.686'],
  ['dateToString', { date: '$when', format: '%z %Z', timezone: 'Asia/Shanghai' }, '+0800 +480'],
  ['dateToString', { date: '$none', format: '%Y', onNull: 'never' }, 'never'],
  ['indexOfBytes', ['$title', '会'], 6],
  ['indexOfCP', ['$title', '会'], 2],
  ['split', ['foo-bar-foobar', '-'], ['foo', 'bar', 'foobar']],
  ['strLenBytes', '$title', 14],
  ['strLenCP', '$emoji', 3],
  ['strcasecmp', ['$text', 'CHENGDU'], 0],
  ['substr', ['$title', 0, 6], '坝坝'],
  ['substrBytes', ['$title', 3, -1], '坝会 yard'],
  ['substrCP', ['$title', 1, 2], '坝会'],
  ['toLower', '$text', 'chengdu'],
  ['toUpper', ['$text'], 'CHENGDU'],
  ['toUpper', '$none', ''],
  ['avg', '$scores', 73.75],
  ['max', ['$two', 'x', '$none'], 'x'],
  ['min', '$scores', 60],
  ['sum', ['$two', 'x', 3], 5],
  ['stdDevPop', [1, 2, 3, 4], Math.sqrt(1.25)],
  ['stdDevSamp', [1], null],
  ['let', { vars: { low: { $min: '$scores' } }, in: { $multiply: ['$$low', 2] } }, 120],
];

describe('an expression', () => {
  it.each(CASES)('%s %j is %j', async (name, operand, expected) => {
    expect(await valueOf(server, name, operand)).toEqual(expected);
  });

  it('is tested for every operator that the SDK has', () => {
    const groupsOnly = ['addToSet', 'first', 'last', 'push'];
    const absent = ['meta', 'pipeline'];
    const tested = new Set(CASES.map(([name]) => name));
    expect(Object.keys(operatorsOf(server)).filter((name) => !tested.has(name))).toEqual(
      expect.arrayContaining([...groupsOnly, ...absent]),
    );
    expect(Object.keys(operatorsOf(server)).filter((name) => !tested.has(name))).toHaveLength(6);
  });

  it('reads a path through arrays of documents, where a number is no position', async () => {
    const { list } = await things.aggregate().project({ _id: 0, ns: '$nested.n', place: '$nested.0' }).end();
    expect(list).toEqual([{ ns: [1, 3], place: [] }]);
  });
});
