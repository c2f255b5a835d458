import { aboutValues, isOperators, TYPES, validate } from './query-rules';
import { equal, isObject, kindOf, order, type Plain, type PlainDocument } from './values';

/*
 * Conditions, written from MongoDB's documents: first everything that is refused, then whether a document matches and at which
 * element of an array.
 */

/** Where a path ends: the value, the element of the outermost array that was passed, and whether an array there is opened. */
interface End {
  value: Plain | undefined;
  at?: number;
  opens: boolean;
}

export function ends(document: PlainDocument, path: string, at?: number): End[] {
  const [first = '', ...rest] = path.split('.');
  const value = Object.hasOwn(document, first) ? document[first] : undefined;
  if (rest.length === 0) return [{ value, at, opens: true }];
  if (isObject(value)) return ends(value, rest.join('.'), at);
  if (Array.isArray(value)) return endsInArray(value, rest, at);
  return [{ value: undefined, at, opens: true }];
}

function endsInArray(array: Plain[], path: string[], at?: number): End[] {
  return array.flatMap((item, index): End[] => {
    const place = at ?? index;
    const found: End[] = isObject(item) ? ends(item, path.join('.'), place) : [];
    if (path[0] !== String(index)) return found;
    const rest = path.slice(1);
    if (rest.length === 0) return [...found, { value: item, at: place, opens: false }];
    if (isObject(item)) return [...found, ...ends(item, rest.join('.'), place)];
    return Array.isArray(item) ? [...found, ...endsInArray(item, rest, place)] : found;
  });
}

/** The elements of an array that stands at the end, then the array itself. */
function opened(found: End[]): End[] {
  return found.flatMap((end) => {
    if (!end.opens || !Array.isArray(end.value)) return [end];
    return [...end.value.map((value, index) => ({ value, at: end.at ?? index, opens: false })), end];
  });
}

type Result = { holds: boolean; at?: number };

/** Whether the document matches, and at which element of an array. Throws Refused for a condition that MongoDB does not take. */
export function match(document: PlainDocument, query: PlainDocument): Result {
  validate(query);
  return all(document, query);
}

function all(document: PlainDocument, query: PlainDocument): Result {
  const results = Object.entries(query).flatMap(([name, operand]): Result[] => {
    if (name === '$and') return branches(operand).map((branch) => all(document, branch));
    if (name === '$or') {
      return [
        branches(operand)
          .map((branch) => all(document, branch))
          .find(({ holds }) => holds) ?? { holds: false },
      ];
    }
    if (name === '$nor') return [{ holds: !branches(operand).some((branch) => all(document, branch).holds) }];
    return field(ends(document, name), operand);
  });
  const at = results
    .map((result) => result.at)
    .filter((place) => place !== undefined)
    .pop();
  return { holds: results.every(({ holds }) => holds), at };
}

const branches = (operand: Plain | undefined) => operand as PlainDocument[];

function field(found: End[], operand: Plain): Result[] {
  if (operand instanceof RegExp) return [some(opened(found), (value) => likePattern(operand, value))];
  if (!isOperators(operand)) return [some(opened(found), (value) => equal(value, operand))];
  return Object.entries(operand).map(([name, inner]) => operator(found, name, inner, operand));
}

function some(found: End[], test: (value: Plain | undefined) => boolean): Result {
  const end = found.find(({ value }) => test(value));
  return { holds: end !== undefined, at: end?.at };
}

function operator(found: End[], name: string, operand: Plain, siblings: PlainDocument): Result {
  const inverse = (inner: string, value: Plain = operand) => ({
    holds: !operator(found, inner, value, siblings).holds,
  });
  switch (name) {
    case '$ne':
      return inverse('$eq');
    case '$nin':
      return inverse('$in');
    case '$not':
      return { holds: !field(found, operand).every(({ holds }) => holds) };
    case '$exists':
      return isTrue(operand) ? some(opened(found), (value) => value !== undefined) : inverse('$exists', true);
    case '$options':
      return { holds: true };
    case '$size':
      return some(found, (value) => Array.isArray(value) && value.length === operand);
    case '$elemMatch':
      return elemMatch(found, operand as PlainDocument);
    case '$all': {
      const parts = (operand as Plain[]).map((item) => field(found, item)).flat();
      return { holds: parts.length > 0 && parts.every(({ holds }) => holds), at: lastPlace(parts) };
    }
    default:
      return some(opened(found), (value) => one(value, name, operand, siblings));
  }
}

function lastPlace(parts: Result[]): number | undefined {
  return parts
    .map(({ at }) => at)
    .filter((at) => at !== undefined)
    .pop();
}

function elemMatch(found: End[], operand: PlainDocument): Result {
  for (const { value, at } of found) {
    if (!Array.isArray(value)) continue;
    const index = value.findIndex((item) => element(item, operand));
    if (index >= 0) return { holds: true, at: at ?? index };
  }
  return { holds: false };
}

function element(item: Plain, operand: PlainDocument): boolean {
  if (aboutValues(operand)) {
    return field([{ value: item, opens: false }], operand).every(({ holds }) => holds);
  }
  if (Array.isArray(item)) return all(Object.fromEntries(Object.entries(item)), operand).holds;
  return isObject(item) && all(item, operand).holds;
}

const isTrue = (operand: Plain) => operand !== false && operand !== 0 && operand !== null;

/** One operator on one value. */
function one(value: Plain | undefined, name: string, operand: Plain, siblings: PlainDocument): boolean {
  const sameKind = kindOf(value) === kindOf(operand);
  const bothOrNoneNaN = Number.isNaN(value) === Number.isNaN(operand);
  const compared = sameKind && bothOrNoneNaN ? order(value, operand) : undefined;
  switch (name) {
    case '$eq':
      return equal(value, operand);
    case '$lt':
      return compared !== undefined && compared < 0;
    case '$lte':
      return compared !== undefined && compared <= 0;
    case '$gt':
      return compared !== undefined && compared > 0;
    case '$gte':
      return compared !== undefined && compared >= 0;
    case '$in':
      return (operand as Plain[]).some(
        (item) => equal(item, value) || (item instanceof RegExp && likePattern(item, value)),
      );
    case '$type':
      return value !== undefined && [operand].flat().some((type) => isOfType(value, type as string | number));
    case '$mod': {
      const [divisor, remainder] = (operand as number[]).map(Math.trunc) as [number, number];
      return typeof value === 'number' && Number.isFinite(value) && Math.trunc(value) % divisor === remainder;
    }
    case '$regex':
      return likePattern(
        patternOf(operand as string | RegExp, siblings.$options as string | undefined),
        value,
      );
    default:
      return bits(name, value, operand);
  }
}

export function patternOf(pattern: string | RegExp, options: string | undefined): RegExp {
  if (pattern instanceof RegExp) return options ? new RegExp(pattern.source, options) : pattern;
  return new RegExp(pattern, options ?? '');
}

function likePattern(pattern: RegExp, value: Plain | undefined): boolean {
  if (typeof value === 'string') return new RegExp(pattern.source, `${pattern.flags}u`).test(value);
  return value instanceof RegExp && equal(value, pattern);
}

function isOfType(value: Plain, type: string | number): boolean {
  const name = typeof type === 'number' ? TYPES[type] : type;
  if (typeof value !== 'number') return kindOf(value) === name;
  const whole = Number.isInteger(value) && !Object.is(value, -0);
  const size = !whole ? 'double' : Math.abs(value) < 2 ** 31 ? 'int' : 'long';
  return name === 'number' || name === size;
}

/** Bits by counting: whole numbers, negative ones in two's complement of 64 bits. */
function bits(name: string, value: Plain | undefined, operand: Plain): boolean {
  if (typeof value !== 'number' || !Number.isInteger(value)) return false;
  const isSet = (number: number, bit: number) => {
    const text = BigInt.asUintN(64, BigInt(number)).toString(2).padStart(64, '0');
    return text[63 - Math.min(bit, 63)] === '1';
  };
  const wanted = Array.isArray(operand)
    ? (operand as number[])
    : Array.from({ length: 64 }, (_unused, bit) => bit).filter((bit) => isSet(operand as number, bit));
  const set = wanted.map((bit) => isSet(value, bit));
  if (name === '$bitsAllSet') return set.every(Boolean);
  if (name === '$bitsAllClear') return !set.some(Boolean);
  return name === '$bitsAnySet' ? set.some(Boolean) : !set.every(Boolean);
}
