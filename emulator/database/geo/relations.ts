import { edgesOf, type Geometry, type Polygon, type Ring } from './geometry';
import { angle, angleToArc, arcsCross, cross, dot, onArc, sum, unit, type Vector } from './sphere';

/*
 * How geometries lie to each other on the sphere. Edges are arcs of great circles; a boundary belongs to its polygon.
 */

type Edge = readonly [Vector, Vector];

/** A region that $geoWithin asks for. */
export type Region = { polygons: readonly Polygon[] } | { centre: Vector; radius: number };

/** True when all of the geometry lies in the region; a geometry spread over several of its polygons is not found. */
export function within(geometry: Geometry, region: Region): boolean {
  if ('centre' in region) {
    return verticesOf(geometry).every((point) => angle(point, region.centre) <= region.radius);
  }
  const inside = (part: Geometry) => region.polygons.some((polygon) => insidePolygon(part, polygon));
  return partsOf(geometry).every(inside);
}

export function intersects(a: Geometry, b: Geometry): boolean {
  const [edgesA, edgesB] = [allEdges(a), allEdges(b)];
  return (
    verticesOf(a).some((point) => touches(point, b)) ||
    verticesOf(b).some((point) => touches(point, a)) ||
    edgesA.some(([from, to]) => edgesB.some(([start, end]) => arcsCross(from, to, start, end)))
  );
}

/** The angle from a point to the nearest point of the geometry, 0 inside of it. */
export function angleTo(point: Vector, geometry: Geometry): number {
  if (geometry.polygons.some((polygon) => contains(polygon, point))) return 0;
  return Math.min(
    ...geometry.points.map((other) => angle(point, other)),
    ...allEdges(geometry).map(([a, b]) => angleToArc(point, a, b)),
  );
}

function partsOf({ points, lines, polygons }: Geometry): Geometry[] {
  const none = { points: [], lines: [], polygons: [] };
  return [
    ...points.map((point) => ({ ...none, points: [point] })),
    ...lines.map((line) => ({ ...none, lines: [line] })),
    ...polygons.map((polygon) => ({ ...none, polygons: [polygon] })),
  ];
}

function verticesOf({ points, lines, polygons }: Geometry): Vector[] {
  return [...points, ...lines.flat(), ...polygons.flat(2)];
}

function allEdges({ lines, polygons }: Geometry): Edge[] {
  return [
    ...lines.flatMap((line) => line.slice(1).map((point, at): Edge => [line[at] as Vector, point])),
    ...polygons.flatMap((polygon) => polygon.flatMap(edgesOf)),
  ];
}

function touches(point: Vector, geometry: Geometry): boolean {
  return (
    geometry.points.some((other) => angle(point, other) < 1e-12) ||
    geometry.lines.some((line) => line.slice(1).some((end, at) => onArc(point, line[at] as Vector, end))) ||
    geometry.polygons.some((polygon) => contains(polygon, point))
  );
}

/** All vertices inside, no edge through the boundary, and no hole within. */
function insidePolygon(part: Geometry, polygon: Polygon): boolean {
  if (!verticesOf(part).every((point) => contains(polygon, point))) return false;
  const boundary = polygon.flatMap(edgesOf);
  const crossing = allEdges(part).some(
    ([a, b]) => boundary.some(([c, d]) => arcsCross(a, b, c, d)) || !contains(polygon, unit(sum([a, b]))),
  );
  const holes = polygon.slice(1);
  const covers = (hole: Ring) =>
    part.polygons.some((inner) => contains(inner, unit(sum(hole))) && !holds(inner, hole));
  return !crossing && !holes.some(covers);
}

/** A hole of the inner polygon may take in the hole of the outer one. */
function holds(inner: Polygon, hole: Ring): boolean {
  return inner.slice(1).some((own) => hole.every((point) => inRing(own, point)));
}

/** Inside the first ring and in none of the others; on an edge counts as inside. */
export function contains(polygon: Polygon, point: Vector): boolean {
  const [shell, ...holes] = polygon;
  if (polygon.some((ring) => onRing(ring, point))) return true;
  return shell !== undefined && inRing(shell, point) && !holes.some((hole) => inRing(hole, point));
}

function onRing(ring: Ring, point: Vector): boolean {
  return edgesOf(ring).some(([a, b]) => onArc(point, a, b));
}

/**
 * Seen from the centre of the earth onto a plane over the ring's middle, arcs of great circles are straight lines: what is inside
 * on the sphere is inside on the plane. What lies on the other half of the earth is outside.
 */
function inRing(ring: Ring, point: Vector): boolean {
  const centre = unit(sum(ring));
  if (dot(point, centre) <= 0) return false;
  const east = unit(cross(Math.abs(centre[2]) < 0.9 ? [0, 0, 1] : [1, 0, 0], centre));
  const north = cross(centre, east);
  const flat = (vector: Vector) => {
    const depth = dot(vector, centre);
    return [dot(vector, east) / depth, dot(vector, north) / depth] as const;
  };
  const [x, y] = flat(point);
  let inside = false;
  for (const [a, b] of edgesOf(ring)) {
    const [[ax, ay], [bx, by]] = [flat(a), flat(b)];
    if (ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) inside = !inside;
  }
  return inside;
}
