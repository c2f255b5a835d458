import { $geoIntersects, $geoWithin } from '../geo/conditions';
import { $eq, $gt, $gte, $in, $lt, $lte, $ne, $nin } from './comparison';
import type { Matcher } from './condition';
import { $all, $elemMatch, $size } from './elements';
import { $exists, $type } from './kind';
import { $bitsAllClear, $bitsAllSet, $bitsAnyClear, $bitsAnySet, $mod } from './numbers';
import { $options, $regex } from './pattern';

/** The operators of conditions on a field. */
export const MATCHERS = new Map<string, Matcher>(
  Object.entries({
    $eq,
    $ne,
    $in,
    $nin,
    $lt,
    $lte,
    $gt,
    $gte,
    $exists,
    $type,
    $size,
    $all,
    $elemMatch,
    $regex,
    $options,
    $mod,
    $bitsAllSet,
    $bitsAllClear,
    $bitsAnySet,
    $bitsAnyClear,
    $geoWithin,
    $geoIntersects,
  }),
);
