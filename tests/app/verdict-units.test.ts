import { expect, it } from 'vitest';
import { lineWords } from '../../src/features/live/live-words';

it('[LIVE-10] each figure of a comparison carries its unit, of heads as of area', () => {
  const heads = { what: '三分之二以上的户参加', axis: 'heads', unit: '户', met: false } as const;
  expect(lineWords({ ...heads, numerator: 61, denominator: 1080, missing: 659 })).toBe(
    '三分之二以上的户参加：61 户 / 1,080 户，还差 659 户',
  );
  const area = { what: '面积过半', axis: 'area', unit: '㎡', met: true } as const;
  expect(lineWords({ ...area, numerator: 801250, denominator: 900000, missing: 0 })).toBe(
    '面积过半：8,012.5 ㎡ / 9,000 ㎡，已达到 ✓',
  );
});
