import { encodePng } from './png';

const WIDTH = 480;
const HEIGHT = 360;

/** '#rrggbb' */
export type Colour = `#${string}`;
type Rgb = readonly [number, number, number];

/** Points of a canvas of 480 × 360 pixels, x to the right, y down. */
export type Shape =
  | { box: readonly [x: number, y: number, width: number, height: number]; fill: Colour; round?: number }
  | { disc: readonly [x: number, y: number, radius: number]; fill: Colour; glow?: number }
  | { polygon: readonly (readonly [x: number, y: number])[]; fill: Colour };

export interface Picture {
  /** From the upper to the lower edge. */
  ground: readonly [upper: Colour, lower: Colour];
  shapes: readonly Shape[];
}

const rgb = (colour: Colour): Rgb => {
  const value = Number.parseInt(colour.slice(1), 16);
  return [value >> 16, (value >> 8) & 0xff, value & 0xff];
};

const mix = (a: number, b: number, share: number) => Math.round(a + (b - a) * share);
const clamp = (value: number) => Math.min(1, Math.max(0, value));

/** How much of a pixel a shape covers, 0 to 1; edges are soft over one pixel. */
type Coverage = (x: number, y: number) => number;

function boxCoverage(
  [left, top, width, height]: readonly [number, number, number, number],
  round: number,
): Coverage {
  const [halfX, halfY] = [width / 2, height / 2];
  return (x, y) => {
    const dx = Math.abs(x - left - halfX) - halfX + round;
    const dy = Math.abs(y - top - halfY) - halfY + round;
    const outside = Math.hypot(Math.max(dx, 0), Math.max(dy, 0)) + Math.min(Math.max(dx, dy), 0) - round;
    return clamp(0.5 - outside);
  };
}

function polygonCoverage(points: readonly (readonly [number, number])[]): Coverage {
  return (x, y) => {
    let inside = false;
    points.forEach(([ax, ay], n) => {
      const [bx, by] = points[(n + 1) % points.length] ?? [ax, ay];
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
    });
    return inside ? 1 : 0;
  };
}

function coverageOf(shape: Shape): Coverage {
  if ('box' in shape) return boxCoverage(shape.box, shape.round ?? 0);
  if ('polygon' in shape) return polygonCoverage(shape.polygon);
  const [cx, cy, radius] = shape.disc;
  // A lamp's glow fades from its middle to its edge.
  const glow = shape.glow;
  return (x, y) => {
    const distance = Math.hypot(x - cx, y - cy);
    return glow ? glow * clamp(1 - distance / radius) : clamp(radius - distance + 0.5);
  };
}

/** The pixels that a shape can touch. */
function extentOf(shape: Shape): [left: number, top: number, right: number, bottom: number] {
  if ('box' in shape) {
    const [x, y, width, height] = shape.box;
    return [x, y, x + width, y + height];
  }
  if ('disc' in shape) {
    const [x, y, radius] = shape.disc;
    return [x - radius, y - radius, x + radius, y + radius];
  }
  const xs = shape.polygon.map(([x]) => x);
  const ys = shape.polygon.map(([, y]) => y);
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

function paint(pixels: Uint8Array, shape: Shape): void {
  const covers = coverageOf(shape);
  const fill = rgb(shape.fill);
  const [left, top, right, bottom] = extentOf(shape);
  for (let y = Math.max(0, Math.floor(top) - 1); y < Math.min(HEIGHT, bottom + 1); y += 1) {
    for (let x = Math.max(0, Math.floor(left) - 1); x < Math.min(WIDTH, right + 1); x += 1) {
      const share = covers(x + 0.5, y + 0.5);
      if (share === 0) continue;
      const at = (y * WIDTH + x) * 3;
      for (let n = 0; n < 3; n += 1) pixels[at + n] = mix(pixels[at + n] ?? 0, fill[n] ?? 0, share);
    }
  }
}

function groundOf([upper, lower]: Picture['ground']): Uint8Array {
  const pixels = new Uint8Array(WIDTH * HEIGHT * 3);
  const [from, to] = [rgb(upper), rgb(lower)];
  for (let y = 0; y < HEIGHT; y += 1) {
    const line = from.map((value, n) => mix(value, to[n] ?? 0, y / (HEIGHT - 1)));
    pixels.set(Buffer.alloc(WIDTH * 3, Buffer.from(line)), y * WIDTH * 3);
  }
  return pixels;
}

/** Paints the shapes one over the other and gives the picture as a PNG of a few KB. */
export function draw({ ground, shapes }: Picture): Buffer {
  const pixels = groundOf(ground);
  for (const shape of shapes) paint(pixels, shape);
  return encodePng(pixels, WIDTH, HEIGHT);
}
