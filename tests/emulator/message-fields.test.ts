import { describe, expect, it } from 'vitest';
import { wrongField } from '../../emulator/openapi/message-fields';

/* The rules of the typed fields of a subscription message, each at its edges. */

const TAKEN: [field: string, texts: string[]][] = [
  ['thing1', ['字', '字'.repeat(20), '😀'.repeat(20), '3 栋 ～ 电梯']],
  ['number2', ['0', '-12', '3.75', '9'.repeat(32)]],
  ['letter3', ['a', 'Z'.repeat(32)]],
  ['symbol4', ['%', '¥%&#!']],
  ['character_string5', ['A-7', '~'.repeat(32)]],
  ['time6', ['15:01', '15:01:30', '2026年7月1日 15:01', '2026-07-01', '15:01~16:30']],
  ['date7', ['2026年7月1日', '2026-07-01', '2026-07-01 15:01', '2026年7月1日~2026年7月3日']],
  ['amount8', ['1', '¥120.50', '￥0.5元', '9'.repeat(10)]],
  ['phone_number9', ['+86-0766-66888866', '110']],
  ['car_number10', ['粤A8Z888挂', '川A12345']],
  ['name11', ['张', '张'.repeat(10), '古丽·阿依', 'A. B. Smith', 'x'.repeat(20)]],
  ['phrase12', ['已', '已经通过了']],
];

const REFUSED: [field: string, texts: string[]][] = [
  ['thing1', ['字'.repeat(21), '😀'.repeat(21)]],
  ['number2', ['12a', '1,5', '9'.repeat(33), '.5', '一']],
  ['letter3', ['a1', '字', 'a'.repeat(33)]],
  ['symbol4', ['a', '1', '%%%%%%', ' ']],
  ['character_string5', ['字', 'a b', 'x'.repeat(33)]],
  ['time6', ['tomorrow', '15', '2026/07/01', ' ', '~15:01', '15:01 or so']],
  ['date7', ['15:01', '7月1日', '2026-07', '2026-07-01 soon']],
  ['amount8', ['-1', '1.234', '12 yuan', '9'.repeat(11), '¥']],
  ['phone_number9', ['1'.repeat(18), 'call me']],
  ['car_number10', ['川A-12345', '川A1234567']],
  ['name11', ['张'.repeat(11), 'x'.repeat(21), '张A', '1']],
  ['phrase12', ['已经通过了吗', 'ok', '已1']],
];

const each = (table: typeof TAKEN) => table.flatMap(([field, texts]) => texts.map((text) => [field, text]));

describe('a field of a subscription message', () => {
  it.each(each(TAKEN))('[COA-6] takes as %s "%s"', (field, text) => {
    expect(wrongField({ [field]: text })).toBeUndefined();
  });

  it.each(each(REFUSED))('[COA-6] refuses as %s "%s"', (field, text) => {
    expect(wrongField({ thing9: 'right', [field]: text })).toBe(field);
  });

  it.each(['things1', 'Thing1', '1', 'text1', 'constructor'])(
    '[COA-6] of no known type is refused: %s',
    (field) => {
      expect(wrongField({ [field]: 'a' })).toBe(field);
    },
  );

  it.each(TAKEN.map(([field]) => field))('[COA-6] is never empty: %s', (field) => {
    expect(wrongField({ [field]: '' })).toBe(field);
  });
});
