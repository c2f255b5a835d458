import { hashKey } from './order';
import { candidates } from './paths';
import type { Document, Value } from './value';

/*
 * Places of documents in an index, as texts that compare byte by byte in BSON's order: one component a field, each beginning
 * with the sign of its type. Equal texts mean equal values, so that a unique index can rely on them.
 */

/** Signs of the types, in BSON's order; a missing field counts as null. */
const TYPE = {
  nothing: '2',
  number: '3',
  text: '4',
  document: '5',
  array: '6',
  truth: '7',
  date: '8',
  pattern: '9',
} as const;

/** Ends a text, before everything that could go on. */
const END = '\u0001';
/** After every component that can follow another one. */
export const AFTER_ALL = '\u{10ffff}';

/** The type sign of a value's component: values of one sign are comparable with each other. */
export function typeSign(value: Value | undefined): string {
  if (value === undefined || value === null) return TYPE.nothing;
  if (typeof value === 'number') return TYPE.number;
  if (typeof value === 'string') return TYPE.text;
  if (typeof value === 'boolean') return TYPE.truth;
  if (value instanceof Date) return TYPE.date;
  if (value instanceof RegExp) return TYPE.pattern;
  return Array.isArray(value) ? TYPE.array : TYPE.document;
}

/** True when components of this type lie in the order of their values; documents, arrays and patterns are only told apart. */
export function isOrdered(value: Value | undefined): boolean {
  return typeof value !== 'object' || value === null || value instanceof Date;
}

/** One component of a slot. */
export function component(value: Value | undefined): string {
  const sign = typeSign(value);
  if (value === undefined || value === null) return sign;
  if (typeof value === 'number') return sign + sortableNumber(value);
  if (typeof value === 'boolean') return sign + (value ? '1' : '0');
  if (value instanceof Date) return sign + sortableNumber(value.getTime());
  return sign + sortableText(typeof value === 'string' ? value : hashKey(value)) + END;
}

/** The slots that a document takes: one, unless a field holds an array. */
export function slotsOf(document: Document, fields: readonly string[]): string[] {
  let slots = [''];
  for (const field of fields) {
    const found = candidates(document, field);
    const components =
      found.length > 1 ? [...new Set(found.map((value) => component(value)))] : [component(found[0])];
    slots = slots.flatMap((slot) => components.map((next) => slot + next));
  }
  return slots;
}

const bits = new DataView(new ArrayBuffer(8));

/** 16 hexadecimal digits that compare as the numbers do; NaN comes before all others, -0 is 0. */
function sortableNumber(value: number): string {
  if (Number.isNaN(value)) return '0'.repeat(16);
  bits.setFloat64(0, value === 0 ? 0 : value);
  const raw = bits.getBigUint64(0);
  const sortable = raw >> 63n === 1n ? ~raw & 0xffff_ffff_ffff_ffffn : raw | (1n << 63n);
  return sortable.toString(16).padStart(16, '0');
}

// eslint needs no exception for control signs in a class made from a text.
const RESERVED = new RegExp('[\\u0000-\\u0002\\ud7ff\\ud800-\\udfff]', 'u');
const RESERVED_EACH = new RegExp(RESERVED.source, 'gu');

/**
 * The text without NUL and END, and with lone surrogates, which UTF-8 cannot carry, written out: all in their old order.
 */
function sortableText(text: string): string {
  if (!RESERVED.test(text)) return text;
  return text.replace(RESERVED_EACH, (sign) => {
    const code = sign.charCodeAt(0);
    if (code < 3) return `\u0002${code}`;
    return code === 0xd7ff ? '\ud7ff0' : `\ud7ff1${code.toString(16)}`;
  });
}
