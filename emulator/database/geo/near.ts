import { requestFailed, writeFailed } from '../failure';
import type { IndexKey } from '../index';
import { walk } from '../paths';
import { show } from '../update/show';
import { isDocument, type Document, type Value } from '../value';
import { geometryOf, pointOf, storedGeometry } from './geometry';
import { angleTo } from './relations';
import { EARTH_RADIUS, type Vector } from './sphere';

/** Documents by their distance from a point. */
export interface Near {
  /** The field that holds the geometry. */
  path: string;
  /** Metres from the point; undefined for a document without a geometry there, or beyond the bounds. */
  distance: (document: Document) => Place | undefined;
}

export interface Place {
  metres: number;
  /** The geometry as it is stored; of several the nearest. */
  location: Value;
}

export const NEAR_OPERATORS = ['$near', '$nearSphere', '$geoNear'];

/** Compiles `{$nearSphere: {$geometry, $minDistance, $maxDistance}}`. Throws DatabaseFailure. */
export function nearOf(path: string, operators: Document): Near {
  const [name = '', ...others] = Object.keys(operators);
  const operand = operators[name];
  if (!isDocument(operand) || others.length > 0) {
    throw requestFailed(
      others.length > 0
        ? `geo near accepts just one argument when querying for a GeoJSON point. Extra field found: ${others[0]}: ${show(operators[others[0] as string])}`
        : `The local cloud supports ${name} with a GeoJSON point only: ${show(operand)}`,
    );
  }
  const { $geometry, $minDistance, $maxDistance, ...rest } = operand;
  const unknown = Object.keys(rest)[0];
  if (unknown !== undefined) throw requestFailed(`invalid argument in geo near query: ${unknown}`);
  if ($geometry === undefined) throw requestFailed('$geometry is required for geo near query');
  return nearPoint(path, pointIn($geometry), {
    least: bound($minDistance, '$minDistance'),
    most: bound($maxDistance, '$maxDistance'),
  });
}

/** The point of a GeoJSON Point. */
export function pointIn(geometry: Value): Vector {
  if (!isDocument(geometry) || geometry.type !== 'Point') {
    throw requestFailed(`invalid point in geo near query $geometry argument: ${show(geometry)}`);
  }
  return pointOf(geometry.coordinates);
}

/** A bound in metres. Throws DatabaseFailure when it is no distance. */
export function bound(value: Value | undefined, name: string): number | undefined {
  if (value === undefined) return undefined;
  if (typeof value !== 'number') throw requestFailed(`${name} must be a number`);
  if (!(value >= 0)) throw requestFailed(`${name} must be non-negative`);
  return value;
}

export function nearPoint(path: string, point: Vector, within: { least?: number; most?: number }): Near {
  const { least = 0, most = Infinity } = within;
  const components = path.split('.');
  return {
    path,
    distance: (document) => {
      let nearest: Place | undefined;
      walk(document, components, true, (value) => {
        const geometry = storedGeometry(value);
        if (!geometry) return false;
        const metres = angleTo(point, geometry) * EARTH_RADIUS;
        if (!nearest || metres < nearest.metres) nearest = { metres, location: value as Value };
        return false;
      });
      return nearest && nearest.metres >= least && nearest.metres <= most ? nearest : undefined;
    },
  };
}

/** The fields of a collection that have a geographic index. */
export function geoFields(indexes: readonly { keys: readonly IndexKey[] }[]): string[] {
  return indexes.flatMap(({ keys }) =>
    keys.filter(({ order }) => order === '2dsphere').map(({ field }) => field),
  );
}

/** Refuses a search by distance on a field without a geographic index, as MongoDB does. */
export function assertGeoIndex(near: Near, indexes: readonly { keys: readonly IndexKey[] }[]): void {
  if (geoFields(indexes).includes(near.path)) return;
  throw requestFailed(
    'error processing query: planner returned error: unable to find index for $geoNear query on field ' +
      near.path,
  );
}

/** Refuses a document that a geographic index cannot hold. Throws DatabaseFailure. */
export function assertGeoKeys(document: Document, indexes: readonly { keys: readonly IndexKey[] }[]): void {
  for (const field of geoFields(indexes)) {
    walk(document, field.split('.'), false, (value) => {
      if (value === undefined || value === null) return false;
      for (const item of Array.isArray(value) && typeof value[0] !== 'number' ? value : [value]) {
        if (!storedGeometry(item)) throw unindexable(item);
      }
      return false;
    });
  }
}

function unindexable(value: Value) {
  let reason = 'geo element must be an array or object';
  try {
    if (isDocument(value)) geometryOf(value);
  } catch (error) {
    reason = error instanceof Error ? error.message.replace(/^\[\w+\] /, '') : reason;
  }
  return writeFailed(`Can't extract geo keys: ${show(value)}  ${reason}`);
}
