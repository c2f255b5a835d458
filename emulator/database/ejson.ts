import { DOCUMENT_DEPTH } from './limits';
import { invalidParam, requestFailed } from './failure';
import { type Document, isDocument, numberType, type Value } from './value';

/** Reads canonical EJSON. `now` (epoch ms) is what `{$tcb_server_date: {offset}}` is resolved with. Throws DatabaseFailure. */
export function decode(text: string, now: number): Value {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    throw invalidParam('The body is not EJSON');
  }
  return decodeValue(parsed, now, 0);
}

/** Like decode, for what must be a document. */
export function decodeDocument(text: unknown, now: number): Document {
  const value = typeof text === 'string' ? decode(text, now) : undefined;
  if (!isDocument(value)) throw invalidParam('An EJSON document is expected');
  return value;
}

/** Writes canonical EJSON, as bson does; field order is kept. */
export function encode(value: Value): string {
  return JSON.stringify(encodeValue(value, 0));
}

function decodeValue(raw: unknown, now: number, depth: number): Value {
  if (typeof raw !== 'object' || raw === null) return raw as Value;
  if (depth > DOCUMENT_DEPTH)
    throw requestFailed(`Document exceeds maximum nested depth of ${DOCUMENT_DEPTH}`);
  if (Array.isArray(raw)) return raw.map((item) => decodeValue(item, now, depth + 1));
  const fields = Object.keys(raw);
  const entries = raw as Record<string, unknown>;
  const first = fields[0];
  if (first?.startsWith('$')) {
    const special = decodeSpecial(first, entries[first], fields.length, now);
    if (special !== undefined) return special;
  }
  const document: Document = {};
  for (const field of fields) {
    // As an ordinary field MongoDB would take it; in a program it changes the prototype. Refused rather than half kept.
    if (field === '__proto__')
      throw invalidParam('The field name __proto__ is not supported by the local cloud');
    document[field] = decodeValue(entries[field], now, depth + 1);
  }
  return document;
}

/** The value behind a `$…` wrapper of EJSON, or undefined when it is an ordinary field or an operator. */
function decodeSpecial(name: string, body: unknown, fields: number, now: number): Value | undefined {
  if (fields !== 1) return undefined;
  switch (name) {
    case '$numberInt':
    case '$numberLong':
    case '$numberDouble':
      return decodeNumber(body);
    case '$date':
      return decodeDate(body);
    case '$regularExpression':
      return decodeRegExp(body);
    case '$tcb_server_date':
      return serverDate(now + Number(numberField(body, 'offset')));
    case '$undefined':
      return null;
    case '$oid':
    case '$binary':
    case '$numberDecimal':
    case '$timestamp':
    case '$minKey':
    case '$maxKey':
    case '$symbol':
    case '$code':
    case '$dbPointer':
    case '$uuid':
      throw invalidParam(`The type ${name} is not supported by the local cloud`);
    default:
      return undefined;
  }
}

function serverDate(at: number): Date {
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) throw invalidParam('The offset of a server date leads beyond all dates');
  return date;
}

function decodeNumber(body: unknown): number {
  const value = typeof body === 'string' && body.trim() !== '' ? Number(body) : Number.NaN;
  if (Number.isNaN(value) && body !== 'NaN') throw invalidParam(`Not a number: ${JSON.stringify(body)}`);
  return value;
}

function decodeDate(body: unknown): Date {
  const wrapped = isDocument(body) ? decodeNumber(body.$numberLong) : body;
  const date = new Date(typeof wrapped === 'number' || typeof wrapped === 'string' ? wrapped : Number.NaN);
  if (Number.isNaN(date.getTime())) throw invalidParam(`Not a date: ${JSON.stringify(body)}`);
  return date;
}

function decodeRegExp(body: unknown): RegExp {
  if (!isDocument(body) || typeof body.pattern !== 'string') throw invalidParam('Not a regular expression');
  return regularExpression(body.pattern, typeof body.options === 'string' ? body.options : '');
}

/** A pattern with MongoDB's options; `x` (extended) is absent from JavaScript and refused. Throws DatabaseFailure. */
export function regularExpression(pattern: string, options: string): RegExp {
  const foreign = [...options].find((flag) => !'imsu'.includes(flag));
  if (foreign !== undefined) throw requestFailed(`invalid flag in regex options: ${foreign}`);
  try {
    return new RegExp(pattern, [...new Set(options)].sort().join(''));
  } catch (error) {
    throw requestFailed(`Regular expression is invalid: ${error instanceof Error ? error.message : pattern}`);
  }
}

function numberField(body: unknown, field: string): number {
  const raw = isDocument(body) ? body[field] : undefined;
  return isDocument(raw) ? decodeNumber(Object.values(raw)[0]) : typeof raw === 'number' ? raw : 0;
}

/** As deep as decodeValue goes and no deeper: what is stored can be read again. */
function encodeValue(value: Value | undefined, depth: number): unknown {
  if (typeof value === 'number') return encodeNumber(value);
  if (typeof value !== 'object' || value === null) return value ?? null;
  if (depth > DOCUMENT_DEPTH)
    throw requestFailed(`Document exceeds maximum nested depth of ${DOCUMENT_DEPTH}`);
  if (Array.isArray(value)) return value.map((item) => encodeValue(item, depth + 1));
  if (value instanceof Date) return { $date: { $numberLong: String(value.getTime()) } };
  if (value instanceof RegExp) {
    return { $regularExpression: { pattern: value.source, options: value.flags } };
  }
  const entries: Record<string, unknown> = {};
  for (const field of Object.keys(value)) entries[field] = encodeValue(value[field], depth + 1);
  return entries;
}

function encodeNumber(value: number): unknown {
  const type = numberType(value);
  if (type === 'int') return { $numberInt: String(value) };
  if (type === 'long') return { $numberLong: BigInt(value).toString() };
  return { $numberDouble: Object.is(value, -0) ? '-0.0' : String(value) };
}
