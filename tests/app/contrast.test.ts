import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const tokens = readFileSync(path.resolve(import.meta.dirname, '../../src/styles/tokens.scss'), 'utf8');

function token(name: string): string {
  const value = new RegExp(`--${name}:\\s*(#[0-9a-f]{6})\\s*;`, 'i').exec(tokens)?.[1];
  if (!value) throw new Error(`tokens.scss has no colour --${name}`);
  return value;
}

/** WCAG 2.2, relative luminance of an sRGB colour '#rrggbb'. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [high = 0, low = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}

const TEXT = ['brand', 'brand-press', 'leaf', 'clay', 'sky', 'stone', 'ink'];

describe('colours of text', () => {
  it('knows the two ends of the scale', () => {
    expect(contrast('#000000', '#FFFFFF')).toBeCloseTo(21, 5);
    expect(contrast('#777777', '#777777')).toBe(1);
  });

  it.each(TEXT.flatMap((text) => ['paper', 'card'].map((ground) => [text, ground] as const)))(
    '%s is readable on %s: at least 5.1:1',
    (text, ground) => {
      expect(contrast(token(text), token(ground))).toBeGreaterThanOrEqual(5.1);
    },
  );

  it.each(['brand', 'leaf', 'clay', 'sky', 'stone'])(
    '%s is readable on its own soft ground: at least 4.5:1',
    (tone) => {
      expect(contrast(token(tone), token(`${tone}-soft`))).toBeGreaterThanOrEqual(4.5);
    },
  );

  it.each(['brand', 'brand-press', 'ink'])('the words on %s are readable: at least 5.1:1', (ground) => {
    expect(contrast(token('on-brand'), token(ground))).toBeGreaterThanOrEqual(5.1);
  });

  it.each(['light', 'pale', 'gold', 'mint', 'rose'])(
    '%s is readable on the projector: at least 6:1',
    (text) => {
      for (const ground of ['deep', 'deep-card']) {
        expect(contrast(token(`wall-${text}`), token(`wall-${ground}`))).toBeGreaterThanOrEqual(6);
      }
    },
  );

  it('the outline of what is typed into and the mark on a bar stand out: at least 3:1', () => {
    expect(contrast(token('line-strong'), token('card'))).toBeGreaterThanOrEqual(3);
    for (const fill of ['brand', 'leaf', 'clay']) {
      expect(contrast(token(fill), token('track'))).toBeGreaterThanOrEqual(3);
    }
    expect(contrast(token('ink'), token('track'))).toBeGreaterThanOrEqual(3);
  });
});

describe('the elder version', () => {
  it('has touch targets of 60 px and 44 px elsewhere', () => {
    expect([...tokens.matchAll(/--tap: (\d+)px/g)].map(([, px]) => px)).toEqual(['44', '60']);
  });

  it('writes text sizes in rem only', () => {
    const sizes = [...tokens.matchAll(/--text-\w+: ([\d.]+)(\w+)/g)];
    expect(sizes.length).toBeGreaterThanOrEqual(5);
    expect(sizes.filter(([, , unit]) => unit !== 'rem')).toEqual([]);
  });
});
