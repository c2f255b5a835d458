import { deflateRawSync } from 'node:zlib';
import * as sheets from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { FileFault } from '../../../cloudfunctions/modules/register/file/file-fault';
import { readWorkbook } from '../../../cloudfunctions/modules/register/file/workbook';
import { zipEntries } from '../../../cloudfunctions/modules/register/file/zip-entries';
import { HEADING, homeLine, homesIn, type Line, workbook } from '../../support/register-files';

const codeOf = (read: () => unknown) => {
  try {
    read();
  } catch (error) {
    if (error instanceof FileFault) return error.code;
    throw error;
  }
  return null;
};

const inSheet = (...lines: Line[]) => homesIn(workbook([HEADING, ...lines]));

describe('files', () => {
  const csv = '业主,楼栋,房号,面积,面积依据\r\n"王芳、\n李明",3栋,501,"1,098.5",登记\r\n';
  const gbk = Buffer.concat(
    [
      ...[
        [0xd2, 0xb5, 0xd6, 0xf7],
        [0x2c],
        [0xb7, 0xbf, 0xba, 0xc5],
        [0x2c],
        [0xc3, 0xe6, 0xbb, 0xfd],
        [0x0a],
      ],
      ...[
        [0xcd, 0xf5, 0xb7, 0xbc],
        [0x2c, 0x35, 0x30, 0x31, 0x2c, 0x39, 0x38],
      ],
    ].map((bytes) => Buffer.from(bytes)),
  );

  it.each([
    ['UTF-8', Buffer.from(csv)],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${csv}`)],
    ['UTF-16', Buffer.from(`\uFEFF${csv}`, 'utf16le')],
    ['UTF-16 of the other order', Buffer.from(`\uFEFF${csv}`, 'utf16le').swap16()],
  ])('[REG-2] a CSV in %s, with line breaks in quotes', (_, file) => {
    const { homes, problems } = homesIn(file);
    expect(problems).toEqual([]);
    expect(homes).toMatchObject([{ building: '3栋', room: '501', area: 109850 }]);
    expect(homes[0]?.owners.map(({ name }) => name)).toEqual(['王芳', '李明']);
  });

  it('[REG-2] a CSV in GBK', () => {
    expect(readWorkbook(gbk)[0]?.rows).toEqual([
      ['业主', '房号', '面积'],
      ['王芳', '501', '98'],
    ]);
  });

  it('[REG-2] an .xls, and of a formula its value', () => {
    const sheet = sheets.utils.aoa_to_sheet([HEADING, homeLine('3栋', '501', '王芳')]);
    sheet.E2 = { t: 'n', v: 98.56, f: '49.28*2' };
    const book = sheets.utils.book_new();
    sheets.utils.book_append_sheet(book, sheet, '表');
    for (const bookType of ['biff8', 'xlsx'] as const) {
      const { homes } = homesIn(sheets.write(book, { type: 'buffer', bookType }) as Buffer);
      expect(homes).toMatchObject([{ area: 9856, room: '501' }]);
    }
  });

  it('[REG-2] refuses what swells, what is damaged and what is no table', () => {
    const bomb = deflateRawSync(Buffer.alloc(60 * 1024 * 1024));
    const file = zipOf('xl/worksheets/sheet1.xml', bomb, 100);
    expect(codeOf(() => zipEntries(file, () => true))).toBe('IMPORT_FILE_TOO_LARGE');
    expect(codeOf(() => readWorkbook(file))).toBe('IMPORT_FILE_TOO_LARGE');
    const good = workbook([HEADING, homeLine('3栋', '501', '王芳')]);
    expect(codeOf(() => readWorkbook(good.subarray(0, good.length - 40)))).toBe('IMPORT_FILE_UNREADABLE');
    expect(codeOf(() => readWorkbook(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0])))).toBe(
      'IMPORT_FILE_UNREADABLE',
    );
    expect(readWorkbook(Buffer.from('a\n'.repeat(8_000)))[0]?.rows).toHaveLength(8_000);
    expect(codeOf(() => readWorkbook(Buffer.from('a\n'.repeat(8_010))))).toBe('IMPORT_FILE_TOO_MANY_ROWS');
  });
});

/** A zip of one packed part that claims to have `size` bytes. */
function zipOf(name: string, packed: Buffer, size: number): Buffer {
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(packed.length, 18);
  local.writeUInt32LE(size, 22);
  local.writeUInt16LE(name.length, 26);
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50, 0);
  central.writeUInt16LE(8, 10);
  central.writeUInt32LE(packed.length, 20);
  central.writeUInt32LE(size, 24);
  central.writeUInt16LE(name.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(30 + name.length + packed.length, 16);
  return Buffer.concat([local, Buffer.from(name), packed, central, Buffer.from(name), end]);
}

describe('headings and rows', () => {
  it('[REG-1] finds a heading of two lines below titles, in the fuller of two sheets', () => {
    const book = sheets.utils.book_new();
    const add = (name: string, lines: Line[]) =>
      sheets.utils.book_append_sheet(book, sheets.utils.aoa_to_sheet(lines), name);
    add('说明', [['填表说明'], ['房号', '业主', '备注']]);
    add('二期', [
      ['某某小区名册', null, null, null, null, null],
      ['房屋', '房屋', '面积', '面积依据', '业主', '车位'],
      ['楼栋', '房号', null, null, '姓名', '面积'],
      ['3', '501', 98.56, '测绘', '王芳', null],
    ]);
    const { sheet, homes } = homesIn(sheets.write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer);
    expect(sheet?.name).toBe('二期');
    expect(sheet?.notes[0]).toContain('说明');
    expect([...(sheet?.columns ?? [])]).toContain('parkingArea');
    expect(homes).toMatchObject([{ building: '3栋', room: '501', areaBasis: 'surveyed' }]);
  });

  it('[REG-2] a building stands for the rows below it, totals and repeated headings are no homes', () => {
    const { sheet, homes } = inSheet(
      homeLine('3栋', '501', '王芳'),
      homeLine(null, '502', '李明'),
      HEADING,
      ['合计', null, null, null, 197.12, null, null, null],
      [],
      homeLine('4栋', '101', '周丽'),
    );
    expect(homes.map(({ building, room }) => `${building}${room}`)).toEqual(['3栋501', '3栋502', '4栋101']);
    expect(sheet?.notes.join()).toContain('没有写楼栋');
  });

  it('[REG-3] says of a row what is wrong and what to write', () => {
    const { problems } = inSheet(homeLine('3栋', '501', '王芳、李明', { key: 'Y1', area: '' }), [
      '甲',
      '3栋',
      null,
      '502',
      9,
      '听说',
      null,
      '也许',
    ]);
    expect(problems.map(({ row, column, text }) => `${row} ${column} ${text}`)).toEqual([
      '2 建筑面积 没有填，请填如 98.56',
      '2 业主编号 有1个编号、2位业主，请按同样的顺序一一对应',
      '3 面积依据 “听说”看不懂，请写 不动产登记、测绘、合同 中的一个',
      '3 交付情况 “也许”看不懂，请写 业主、未售、未交付 中的一个',
    ]);
  });

  it('[REG-4] refuses an identity number as a key and does not repeat it, nor a telephone number', () => {
    const { problems } = inSheet(
      homeLine('3栋', '501', '王芳', { key: '510104199001011234' }),
      homeLine('3栋', '502', '李明', { key: '13800138000' }),
    );
    expect(problems.map(({ row }) => row)).toEqual(expect.arrayContaining([2, 3]));
    expect(JSON.stringify(problems)).not.toContain('510104');
    expect(problems.map(({ text }) => text).join()).toContain('身份证号');
  });

  it('[REG-2] a parking space in its owner’s row is a part of its own', () => {
    const lines: Line[] = [
      ['房号', '业主', '建筑面积', '面积依据', '车位号', '计入依据', '车位面积'],
      ['501', '王芳', 98.56, '合同', 'B-1', '登记', 12.5],
      ['502', '李明', 98.56, '合同', 'B-2', '不计入', null],
    ];
    const { homes, problems } = homesIn(workbook(lines));
    expect(problems).toEqual([]);
    expect(homes.map(({ room, use, area, parkingBasis }) => [room, use, area, parkingBasis])).toEqual([
      ['501', 'home', 9856, null],
      ['车位B-1', 'parking', 1250, 'registered'],
      ['502', 'home', 9856, null],
      ['车位B-2', 'parking', 0, 'none'],
    ]);
  });
});
