import type { ImportProblem } from '@contract/register-import';
import { createHash } from 'node:crypto';
import { readStoredFile } from '../../kernel/storage';
import { Refusal } from '../../kernel/refusal';
import { FileFault } from './file/file-fault';
import { readWorkbook } from './file/workbook';
import type { Field } from './rules/headings';
import { type ParsedHome, parsedHomes } from './rules/parsed-home';
import { readSheet } from './rules/sheet-rows';

const MOST_BYTES = 8 * 1024 * 1024;

/** A file as it was read; homes only by what it says itself. */
export interface ReadFile {
  fileHash: string;
  sheet: string | null;
  columns: ReadonlySet<Field>;
  parsed: ParsedHome[];
  problems: ImportProblem[];
  notes: string[];
}

const NO_HEADING = '没有找到表头。表头要有“房号、建筑面积、面积依据、业主”这几列，可以下载模板来填';

function tablesOf(bytes: Buffer) {
  try {
    return readWorkbook(bytes);
  } catch (error) {
    if (error instanceof FileFault) throw new Refusal(error.code);
    throw error;
  }
}

/** Reads a register from storage. @throws Refusal IMPORT_FILE_… where nothing of it can be read */
export async function readRegisterFile(fileId: string): Promise<ReadFile> {
  const bytes = await readStoredFile(fileId, MOST_BYTES);
  if (bytes === null || bytes.length === 0) throw new Refusal('IMPORT_FILE_MISSING');
  if (bytes === 'too-large') throw new Refusal('IMPORT_FILE_TOO_LARGE');
  const fileHash = createHash('sha256').update(bytes).digest('hex');
  const sheet = readSheet(tablesOf(bytes));
  if (!sheet) {
    const problems = [{ row: null, column: null, text: NO_HEADING }];
    return { fileHash, sheet: null, columns: new Set(), parsed: [], problems, notes: [] };
  }
  const { name, columns, rows, problems, notes } = sheet;
  const parsed = rows.flatMap((row) => parsedHomes(row, problems));
  if (rows.length === 0) problems.push({ row: null, column: null, text: '表头下面没有一套房，请检查文件' });
  return { fileHash, sheet: name, columns, parsed, problems, notes };
}
