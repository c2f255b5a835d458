import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  areaOf,
  dayOfCell,
  holdsIdentityNumber,
  listOf,
  textOf,
} from '../../../cloudfunctions/modules/register/rules/cells';

describe('cells', () => {
  it.each([
    [98.56, 9856],
    [98.56000000000002, 9856],
    ['９８．５６　㎡', 9856],
    ['1,204.5平方米', 120450],
    [' 120 m2', 12000],
    ['98.560', 9856],
    ['98.567', null],
    [98.567, null],
    ['一百', null],
    ['-3', null],
    ['1e5', null],
    ['12,34.5', null],
    [true, null],
    ['', null],
  ] as const)('[REG-2] reads the area %s as %s', (cell, area) => {
    expect(areaOf(cell)).toBe(area);
  });

  it('[REG-2] reads any whole number of square centimetres back, as a number and as a text', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999 }), (area) => {
        expect(areaOf(area / 100)).toBe(area);
        expect(areaOf(`${(area / 100).toFixed(2)}㎡`)).toBe(area);
      }),
    );
  });

  it.each([
    [25659, '1970-04-01'],
    ['1970-1-2', '1970-01-02'],
    ['1970年12月31日', '1970-12-31'],
    ['1970/2/30', null],
    ['19700102', '1970-01-02'],
    ['30', null],
  ] as const)('[REG-2] reads the day %s as %s', (cell, day) => {
    expect(dayOfCell(cell)).toBe(day);
  });

  it('[REG-2] leaves out what cannot be seen, and takes several from one cell', () => {
    expect(textOf('\uFEFF 王\u200B 芳\u00A0\u3000')).toBe('王 芳');
    expect(listOf('王芳、李明；赵 强，\n周丽')).toEqual(['王芳', '李明', '赵 强', '周丽']);
    expect(listOf('__proto__、constructor')).toEqual(['__proto__', 'constructor']);
  });

  it('[REG-4] knows an identity number wherever it stands', () => {
    for (const text of [
      '51010419900101123X',
      '王芳５１０１０４１９９００１０１１２３４',
      '510104 19900101 1234',
      '510104900101123',
    ]) {
      expect(holdsIdentityNumber(text)).toBe(true);
    }
    for (const text of ['13800138000', '3栋2单元501', '川(2019)成都市不动产权第0012345号', '']) {
      expect(holdsIdentityNumber(text)).toBe(false);
    }
  });
});
