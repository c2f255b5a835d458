import { REDUCERS } from './accumulators';
import * as arithmetic from './arithmetic';
import {
  $arrayElemAt,
  $arrayToObject,
  $concatArrays,
  $first,
  $in,
  $indexOfArray,
  $isArray,
  $last,
  $range,
  $reverseArray,
  $size,
  $slice,
} from './array';
import { compiler } from './compile';
import * as conversion from './conversion';
import { $dateFromParts } from './date-from-parts';
import { $dateFromString, $dateToParts, $dateToString, PARTS } from './dates';
import * as documents from './documents';
import type { Operator } from './expression';
import * as logic from './logic';
import * as overArrays from './over-arrays';
import {
  $ltrim,
  $regexFind,
  $regexFindAll,
  $regexMatch,
  $replaceAll,
  $replaceOne,
  $rtrim,
  $trim,
} from './patterns';
import * as sets from './sets';
import * as strings from './string';
import * as trigonometry from './trigonometry';

const OPERATORS = new Map<string, Operator>([
  ...Object.entries({
    ...arithmetic,
    ...trigonometry,
    ...logic,
    ...overArrays,
    ...sets,
    ...strings,
    ...conversion,
    ...documents,
    $arrayElemAt,
    $arrayToObject,
    $concatArrays,
    $first,
    $in,
    $indexOfArray,
    $isArray,
    $last,
    $range,
    $reverseArray,
    $size,
    $slice,
    $substr: strings.$substrBytes,
    $trim,
    $ltrim,
    $rtrim,
    $replaceOne,
    $replaceAll,
    $regexMatch,
    $regexFind,
    $regexFindAll,
    $dateToString,
    $dateFromString,
    $dateToParts,
    $dateFromParts,
  }),
  ...PARTS,
  ...REDUCERS,
]);

/** Compiles an expression of aggregations and of $expr. Throws DatabaseFailure for what MongoDB refuses. */
export const compileExpression = compiler(OPERATORS);

export { truthy } from './expression';
