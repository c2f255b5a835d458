import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { draw } from '../../scripts/seed/photos/canvas';
import { SCENES } from '../../scripts/seed/photos/scenes';

describe('the pictures of the demo community', () => {
  it.each(Object.entries(SCENES))('%s is a small PNG', (_name, picture) => {
    const png = draw(picture);
    expect(png.length).toBeLessThan(25_000);
    expect(png.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([480, 360]);
    const packed = png.subarray(41, 41 + png.readUInt32BE(33));
    expect(inflateSync(packed)).toHaveLength(360 * (480 * 3 + 1));
  });
});
