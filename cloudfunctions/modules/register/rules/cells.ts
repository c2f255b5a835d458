/** A cell as a file has it. */
export type Cell = string | number | boolean | null;

// Control characters, zero width, bidi and the byte order mark: they hide in what was pasted from elsewhere.
const HIDDEN =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g;
const BLANKS = /[\s\u00A0\u2000-\u200A\u202F\u205F\u3000]+/g;
const IDENTITY_NUMBER = /(?<!\d)\d{17}[\dXx](?!\d)|(?<!\d)\d{15}(?!\d)/;
const LAST_SERIAL = 73_050;
const DAY_MS = 86_400_000;
/** Day 0 of Excel's calendar; it holds a 29 February 1900 that never was, so that serials from 61 on fit. */
const SERIAL_ZERO = Date.UTC(1899, 11, 30);

/** Full-width letters, digits and signs as plain ones; nothing else, for names may hold rare characters. */
export function halfWidth(text: string): string {
  return text.replace(/[\uFF01-\uFF5E]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));
}

/** What a person reads in the cell: no hidden characters, blanks of all kinds as one, none at the ends. */
export function textOf(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return '';
  return String(cell).replace(HIDDEN, '').replace(BLANKS, ' ').trim();
}

/** The same for codes and numbers: half-width and without blanks. */
export function codeOf(cell: Cell | undefined): string {
  return halfWidth(textOf(cell)).replace(/ /g, '');
}

/** Whether an identity number stands in it: such a text is never stored (REG-4). */
export function holdsIdentityNumber(text: string): boolean {
  return IDENTITY_NUMBER.test(halfWidth(text).replace(BLANKS, ''));
}

const TELEPHONE = /(?<!\d)1[3-9]\d{9}(?!\d)/;

/** Whether a mobile number stands in it, which no register needs (REG-4). */
export function holdsTelephone(text: string): boolean {
  return TELEPHONE.test(halfWidth(text).replace(/[\s-]/g, ''));
}

/** A sentence about a file without the numbers of people that stand in the file (REG-4). */
export function withoutNumbers(text: string): string {
  if (!holdsIdentityNumber(text) && !holdsTelephone(text)) return text;
  return text.replace(/[\d\uFF10-\uFF19][\d\uFF10-\uFF19\s-]{4,}[\dXx\uFF10-\uFF19]/g, '（号码）');
}

/** A name as it is called: «王　芳», drawn apart to fill its column, is 王芳. */
export function nameOf(text: string): string {
  return /^\p{sc=Han}( \p{sc=Han}+){1,2}$/u.test(text) ? text.replaceAll(' ', '') : text;
}

/** An area in 0.01 m² from '９８．５６ ㎡', '1,204.5平方米' or 98.56; null where it is no number of at most two decimals. */
export function areaOf(cell: Cell | undefined): number | null {
  // 12080 - 0.1 and the like: Excel's own arithmetic leaves 98.56000000000002.
  const given = typeof cell === 'number' ? Number(cell.toFixed(8)) : cell;
  const plain = codeOf(given).replace(/(平方米|平米|㎡|m²|m2|平方|方)$/i, '');
  const parts = /^(\d{1,3}(?:,\d{3})+|\d{1,9})(?:\.(\d{0,2})0*)?$/.exec(plain);
  if (!parts) return null;
  const [, whole = '', fraction = ''] = parts;
  return Number(whole.replaceAll(',', '')) * 100 + Number(fraction.padEnd(2, '0'));
}

function dayText(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const fits =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return fits ? date.toISOString().slice(0, 10) : null;
}

/** 'YYYY-MM-DD' from a serial of Excel or from '1970-1-2', '1970/1/2', '1970.1.2', '1970年1月2日', '19700102'; null otherwise. */
export function dayOfCell(cell: Cell | undefined): string | null {
  const text = codeOf(cell);
  if (/^\d{1,5}(\.\d+)?$/.test(text)) {
    const serial = Math.floor(Number(text));
    return serial > 60 && serial <= LAST_SERIAL
      ? new Date(SERIAL_ZERO + serial * DAY_MS).toISOString().slice(0, 10)
      : null;
  }
  const parts =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  return parts ? dayText(Number(parts[1]), Number(parts[2]), Number(parts[3])) : null;
}

/** Several in one cell: '王芳、李明', one a line, '王芳；李明'. Empty places between two signs stay, for they belong to somebody. */
export function listOf(cell: Cell | undefined): string[] {
  if (textOf(cell) === '') return [];
  const parts = halfWidth(String(cell)).split(/[、;,\n\r]+|\s*\/\s*/);
  return parts.map(textOf).filter((part) => part !== '');
}
