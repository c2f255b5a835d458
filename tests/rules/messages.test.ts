import { describe, expect, it } from 'vitest';
import { cutTo } from '../../cloudfunctions/modules/messages/rules';

const count = (text: string) => [...text].length;

describe('a text for a subscription message', () => {
  it('[MSG-4] of twenty characters stays as it is, one of twenty-one is cut with a mark', () => {
    const twenty = '一二三四五六七八九十'.repeat(2);
    expect(cutTo(twenty, 20)).toBe(twenty);
    expect(cutTo(`${twenty}多`, 20)).toBe(`${twenty.slice(0, 19)}…`);
  });

  it.each([
    ['a character beyond the sixteenth bit', '𠮷'],
    ['a family of several signs', '👨‍👩‍👧'],
    ['a letter with two accents', 'e\u0301\u0323'],
    ['a flag', '🇨🇳'],
  ])('[MSG-4] never splits %s', (_what, sign) => {
    for (let before = 0; before <= 20; before += 1) {
      const cut = cutTo(`${'字'.repeat(before)}${sign}${'尾'.repeat(30)}`, 20);
      expect(count(cut)).toBeLessThanOrEqual(20);
      const rest = cut.slice(before).replace(/[尾…]/g, '');
      expect(['', sign, '字'.repeat(rest.length)]).toContain(rest);
    }
  });

  it('[MSG-4] is one line', () => {
    expect(cutTo(' 第一行\n第二行  尾 ', 20)).toBe('第一行 第二行 尾');
  });
});
