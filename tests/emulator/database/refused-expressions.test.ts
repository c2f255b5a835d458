import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DatabaseServer, startDatabaseServer } from '../support/database-server';
import { EXAMPLE, valueOf } from '../support/expressions';

let server: DatabaseServer;

beforeAll(async () => {
  server = await startDatabaseServer();
  await server.db.collection('things').add({ data: EXAMPLE });
});
afterAll(() => server.close());

describe('an expression is refused', () => {
  it.each<[string, unknown, string]>([
    ['divide', [1, 0], "can't $divide by zero"],
    ['mod', [1, 0], "can't $mod by zero"],
    ['divide', [1], 'Expression $divide takes exactly 2 arguments. 1 were passed in.'],
    [
      'slice',
      ['$scores'],
      'Expression $slice takes at least 2 arguments, and at most 3, but 1 were passed in.',
    ],
    ['add', ['$text', 1], '$add only supports numeric or date types, not string'],
    ['add', ['$when', '$late'], 'only one date allowed in an $add expression'],
    ['multiply', ['$two', '$text'], '$multiply only supports numeric types, not string'],
    ['subtract', ['$two', '$when'], "can't $subtract date from int"],
    ['abs', '$text', '$abs only supports numeric types, not string'],
    ['sqrt', -1, "$sqrt's argument must be greater than or equal to 0"],
    ['ln', 0, "$ln's argument must be a positive number, but is 0"],
    ['concat', ['$text', 1], '$concat only supports strings, not int'],
    ['size', '$missing', 'The argument to $size must be an array, but was of type: missing'],
    ['arrayElemAt', ['$text', 0], "$arrayElemAt's first argument must be an array, but is string"],
    ['in', [1, '$text'], '$in requires an array as a second argument, found: string'],
    ['filter', { input: '$text', cond: true }, 'input to $filter must be an array not string'],
    ['filter', { input: [] }, "Missing 'cond' parameter to $filter"],
    ['map', { input: [], in: '$$other' }, 'Use of undefined variable: other'],
    ['substrBytes', ['$title', 1, 3], 'starting index is in the middle of a UTF-8 character'],
    ['substr', ['$title', 0, 4], 'ending index is in the middle of a UTF-8 character'],
    ['strLenCP', 5, '$strLenCP requires a string argument, found: int'],
    ['split', ['a', ''], '$split requires a non-empty separator'],
    ['year', '$text', "can't convert from BSON type string to Date"],
    [
      'hour',
      { date: '$when', timezone: 'Nowhere/City' },
      'unrecognized time zone identifier: "Nowhere/City"',
    ],
    ['dateToString', { date: '$when', format: '%Q' }, "Invalid format character '%Q' in format string"],
    ['dateFromString', { dateString: 'yesterday' }, "Error parsing date string 'yesterday'"],
    ['switch', { branches: [{ case: false, then: 1 }] }, 'could not find a matching branch'],
    ['cond', [1, 2], 'Expression $cond takes exactly 3 arguments. 2 were passed in.'],
    ['setUnion', [[1], 2], 'All operands of $setUnion must be arrays. One argument is of type: int'],
    ['mergeObjects', ['$two'], '$mergeObjects requires object inputs, but input 2 is of type int'],
    ['meta', 'textScore', "Unrecognized expression '$meta'"],
    ['let', { vars: { Big: 1 }, in: 1 }, "'Big' starts with an invalid character for a user variable name"],
  ])('%s %j', async (name, operand, message) => {
    await expect(valueOf(server, name, operand)).rejects.toThrow(message);
  });
});
