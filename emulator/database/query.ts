import { compileExpression } from './expressions';
import { truthy } from './expressions/expression';
import { invalidOperator, requestFailed } from './failure';
import { type Near, NEAR_OPERATORS, nearOf } from './geo/near';
import { fieldPredicates, type Predicate } from './matchers/field';
import { isDocument, type Document, type Value } from './value';

/** Values of the variables that stand around a condition inside $lookup. */
type Variables = Readonly<Record<string, Value | undefined>>;

/** A condition on documents, compiled once a request. */
export interface CompiledQuery {
  condition: Document;
  test: (document: Document, variables?: Variables) => boolean;
  /** The position in an array at which the condition was met; undefined when no array was involved. */
  position: (document: Document) => number | undefined;
  /** Set when the documents are to come by their distance from a point. */
  near?: Near;
}

export interface QuerySettings {
  /** Names of variables that $expr may use. */
  known?: readonly string[];
  /** False where documents cannot come by their distance: in stages and in updates. */
  near?: boolean;
}

/** Operators of MongoDB that this engine leaves out; refused by name rather than taken for unknown. */
const ABSENT = new Set(['$where', '$text', '$jsonSchema']);
/** MongoDB's limit to nested logical operators. */
const MAX_DEPTH = 100;

/** Where a part of the condition stands. */
interface Place {
  depth: number;
  known: readonly string[];
  /** Inside $elemMatch, where the element is no document of its own to an expression. */
  inElement: boolean;
  /** Takes the one search by distance; undefined where none may stand. */
  near?: (near: Near) => void;
}

/** Compiles a condition. Throws DatabaseFailure for unknown, absent or misused operators. */
export function compileQuery(condition: Document, settings: QuerySettings = {}): CompiledQuery {
  let near: Near | undefined;
  const takeNear = (found: Near) => {
    if (settings.near === false) {
      throw requestFailed('$geoNear, $near, and $nearSphere are not allowed in this context');
    }
    if (near) throw requestFailed('Too many geoNear expressions');
    near = found;
  };
  const place: Place = { depth: 0, known: settings.known ?? [], inElement: false, near: takeNear };
  const { test, position } = conjunction(predicates(condition, place));
  return { condition, test, position, near };
}

function predicates(condition: Document, place: Place): Predicate[] {
  if (place.depth > MAX_DEPTH) throw requestFailed(`exceeded maximum query tree depth of ${MAX_DEPTH}`);
  return Object.entries(condition).flatMap(([name, operand]) => {
    if (name.startsWith('$')) return topLevel(name, operand, place);
    if (isDocument(operand) && NEAR_OPERATORS.includes(Object.keys(operand)[0] ?? '')) {
      return [byDistance(nearOf(name, operand), place)];
    }
    return fieldPredicates(name, operand, (inner) => {
      const element = { ...place, depth: place.depth + 1, inElement: true, near: undefined };
      return conjunction(predicates(inner, element)).test;
    });
  });
}

function byDistance(near: Near, { near: take }: Place): Predicate {
  if (!take) throw requestFailed('geoNear must be top-level expr');
  take(near);
  return { test: (document) => near.distance(document) !== undefined, position: () => undefined };
}

function topLevel(name: string, operand: Value, place: Place): Predicate[] {
  switch (name) {
    case '$and':
      return branches(name, operand, place);
    case '$or':
      return [disjunction(branches(name, operand, { ...place, near: undefined }))];
    case '$nor':
      return [without(disjunction(branches(name, operand, { ...place, near: undefined })))];
    case '$expr':
      return [expression(operand, place)];
    case '$comment':
      return [];
    default:
      if (ABSENT.has(name)) throw invalidOperator(`The local cloud does not support ${name}`);
      throw invalidOperator(`unknown top level operator: ${name}`);
  }
}

function expression(operand: Value, { inElement, known }: Place): Predicate {
  if (inElement) throw requestFailed('$expr can only be applied to the top-level document');
  const evaluate = compileExpression.knowing(known)(operand);
  return {
    test: (document, variables) => truthy(evaluate({ root: document, variables })),
    position: () => undefined,
  };
}

function branches(name: string, operand: Value, place: Place): Predicate[] {
  if (!Array.isArray(operand)) throw requestFailed(`${name} must be an array`);
  if (operand.length === 0) throw requestFailed('$and/$or/$nor must be a nonempty array');
  return operand.map((branch) => {
    if (!isDocument(branch)) throw requestFailed('$or/$and/$nor entries need to be full objects');
    return conjunction(predicates(branch, { ...place, depth: place.depth + 1 }));
  });
}

function conjunction(parts: Predicate[]): Predicate {
  const [only] = parts;
  if (only && parts.length === 1) return only;
  return {
    test: (document, variables) => parts.every((part) => part.test(document, variables)),
    position: (document) =>
      parts.reduce<number | undefined>((found, part) => part.position(document) ?? found, undefined),
  };
}

function disjunction(parts: Predicate[]): Predicate {
  return {
    test: (document, variables) => parts.some((part) => part.test(document, variables)),
    position: (document) => parts.find((part) => part.test(document))?.position(document),
  };
}

function without(part: Predicate): Predicate {
  return { test: (document, variables) => !part.test(document, variables), position: () => undefined };
}
