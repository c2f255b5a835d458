import * as sheets from '@e965/xlsx';
import { readWorkbook } from '../../cloudfunctions/modules/register/file/workbook';
import { parsedHomes } from '../../cloudfunctions/modules/register/rules/parsed-home';
import { readSheet } from '../../cloudfunctions/modules/register/rules/sheet-rows';
import type { TestCloud } from './local-cloud';

export type Line = (string | number | null)[];

/** Headings in an order of their own, with synonyms. */
export const HEADING: Line = [
  '业主姓名',
  '楼栋',
  '单元',
  '房号',
  '建筑面积（㎡）',
  '面积依据',
  '业主编号',
  '交付情况',
];

/** One home of 柳林新苑 as a row under HEADING. */
export const homeLine = (
  building: string | null,
  room: string,
  owners: string,
  more: Partial<Record<'area' | 'key', string | number>> = {},
): Line => [owners, building, null, room, more.area ?? 98.56, '不动产登记', more.key ?? null, '业主'];

export interface SheetOptions {
  /** 'A3:A4' */
  merges?: string[];
  type?: 'xlsx' | 'biff8';
}

/** A workbook of one sheet, as Excel writes it. */
export function workbook(lines: Line[], { merges = [], type = 'xlsx' }: SheetOptions = {}): Buffer {
  const book = sheets.utils.book_new();
  const sheet = sheets.utils.aoa_to_sheet(lines);
  sheet['!merges'] = merges.map((range) => sheets.utils.decode_range(range));
  sheets.utils.book_append_sheet(book, sheet, '业主名册');
  return sheets.write(book, { type: 'buffer', bookType: type, compression: true }) as Buffer;
}

/** What is read of a file before anybody looks at the register. */
export function homesIn(file: Buffer) {
  const sheet = readSheet(readWorkbook(file));
  const problems = sheet?.problems ?? [];
  return { sheet, problems, homes: sheet?.rows.flatMap((row) => parsedHomes(row, problems)) ?? [] };
}

let made = 0;

/** Uploads a register as the secretary's phone does, and gives its file id. */
export async function uploadRegister(cloud: TestCloud, openid: string, content: Buffer): Promise<string> {
  made += 1;
  const { url, token } = cloud.cloud;
  const path = encodeURIComponent(`register-imports/test-file-${made}.xlsx`);
  const answer = await fetch(`${url}/upload?path=${path}`, {
    method: 'POST',
    headers: { 'X-Local-Token': token, 'X-Local-Openid': openid, 'Content-Type': 'application/octet-stream' },
    body: new Uint8Array(content),
  });
  const { fileID } = (await answer.json()) as { fileID?: string };
  if (!fileID) throw new Error(`the file was not taken: ${answer.status}`);
  return fileID;
}
