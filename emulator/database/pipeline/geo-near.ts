import { requestFailed } from '../failure';
import { bound, geoFields, nearPoint, pointIn } from '../geo/near';
import type { IndexKey } from '../index';
import { type CompiledQuery, compileQuery } from '../query';
import { putAt } from '../shaping';
import { isDocument, typeName, type Document, type Value } from '../value';
import { show } from '../update/show';

/** The first stage of a pipeline that asks for documents by their distance. */
export interface GeoNear {
  /** The documents that the collection is asked for. */
  query: CompiledQuery;
  /** Those of them in reach, nearest first, each with its distance. */
  run: (documents: Document[]) => Document[];
}

const OPTIONS = [
  'near',
  'distanceField',
  'spherical',
  'limit',
  'num',
  'maxDistance',
  'minDistance',
  'query',
  'distanceMultiplier',
  'includeLocs',
  'key',
  'uniqueDocs',
];

/** Compiles the stage for a collection with these indexes. Throws DatabaseFailure. */
export function compileGeoNear(
  value: Value,
  indexes: readonly { keys: readonly IndexKey[] }[],
  collection: string,
): GeoNear {
  if (!isDocument(value)) throw requestFailed('the $geoNear specification must be an object');
  const unknown = Object.keys(value).find((key) => !OPTIONS.includes(key));
  if (unknown !== undefined) throw requestFailed(`unrecognized option to $geoNear: ${unknown}`);
  if (value.near === undefined)
    throw requestFailed("$geoNear requires a 'near' option as an Array or an Object");
  const distanceField = fieldOption(value.distanceField);
  if (distanceField === undefined)
    throw requestFailed("$geoNear requires a 'distanceField' option as a String");
  const includeLocs = fieldOption(value.includeLocs);
  const multiplier = bound(value.distanceMultiplier, 'distanceMultiplier') ?? 1;
  const limit = limitOption(value.limit ?? value.num);
  const near = nearPoint(keyOf(value.key, indexes, collection), pointIn(value.near), {
    least: bound(value.minDistance, 'minDistance'),
    most: bound(value.maxDistance, 'maxDistance'),
  });
  const condition = value.query ?? {};
  if (!isDocument(condition)) throw requestFailed(`query must be an object, got ${typeName(condition)}`);
  return {
    query: compileQuery(condition, { near: false }),
    run: (documents) =>
      documents
        .flatMap((document) => {
          const place = near.distance(document);
          return place ? [{ document, place }] : [];
        })
        .sort((a, b) => a.place.metres - b.place.metres)
        .slice(0, limit)
        .map(({ document, place }) => {
          const marked = putAt(document, distanceField, place.metres * multiplier);
          return includeLocs ? putAt(marked, includeLocs, place.location) : marked;
        }),
  };
}

function fieldOption(value: Value | undefined): string[] | undefined {
  if (value === undefined) return undefined;
  if (typeof value !== 'string' || value === '') {
    throw requestFailed(`$geoNear requires that the name of a field is a String, found: ${show(value)}`);
  }
  return value.split('.');
}

function limitOption(value: Value | undefined): number | undefined {
  if (value === undefined) return undefined;
  if (typeof value === 'number' && Number.isInteger(value) && value > 0) return value;
  throw requestFailed('limit must be greater than 0');
}

/** The field to search by: the one that is named, or the only one with a geographic index. */
function keyOf(
  key: Value | undefined,
  indexes: readonly { keys: readonly IndexKey[] }[],
  collection: string,
): string {
  const fields = geoFields(indexes);
  if (key !== undefined) {
    if (typeof key !== 'string' || key === '') {
      throw requestFailed(`$geoNear parameter 'key' must be of type string but found type: ${typeName(key)}`);
    }
    if (fields.includes(key)) return key;
    throw requestFailed(
      `error processing query: planner returned error: unable to find index for $geoNear query on field ${key}`,
    );
  }
  const [only, ...others] = fields;
  if (only === undefined)
    throw requestFailed('$geoNear requires a 2d or 2dsphere index, but none were found');
  if (others.length > 0) {
    throw requestFailed(
      `There is more than one 2dsphere index on ${collection}; unsure which to use for $geoNear`,
    );
  }
  return only;
}
