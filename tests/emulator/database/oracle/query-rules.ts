import { isObject, type Plain, type PlainDocument, refuse } from './values';

/*
 * Conditions that MongoDB refuses before it looks at any document.
 */

export const TYPES: Record<number, string> = {
  1: 'double',
  2: 'string',
  3: 'object',
  4: 'array',
  8: 'bool',
  9: 'date',
  10: 'null',
  11: 'regex',
  16: 'int',
  18: 'long',
};

export const isOperators = (operand: Plain | undefined): operand is PlainDocument =>
  isObject(operand) && (Object.keys(operand)[0] ?? '').startsWith('$');

export function aboutValues(operand: PlainDocument): boolean {
  return isOperators(operand) && !['$and', '$or', '$nor'].includes(Object.keys(operand)[0] ?? '');
}

const COMPARISONS = ['$lt', '$lte', '$gt', '$gte', '$ne'];
const BITS = ['$bitsAllSet', '$bitsAllClear', '$bitsAnySet', '$bitsAnyClear'];

export function validate(query: PlainDocument): void {
  for (const [name, operand] of Object.entries(query)) {
    if (['$and', '$or', '$nor'].includes(name)) {
      if (!Array.isArray(operand) || operand.length === 0) refuse(`${name} must be a nonempty array`);
      for (const branch of operand)
        validate(isObject(branch) ? branch : refuse('entries need to be objects'));
    } else if (name.startsWith('$')) refuse(`unknown top level operator ${name}`);
    else if (isOperators(operand)) validateOperators(operand);
  }
}

export function validateOperators(operators: PlainDocument): void {
  for (const [name, operand] of Object.entries(operators)) validateOperator(name, operand, operators);
}

function validateOperator(name: string, operand: Plain, siblings: PlainDocument): void {
  const must = (right: boolean) => right || refuse(`${name} is misused`);
  if (COMPARISONS.includes(name)) must(!(operand instanceof RegExp));
  else if (name === '$in' || name === '$nin') must(Array.isArray(operand) && !operand.some(isOperators));
  else if (name === '$not') {
    must(operand instanceof RegExp || (isObject(operand) && Object.keys(operand).length > 0));
    if (isObject(operand)) validateOperators(operand);
  } else if (name === '$size') must(Number.isInteger(operand) && (operand as number) >= 0);
  else if (name === '$all') validateAll(operand);
  else if (name === '$elemMatch') validateElement(operand);
  else if (name === '$regex') {
    must(typeof operand === 'string' || operand instanceof RegExp);
    must(!(operand instanceof RegExp && operand.flags && siblings.$options));
  } else if (name === '$options')
    must(typeof operand === 'string' && /^[ims]*$/.test(operand) && '$regex' in siblings);
  else if (name === '$mod') validateMod(operand);
  else if (name === '$type') validateType(operand);
  else if (BITS.includes(name)) {
    const natural = (item: Plain) => Number.isInteger(item) && (item as number) >= 0;
    must(
      Array.isArray(operand)
        ? operand.every((bit) => natural(bit) && (bit as number) < 2 ** 31)
        : natural(operand),
    );
  } else if (name !== '$eq' && name !== '$exists') refuse(`unknown operator ${name}`);
}

function validateElement(operand: Plain): void {
  if (!isObject(operand)) refuse('$elemMatch needs an Object');
  if (aboutValues(operand)) validateOperators(operand);
  else validate(operand);
}

function validateAll(operand: Plain): void {
  if (!Array.isArray(operand)) refuse('$all needs an array');
  const isElemMatch = (item: Plain | undefined) => isObject(item) && Object.keys(item)[0] === '$elemMatch';
  for (const item of operand) {
    if (isElemMatch(operand[0])) {
      if (!isElemMatch(item)) refuse('$all/$elemMatch has to be consistent');
      validateElement((item as PlainDocument).$elemMatch ?? null);
    } else if (isOperators(item)) refuse('no $ expressions in $all');
  }
}

function validateMod(operand: Plain): void {
  if (!Array.isArray(operand) || operand.length !== 2) refuse('malformed mod');
  if (!operand.every((item) => typeof item === 'number' && Number.isFinite(item))) refuse('malformed mod');
  if (Math.trunc(operand[0] as number) === 0) refuse('divisor cannot be 0');
}

function validateType(operand: Plain): void {
  const listed = Array.isArray(operand) ? operand : [operand];
  const known = [...Object.values(TYPES), 'number', 'objectId'];
  for (const type of listed) {
    const right = typeof type === 'number' ? type in TYPES : typeof type === 'string' && known.includes(type);
    if (!right) refuse('unknown type');
  }
  if (listed.length === 0) refuse('must match at least one type');
}
