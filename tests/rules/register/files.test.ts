import * as sheets from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { FileFault } from '../../../cloudfunctions/modules/register/file/file-fault';
import { readWorkbook } from '../../../cloudfunctions/modules/register/file/workbook';
import { HEADING, homeLine, homesIn, type Line, workbook } from '../../support/register-files';

const TYPES = ['xlsx', 'biff8'] as const;

const codeOf = (file: Buffer) => {
  try {
    readWorkbook(file);
    return null;
  } catch (error) {
    if (error instanceof FileFault) return error.code;
    throw error;
  }
};

/** A workbook of these sheets as the library writes it. */
function bookOf(
  list: Record<string, sheets.WorkSheet>,
  bookType: (typeof TYPES)[number],
  more: sheets.WBProps = {},
): Buffer {
  const book = sheets.utils.book_new();
  for (const [name, sheet] of Object.entries(list)) sheets.utils.book_append_sheet(book, sheet, name);
  book.Workbook = more;
  return sheets.write(book, { type: 'buffer', bookType }) as Buffer;
}

const containers = sheets.CFB as unknown as {
  utils: { cfb_new(): object; cfb_add(container: object, name: string, content: Buffer): void };
  read(file: Buffer, options: object): { FileIndex: { name: string; content: Uint8Array }[] };
  write(container: object, options: object): Buffer;
};

/** A compound file with these streams: what Excel and WPS pack an .xls, and any workbook with a password, into. */
function compound(streams: Record<string, Buffer>): Buffer {
  const container = containers.utils.cfb_new();
  for (const [name, content] of Object.entries(streams))
    containers.utils.cfb_add(container, `/${name}`, content);
  return containers.write(container, { type: 'buffer' });
}

describe('a workbook with a password', () => {
  it.each([
    ['of today', 4, 4],
    ['of 2007', 3, 2],
  ])('[REG-2] is refused with that reason: one %s', (_, major, minor) => {
    const info = Buffer.alloc(64);
    info.writeUInt16LE(major, 0);
    info.writeUInt16LE(minor, 2);
    info.writeUInt32LE(minor === 4 ? 0x40 : 0x24, 4);
    const file = compound({ EncryptionInfo: info, EncryptedPackage: Buffer.alloc(5000, 7) });
    expect(codeOf(file)).toBe('IMPORT_FILE_LOCKED');
  });

  it('[REG-2] is refused with that reason: an .xls; and a letter is only no table', () => {
    const plain = workbook([HEADING, homeLine('3栋', '501', '王芳')], { type: 'biff8' });
    const stream = containers
      .read(plain, { type: 'buffer' })
      .FileIndex.find(({ name }) => name === 'Workbook');
    const content = Buffer.from(stream?.content ?? []);
    const first = 4 + content.readUInt16LE(2);
    const password = Buffer.from([0x2f, 0, 6, 0, 0, 0, 1, 2, 3, 4]);
    const Workbook = Buffer.concat([content.subarray(0, first), password, content.subarray(first)]);
    expect(codeOf(compound({ Workbook }))).toBe('IMPORT_FILE_LOCKED');
    expect(codeOf(compound({ WordDocument: Buffer.alloc(5000, 7) }))).toBe('IMPORT_FILE_UNREADABLE');
  });
});

describe('what lies far from the rest', () => {
  it.each(TYPES)('[REG-2] below 8,000 blank rows is not passed over: .%s', (bookType) => {
    const sheet = sheets.utils.aoa_to_sheet([HEADING, homeLine('1栋', '101', '王芳')]);
    sheets.utils.sheet_add_aoa(sheet, [homeLine('1栋', '102', '李明')], { origin: 'A8002' });
    expect(codeOf(bookOf({ 名册: sheet }, bookType))).toBe('IMPORT_FILE_TOO_MANY_ROWS');
  });

  it('[REG-2] cells without content, and merges over the whole sheet, hold up nothing', () => {
    const sheet = sheets.utils.aoa_to_sheet([HEADING, homeLine('1栋', '101', '王芳')]);
    sheet.A60000 = { t: 's', v: '' };
    sheet['!ref'] = 'A1:H60000';
    expect(homesIn(bookOf({ 名册: sheet }, 'xlsx')).homes).toHaveLength(1);
    const lines: Line[] = Array.from({ length: 3000 }, (_, n) => homeLine('1栋', String(n), '王芳'));
    const merges = Array<string>(5000).fill('A1:XFD1048576');
    const before = performance.now();
    expect(codeOf(workbook(lines, { merges }))).toBe('IMPORT_FILE_UNREADABLE');
    expect(performance.now() - before).toBeLessThan(10_000);
  });
});

describe('cells that are shown as days', () => {
  it.each(TYPES.flatMap((type) => [[type, false] as const, [type, true] as const]))(
    '[REG-2] are read as those days, and are no room: .%s, counted from 1904: %s',
    (bookType, date1904) => {
      const sheet = sheets.utils.aoa_to_sheet([
        [...HEADING, '推选的人', '推选证明'],
        [...homeLine('1栋', '101', '王芳、李明'), '王芳', null],
        homeLine('1栋', '', '周丽'),
      ]);
      const serial = date1904 ? 45_964 - 1462 : 45_964;
      sheet.J2 = { t: 'n', v: serial, z: 'yyyy"年"m"月"d"日"' };
      sheet.D3 = { t: 'n', v: serial, z: 'm"-"d' };
      const { homes, problems } = homesIn(bookOf({ 名册: sheet }, bookType, { WBProps: { date1904 } }));
      expect(homes[0]?.named).toEqual({ name: '王芳', proof: '2025-11-03' });
      expect(problems).toMatchObject([
        { row: 3, column: '房号', text: expect.stringContaining('当成了日期') as string },
      ]);
    },
  );
});

describe('sheets', () => {
  it.each(TYPES)('[REG-1] that are hidden are read only where there is no other: .%s', (bookType) => {
    const of = (owner: string) => sheets.utils.aoa_to_sheet([HEADING, homeLine('1栋', '101', owner)]);
    const list = { 旧表: of('旧业主'), 新表: of('新业主') };
    const first = homesIn(bookOf(list, bookType, { Sheets: [{ Hidden: 1 }, { Hidden: 0 }] }));
    expect(first.homes[0]?.owners[0]?.name).toBe('新业主');
    expect(first.sheet?.notes.join()).toContain('旧表');
    const only = { 旧表: of('旧业主') };
    expect(homesIn(bookOf(only, bookType, { Sheets: [{ Hidden: 1 }] })).homes).toHaveLength(1);
  });
});
