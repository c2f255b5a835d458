import { requestFailed } from '../failure';
import { show } from '../update/show';
import { isDocument, type Document, type Value } from '../value';
import { arcsCross, dot, onArc, sum, unit, type Vector, vectorOf } from './sphere';

/** A closed ring; the first point is not repeated at the end. */
export type Ring = readonly Vector[];

/** A polygon on the sphere: what its first ring encloses on the smaller side, without what the others enclose. */
export type Polygon = readonly Ring[];

/** Any GeoJSON geometry, taken apart. */
export interface Geometry {
  points: Vector[];
  lines: Vector[][];
  polygons: Polygon[];
}

/** Reads a GeoJSON geometry. Throws DatabaseFailure with MongoDB's message for what is none. */
export function geometryOf(value: Value | undefined): Geometry {
  if (!isDocument(value)) throw requestFailed(`unknown GeoJSON type: ${show(value)}`);
  const { type, coordinates } = value;
  const none: Geometry = { points: [], lines: [], polygons: [] };
  switch (type) {
    case 'Point':
      return { ...none, points: [pointOf(coordinates)] };
    case 'MultiPoint':
      return { ...none, points: listOf(coordinates, 'MultiPoint').map(pointOf) };
    case 'LineString':
      return { ...none, lines: [lineOf(coordinates)] };
    case 'MultiLineString':
      return { ...none, lines: listOf(coordinates, 'MultiLineString').map(lineOf) };
    case 'Polygon':
      return { ...none, polygons: [polygonOf(coordinates)] };
    case 'MultiPolygon':
      return { ...none, polygons: listOf(coordinates, 'MultiPolygon').map(polygonOf) };
    case 'GeometryCollection':
      return collectionOf(value);
    default:
      throw requestFailed(`unknown GeoJSON type: ${show(value)}`);
  }
}

function collectionOf(value: Document): Geometry {
  if (!Array.isArray(value.geometries) || value.geometries.length === 0) {
    throw requestFailed(`GeometryCollection geometries must be a nonempty array: ${show(value)}`);
  }
  const all = value.geometries.map(geometryOf);
  return {
    points: all.flatMap(({ points }) => points),
    lines: all.flatMap(({ lines }) => lines),
    polygons: all.flatMap(({ polygons }) => polygons),
  };
}

/** A stored value as a geometry: GeoJSON, or a pair `[lng, lat]` as older data has it; undefined for anything else. */
export function storedGeometry(value: Value | undefined): Geometry | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  try {
    return isDocument(value) && Object.hasOwn(value, 'type')
      ? geometryOf(value)
      : { points: [legacyPoint(value)], lines: [], polygons: [] };
  } catch {
    return undefined;
  }
}

/** `[lng, lat]`, or a document whose first two fields are these. */
export function legacyPoint(value: Value): Vector {
  return pointOf(isDocument(value) ? Object.values(value).slice(0, 2) : value);
}

function listOf(coordinates: Value | undefined, type: string): Value[] {
  if (Array.isArray(coordinates) && coordinates.length > 0) return coordinates;
  throw requestFailed(`${type} coordinates must be a nonempty array: ${show(coordinates)}`);
}

export function pointOf(coordinates: Value | undefined): Vector {
  if (!Array.isArray(coordinates)) throw requestFailed('Point must be an array or object');
  const [longitude, latitude] = coordinates;
  if (typeof longitude !== 'number' || typeof latitude !== 'number') {
    throw requestFailed('Point must only contain numeric elements');
  }
  // Written so that NaN is refused as well.
  if (!(Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90)) {
    throw requestFailed(`longitude/latitude is out of bounds, lng: ${longitude} lat: ${latitude}`);
  }
  return vectorOf(longitude, latitude);
}

function lineOf(coordinates: Value | undefined): Vector[] {
  const points = distinct(listOf(coordinates, 'LineString').map(pointOf));
  if (points.length < 2) {
    throw requestFailed(`GeoJSON LineString must have at least 2 vertices: ${show(coordinates)}`);
  }
  return points;
}

/** Without points that repeat the one before. */
function distinct(points: Vector[]): Vector[] {
  return points.filter((point, at) => at === 0 || !same(point, points[at - 1] as Vector));
}

export function same(a: Vector, b: Vector): boolean {
  return a[0] === b[0] && a[1] === b[1] && a[2] === b[2];
}

function polygonOf(coordinates: Value | undefined): Polygon {
  if (!Array.isArray(coordinates)) throw requestFailed('Polygon coordinates must be an array');
  if (coordinates.length === 0) throw requestFailed(`Polygon has no loops: ${show(coordinates)}`);
  return coordinates.map(ringOf);
}

function ringOf(coordinates: Value): Ring {
  if (!Array.isArray(coordinates)) throw requestFailed('Polygon coordinates must be an array of arrays');
  const points = coordinates.map(pointOf);
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last || !same(first, last)) throw requestFailed(`Loop is not closed: ${show(coordinates)}`);
  const ring = distinct(points).slice(0, -1);
  if (new Set(ring.map(String)).size < 3) {
    throw requestFailed(`Loop must have at least 3 different vertices: ${show(coordinates)}`);
  }
  assertSimple(ring, coordinates);
  assertWithinHemisphere(ring, coordinates);
  return ring;
}

/** A ring must not cross or touch itself. */
function assertSimple(ring: Ring, coordinates: Value): void {
  const edges = edgesOf(ring);
  for (const [i, [a, b]] of edges.entries()) {
    for (const [j, [c, d]] of edges.entries()) {
      if (j <= i) continue;
      const neighbours = j === i + 1 || (i === 0 && j === edges.length - 1);
      const touch = !neighbours && [c, d].some((point) => onArc(point, a, b));
      if (touch || arcsCross(a, b, c, d)) {
        throw requestFailed(`Loop is not valid: ${show(coordinates)} Edges ${i} and ${j} cross.`);
      }
    }
  }
}

/** What MongoDB allows with its own winding order only; here never, so that inside and outside are certain. */
function assertWithinHemisphere(ring: Ring, coordinates: Value): void {
  const centre = unit(sum(ring));
  if (ring.some((point) => dot(point, centre) <= 0)) {
    throw requestFailed(
      `The local cloud does not support polygons larger than half of the earth: ${show(coordinates)}`,
    );
  }
}

export function edgesOf(ring: Ring): (readonly [Vector, Vector])[] {
  return ring.map((point, at) => [point, ring[(at + 1) % ring.length] as Vector]);
}
