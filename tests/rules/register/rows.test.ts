import * as sheets from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { HEADING, homeLine, homesIn, type Line, workbook } from '../../support/register-files';

const inSheet = (lines: Line[], merges: string[] = []) => homesIn(workbook(lines, { merges }));
const row = (text: string, at = 0): Line => HEADING.map((_, n) => (n === at ? text : null));
const roomsOf = ({ homes }: ReturnType<typeof homesIn>) => homes.map(({ room }) => room);

describe('lines that are no homes', () => {
  const two = [homeLine('1栋', '101', '王芳'), homeLine('1栋', '102', '李明')];

  it.each([
    ['one cell over all columns', [row('注：面积以不动产登记为准，有错请联系社区')], ['A4:H4']],
    ['several cells', [['填表人：张三', null, '审核：李四', null, null, '2026-01-01', null, null]], []],
    ['blank lines between', [[], row('第1页，共2页', 3)], []],
  ])('[REG-1] remarks below the table are passed over, and that is said: %s', (_, below, merges) => {
    const read = inSheet([HEADING, ...two, ...below], merges);
    expect(read.problems).toEqual([]);
    expect(roomsOf(read)).toEqual(['101', '102']);
    expect(read.sheet?.notes.join()).toMatch(/第\d行是说明/);
  });

  it('[REG-3] a remark on sums beside a home does not lose the home', () => {
    const read = inSheet([
      [...HEADING, '备注'],
      [...homeLine('1栋', '101', '王芳'), '合计3人'],
      [...homeLine('1栋', '102', '李明'), ''],
    ]);
    expect(roomsOf(read)).toEqual(['101', '102']);
  });

  it('[REG-3] an owner who is called like a remark keeps the home, faulty as it is', () => {
    const read = inSheet([
      HEADING,
      homeLine('1栋', '101', '统计局'),
      homeLine('1栋', '102', '审核所', { area: '' }),
    ]);
    expect(roomsOf(read)).toEqual(['101', '102']);
    expect(read.problems).toMatchObject([{ row: 3, column: '建筑面积' }]);
  });

  it('[REG-1] titles and headings that stand again on each printed page are passed over', () => {
    const title = row('柳林新苑业主名册');
    const page = [title, HEADING, row('（㎡）', 4)];
    const read = inSheet([...page, ...two, ...page, homeLine('2栋', '101', '赵勇')]);
    expect(read.problems).toEqual([]);
    expect(roomsOf(read)).toEqual(['101', '102', '101']);
  });
});

describe('headings of two lines', () => {
  const names = HEADING.map((name, n) => (n === 4 ? '建筑面积' : name));

  it.each([
    ['units alone', []],
    ['cells that are merged over both', ['A1:A2', 'B1:B2', 'C1:C2', 'D1:D2', 'F1:F2', 'G1:G2', 'H1:H2']],
  ])('[REG-1] may have units in the lower one: %s', (_, merges) => {
    const read = inSheet([names, row('（㎡）', 4), homeLine('1栋', '101', '王芳')], merges);
    expect(read.problems).toEqual([]);
    expect(roomsOf(read)).toEqual(['101']);
  });
});

describe('cells and sheets', () => {
  it('[REG-2] a building over the columns of building and unit is no unit', () => {
    const { homes } = inSheet([HEADING, homeLine('1栋', '101', '王芳')], ['B2:C2']);
    expect(homes).toMatchObject([{ building: '1栋', unit: null, room: '101' }]);
  });

  it('[REG-7] a second sheet that is a register, too, is not passed over', () => {
    const book = sheets.utils.book_new();
    for (const name of ['1栋', '2栋']) {
      const sheet = sheets.utils.aoa_to_sheet([HEADING, homeLine(name, '101', '王芳')]);
      sheets.utils.book_append_sheet(book, sheet, name);
    }
    const { problems } = homesIn(sheets.write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer);
    expect(problems).toMatchObject([{ row: null, text: expect.stringContaining('“2栋”') as string }]);
  });
});
