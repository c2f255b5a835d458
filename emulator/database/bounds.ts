import { isPosition } from './paths';
import { AFTER_ALL, component, isOrdered, typeSign } from './slots';
import { isDocument, type Document, type Value } from './value';

/**
 * What a condition says about one field, in components of slots (slots.ts): it equals one of some values, or lies between
 * two ends. A document whose field no component of these holds cannot match.
 */
export type Bound = { equals: string[] } | { from?: string; to?: string; sign: string };

/** Bounds by field: `{a: 1}`, `{a: {$in: [1, 2]}}`, `{a: {$gt: 1}}`, `{a: {$elemMatch: {b: 1}}}`, also under $and. */
export function boundsOf(query: Document, path = ''): Map<string, Bound> {
  const bounds = new Map<string, Bound>();
  const add = (field: string, bound: Bound) => {
    const known = bounds.get(field);
    // Of two conditions on one field either may be looked up; a value is nearer than a range.
    if (!known || (!('equals' in known) && 'equals' in bound)) bounds.set(field, bound);
  };
  for (const [field, condition] of Object.entries(query)) {
    if (field === '$and' && Array.isArray(condition)) {
      for (const part of condition.filter(isDocument)) {
        for (const [inner, bound] of boundsOf(part, path)) add(inner, bound);
      }
    } else if (!field.startsWith('$')) {
      for (const [inner, bound] of boundsOfField(path + field, condition)) add(inner, bound);
    }
  }
  return bounds;
}

function boundsOfField(field: string, condition: Value): [string, Bound][] {
  if (condition instanceof RegExp) return [];
  if (!isDocument(condition) || !Object.keys(condition).some((name) => name.startsWith('$'))) {
    return [[field, { equals: [component(condition)] }]];
  }
  const { $eq: equal, $in: listed, $elemMatch: inner } = condition;
  if (equal !== undefined && !(equal instanceof RegExp)) return [[field, { equals: [component(equal)] }]];
  if (Array.isArray(listed) && !listed.some((item) => item instanceof RegExp)) {
    return [[field, { equals: [...new Set(listed.map((item) => component(item)))] }]];
  }
  if (isDocument(inner) && !Object.keys(inner).some((name) => name.startsWith('$'))) {
    // Elements that are arrays have fields by position only, and lack all others: the index does not know them.
    return [...boundsOf(inner, `${field}.`)].filter(([path, bound]) => !missesArrays(path, bound));
  }
  const range = rangeOf(condition);
  return range ? [[field, range]] : [];
}

/** True when an element that is itself an array could meet the bound without a slot that says so. */
function missesArrays(path: string, bound: Bound): boolean {
  const ofNothing =
    'equals' in bound ? bound.equals.includes(component(null)) : bound.sign === typeSign(null);
  return ofNothing || path.split('.').some(isPosition);
}

/** Ends of the comparisons in a condition; they compare values of one type only. */
function rangeOf({ $gt, $gte, $lt, $lte }: Document): Bound | undefined {
  const low = $gt ?? $gte;
  const high = $lt ?? $lte;
  const either = low ?? high;
  if (either === undefined || !isOrdered(either)) return undefined;
  const sign = typeSign(either);
  const end = (value: Value | undefined) =>
    value !== undefined && typeSign(value) === sign ? component(value) : undefined;
  // The ends themselves are looked up too: every document found is tested against the whole condition.
  return { sign, from: end(low), to: end(high) };
}

/** The texts between which the components of a range lie; of two ends only the lower when `single`. */
export function endsOf(
  bound: Exclude<Bound, { equals: string[] }>,
  single: boolean,
): { from: string; to: string } {
  const { from, to, sign } = bound;
  const upper = single && from !== undefined ? undefined : to;
  const nextSign = String.fromCharCode(sign.charCodeAt(0) + 1);
  return { from: from ?? sign, to: upper === undefined ? nextSign : upper + AFTER_ALL };
}
