/** MongoDB's radius of the earth, in metres: distances in metres are angles times this. */
export const EARTH_RADIUS = 6_378_100;

/** A point on the unit sphere. */
export type Vector = readonly [number, number, number];

/** How far from an edge a point may lie and still be on it: some micrometres on the ground. */
const ON_EDGE = 1e-12;
/** What is less than this is not told from 0. */
const ROUNDING = 1e-14;

export function vectorOf(longitude: number, latitude: number): Vector {
  const [lng, lat] = [radians(longitude), radians(latitude)];
  return [Math.cos(lat) * Math.cos(lng), Math.cos(lat) * Math.sin(lng), Math.sin(lat)];
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}

export function dot(a: Vector, b: Vector): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

export function cross(a: Vector, b: Vector): Vector {
  return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
}

export function norm(a: Vector): number {
  return Math.hypot(...a);
}

export function unit(a: Vector): Vector {
  const length = norm(a);
  return length === 0 ? a : [a[0] / length, a[1] / length, a[2] / length];
}

export function sum(points: readonly Vector[]): Vector {
  return points.reduce<Vector>((total, [x, y, z]) => [total[0] + x, total[1] + y, total[2] + z], [0, 0, 0]);
}

/** The angle between two points in radians; exact also for points close together, which the arc cosine is not. */
export function angle(a: Vector, b: Vector): number {
  return Math.atan2(norm(cross(a, b)), dot(a, b));
}

/** The angle from a point to the nearest point of an arc of a great circle. */
export function angleToArc(point: Vector, a: Vector, b: Vector): number {
  const normal = normalOf(a, b);
  if (norm(normal) > 0 && beside(point, a, b, normal)) return Math.abs(Math.asin(dot(point, normal)));
  return Math.min(angle(point, a), angle(point, b));
}

export function onArc(point: Vector, a: Vector, b: Vector): boolean {
  return angleToArc(point, a, b) < ON_EDGE;
}

/** True when the point's foot on the great circle lies between the ends of the arc. */
function beside(point: Vector, a: Vector, b: Vector, normal: Vector): boolean {
  return dot(cross(normal, a), point) > 0 && dot(cross(normal, b), point) < 0;
}

/** True when two arcs cross at a point that is an end of neither. */
export function arcsCross(a: Vector, b: Vector, c: Vector, d: Vector): boolean {
  const [ab, cd] = [normalOf(a, b), normalOf(c, d)];
  const [toC, toD] = [side(ab, c), side(ab, d)];
  const [toA, toB] = [side(cd, a), side(cd, b)];
  if (toC * toD >= 0 || toA * toB >= 0) return false;
  // The great circles meet at two opposite points: the arcs must meet at the same one.
  return toC > 0 === toB > 0;
}

/** The side of a great circle on which a point lies: -1, 1, or 0 on it. */
function side(normal: Vector, point: Vector): number {
  const distance = dot(normal, point);
  return Math.abs(distance) < ROUNDING ? 0 : Math.sign(distance);
}

/** The normal of the great circle through two points; by sum and difference, which keeps its digits for points close together. */
function normalOf(a: Vector, b: Vector): Vector {
  const difference: Vector = [b[0] - a[0], b[1] - a[1], b[2] - a[2]];
  return unit(cross(sum([a, b]), difference));
}
