import { describe, expect, it } from 'vitest';
import { compileQuery } from '../../../emulator/database/query';
import { match } from './oracle/query';
import type { Plain, PlainDocument } from './oracle/values';

/*
 * What null means in conditions, as MongoDB's own tests have it (jstests/core/null_query_semantics.js): the local cloud and the
 * oracle that it is compared with are both held to it.
 */

const DOCUMENTS: Record<string, Plain | undefined> = {
  missing: undefined,
  null: null,
  number: 4,
  emptyDocument: {},
  bNull: { b: null },
  bText: { b: 'hi' },
  doubleArray: [[]],
  emptyArray: [],
  bNulls: [{ b: null }, { b: null }, {}],
  noNulls: [{ b: 1 }, { b: 3 }, { b: 'string' }],
  someNulls: [{ b: null }, { b: 3 }, { b: null }],
  someMissing: [{ b: 3 }, {}],
  nulls: [null, null],
  values: [1, 'string', 4],
  valuesAndNull: [1, 'string', null, 4],
};
const ALL = Object.keys(DOCUMENTS);
const but = (...names: string[]) => ALL.filter((name) => !names.includes(name));

const DOCUMENT_OF = (name: string): PlainDocument => {
  const a = DOCUMENTS[name];
  return a === undefined ? {} : { a };
};

const IS_NULL = ['missing', 'null', 'nulls', 'valuesAndNull'];
const B_IS_NULL = [
  'missing',
  'null',
  'number',
  'emptyDocument',
  'bNull',
  'bNulls',
  'someNulls',
  'someMissing',
];

describe('null in conditions', () => {
  it.each<[PlainDocument, string[]]>([
    [{ a: { $eq: null } }, IS_NULL],
    [{ a: { $ne: null } }, but(...IS_NULL)],
    [{ a: { $not: { $gte: null } } }, but(...IS_NULL)],
    [{ a: { $in: [null, 75] } }, IS_NULL],
    [{ a: { $nin: [null, 75] } }, but(...IS_NULL)],
    [{ a: { $nin: [null, /^str.*/] } }, but(...IS_NULL, 'values')],
    [{ a: { $exists: false } }, ['missing']],
    [{ a: { $elemMatch: { $eq: null } } }, ['nulls', 'valuesAndNull']],
    [
      { a: { $elemMatch: { $ne: null } } },
      ['doubleArray', 'bNulls', 'noNulls', 'someNulls', 'someMissing', 'values', 'valuesAndNull'],
    ],
    [{ 'a.b': { $eq: null } }, B_IS_NULL],
    [{ 'a.b': { $ne: null } }, but(...B_IS_NULL)],
    [{ 'a.b': { $in: [null, 75] } }, B_IS_NULL],
    [{ $or: [{ 'a.b': null }, { 'a.b': 75 }] }, B_IS_NULL],
    [{ 'a.b': { $nin: [null, /^str.*/] } }, but(...B_IS_NULL, 'noNulls')],
    [{ 'a.b': { $elemMatch: { $eq: null } } }, []],
    [{ a: { $elemMatch: { b: { $eq: null } } } }, ['doubleArray', 'bNulls', 'someNulls', 'someMissing']],
    [{ a: { $elemMatch: { b: { $ne: null } } } }, ['noNulls', 'someNulls', 'someMissing']],
  ])('%j', (query, expected) => {
    const compiled = compileQuery(query);
    expect(ALL.filter((name) => compiled.test(DOCUMENT_OF(name)))).toEqual(expected);
    expect(ALL.filter((name) => match(DOCUMENT_OF(name), query).holds)).toEqual(expected);
  });
});
