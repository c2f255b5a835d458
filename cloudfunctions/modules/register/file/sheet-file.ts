import * as sheets from '@e965/xlsx';

export interface Sheet {
  name: string;
  rows: (string | number)[][];
  /** Characters of each column. */
  widths: number[];
}

/** An .xlsx in base64 with these sheets. Texts stay texts: what begins with an equals sign is no formula. */
export function sheetFile(list: readonly Sheet[]): string {
  const book = sheets.utils.book_new();
  for (const { name, rows, widths } of list) {
    const sheet = sheets.utils.aoa_to_sheet(rows);
    sheet['!cols'] = widths.map((wch) => ({ wch }));
    sheets.utils.book_append_sheet(book, sheet, name);
  }
  const file: unknown = sheets.write(book, { type: 'base64', bookType: 'xlsx', compression: true });
  return String(file);
}
