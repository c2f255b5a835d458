import { requestFailed } from '../failure';
import { typeName, type Value } from '../value';
import { placeOf } from './array';
import { argumentsOf, isNullish, type Operator, withArguments } from './expression';
import { asText, codePoints, textOf, wholeIndex } from './text';

export const $concat: Operator = (operand, compile) => {
  const parts = argumentsOf(operand, compile);
  return (scope) => {
    const texts: string[] = [];
    for (const part of parts) {
      const value = part(scope);
      if (isNullish(value)) return null;
      if (typeof value !== 'string')
        throw requestFailed(`$concat only supports strings, not ${typeName(value)}`);
      texts.push(value);
    }
    return texts.join('');
  };
};

/** Only the letters of ASCII change, as in MongoDB. */
export const $toLower = withArguments(1, 1, (_name, value) =>
  asText(value).replace(/[A-Z]+/g, (letters) => letters.toLowerCase()),
);
export const $toUpper = withArguments(1, 1, (_name, value) => upper(asText(value)));

function upper(text: string): string {
  return text.replace(/[a-z]+/g, (letters) => letters.toUpperCase());
}

export const $strcasecmp = withArguments(2, 2, (_name, a, b) =>
  Math.sign(Buffer.compare(Buffer.from(upper(asText(a))), Buffer.from(upper(asText(b))))),
);

export const $strLenBytes = withArguments(1, 1, (name, value) => Buffer.byteLength(measured(value, name)));
export const $strLenCP = withArguments(1, 1, (name, value) => codePoints(measured(value, name)).length);

function measured(value: Value | undefined, name: string): string {
  if (typeof value === 'string') return value;
  throw requestFailed(`${name} requires a string argument, found: ${typeName(value)}`);
}

export const $split = withArguments(2, 2, (_name, text, separator) => {
  if (isNullish(text) || isNullish(separator)) return null;
  const refuse = (which: string, value: Value) =>
    requestFailed(
      `$split requires an expression that evaluates to a string as a ${which} argument, found: ${typeName(value)}`,
    );
  if (typeof text !== 'string') throw refuse('first', text);
  if (typeof separator !== 'string') throw refuse('second', separator);
  if (separator === '') throw requestFailed('$split requires a non-empty separator');
  return text.split(separator);
});

/** Position of a text in another, counted in bytes of UTF-8 or in code points. */
const indexOf = (measure: (text: string) => Buffer | string[], find: typeof findIn): Operator =>
  withArguments(2, 4, (name, text, wanted, start = 0, end) => {
    if (isNullish(text)) return null;
    const units = measure(textOf(text, name, 'first'));
    const part = measure(textOf(wanted, name, 'second'));
    const from = placeOf(start, name, 'starting');
    const to = Math.min(units.length, end === undefined ? units.length : placeOf(end, name, 'ending'));
    return from > to ? -1 : find(units, part, from, to);
  });

function findIn(
  units: ArrayLike<string | number>,
  part: ArrayLike<string | number>,
  from: number,
  to: number,
): number {
  for (let at = from; at + part.length <= to; at++) {
    let same = 0;
    while (same < part.length && units[at + same] === part[same]) same++;
    if (same === part.length) return at;
  }
  return -1;
}

export const $indexOfBytes = indexOf((text) => Buffer.from(text), findIn);
export const $indexOfCP = indexOf(codePoints, findIn);

/** By bytes of UTF-8: a Chinese character has three, and none may be cut. */
export const $substrBytes = withArguments(3, 3, (_name, value, start, length) => {
  const bytes = Buffer.from(asText(value));
  const from = wholeIndex(start, '$substrBytes:  starting index');
  const count = wholeIndex(length, '$substrBytes:  length');
  if (from < 0 || from >= bytes.length) return '';
  const to = count < 0 ? bytes.length : Math.min(bytes.length, from + count);
  for (const [at, which] of [
    [from, 'starting'],
    [to, 'ending'],
  ] as const) {
    if (at < bytes.length && continues(bytes[at])) {
      throw requestFailed(
        `$substrBytes:  Invalid range, ${which} index is in the middle of a UTF-8 character.`,
      );
    }
  }
  return bytes.toString('utf8', from, to);
});

function continues(byte: number | undefined): boolean {
  return byte !== undefined && (byte & 0xc0) === 0x80;
}

export const $substrCP = withArguments(3, 3, (_name, value, start, length) => {
  const text = codePoints(asText(value));
  const from = wholeNatural(start, 'starting index');
  return text.slice(from, from + wholeNatural(length, 'length')).join('');
});

function wholeNatural(value: Value | undefined, which: string): number {
  if (typeof value !== 'number') {
    throw requestFailed(`$substrCP: ${which} must be a numeric type (is BSON type ${typeName(value)})`);
  }
  if (!Number.isInteger(value)) {
    throw requestFailed(`$substrCP: ${which} cannot be represented as a 32-bit integral value: ${value}`);
  }
  if (value < 0) throw requestFailed(`$substrCP: ${which} must be a nonnegative integer.`);
  return value;
}
