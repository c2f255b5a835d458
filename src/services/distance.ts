/** Degrees × 1,000,000, whole numbers, GCJ-02: what Chinese maps and WeChat reckon with. */
export interface Position {
  latitude: number;
  longitude: number;
}

const MICRO = 1_000_000;
const EARTH_METRES = 6_371_000;

const radians = (micro: number) => (micro / MICRO / 180) * Math.PI;

/** Metres as the crow flies. */
export function metresBetween(one: Position, other: Position): number {
  const north = Math.sin(radians(other.latitude - one.latitude) / 2);
  const east = Math.sin(radians(other.longitude - one.longitude) / 2);
  const part =
    north * north + Math.cos(radians(one.latitude)) * Math.cos(radians(other.latitude)) * east * east;
  return Math.round(2 * EARTH_METRES * Math.asin(Math.min(1, Math.sqrt(part))));
}

/** 「约 350 米」「约 1.2 公里」, to ten metres and to a tenth of a kilometre. */
export function distanceText(metres: number): string {
  if (metres < 1_000) return `约 ${Math.max(10, Math.round(metres / 10) * 10)} 米`;
  const tenths = Math.round(metres / 100);
  return `约 ${Math.floor(tenths / 10)}.${tenths % 10} 公里`;
}
