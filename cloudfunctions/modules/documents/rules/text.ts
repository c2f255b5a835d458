import type { Block } from '@contract/documents';

// Controls that XML 1.0 forbids (and DEL to NEL, which it discourages), non-characters, halves of surrogate pairs.
const FORBIDDEN =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uFFFE\uFFFF\uFDD0-\uFDEF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;
// Marks that show nothing and can reorder or hide what is read. The joiner of emoji (U+200D) stays.
const HIDDEN = /[\u00AD\u061C\u200B\u200C\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g;

/** Text as it can stand on paper: whatever somebody wrote, the Word file opens and reads as it looks (DOC-9). */
export function clean(text: string): string {
  return text
    .replace(/\r\n?|\u2028|\u2029|\u0085/g, '\n')
    .replace(/\t/g, ' ')
    .replace(FORBIDDEN, '')
    .replace(HIDDEN, '');
}

/** In one line, for a title, a cell or a file's name. */
export function oneLine(text: string): string {
  return clean(text).replace(/\s+/g, ' ').trim();
}

/** Each text of each block cleaned: the one gate through which every paper goes. */
export function cleanBlock(block: Block): Block {
  switch (block.kind) {
    case 'title':
    case 'number':
    case 'heading':
      return { ...block, text: oneLine(block.text) };
    case 'paragraph':
    case 'small':
      return { ...block, text: clean(block.text) };
    case 'lines':
      return {
        ...block,
        lines: block.lines.map(({ label, value }) => ({ label: oneLine(label), value: clean(value) })),
      };
    case 'table':
      return {
        ...block,
        columns: block.columns.map((column) => ({ ...column, title: oneLine(column.title) })),
        rows: block.rows.map((row) => row.map(clean)),
      };
    case 'choices':
      return { ...block, choices: block.choices.map(oneLine) };
    case 'signatures':
      return { ...block, lines: block.lines.map(oneLine) };
    case 'stamp':
      return { ...block, issuer: oneLine(block.issuer), on: oneLine(block.on) };
    case 'codes':
      return {
        ...block,
        codes: block.codes.map(({ image, caption }) => ({ image, caption: clean(caption) })),
      };
    case 'page-break':
      return block;
  }
}

const NAME_LENGTH = 40;

/** '决议书 使用维修资金修缮屋顶.docx': no sign that a file system refuses, no half character at its end. */
export function fileNameOf(...parts: readonly string[]): string {
  const words = oneLine(parts.join(' ')).replace(/[\\/:*?"<>|%#&{}]/g, '');
  return `${[...words]
    .slice(0, NAME_LENGTH)
    .join('')
    .replace(/[. ]+$/, '')}.docx`;
}
