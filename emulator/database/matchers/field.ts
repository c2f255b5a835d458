import { invalidOperator, requestFailed } from '../failure';
import { walk } from '../paths';
import { show } from '../update/show';
import { isDocument, type Document, type Value } from '../value';
import { equals, isExpression } from './comparison';
import { type Condition, type Leaf, type Matcher, not, type Surroundings } from './condition';
import { MATCHERS } from './index';
import { matches } from './pattern';

/** What a query asks of a document. */
export interface Predicate {
  test: (document: Document, variables?: Readonly<Record<string, Value | undefined>>) => boolean;
  /** The element of an array that made it hold: what the positional operator `$` stands for. */
  position: (document: Document) => number | undefined;
}

type CompileQuery = Surroundings['query'];

/** Compiles `{path: operand}`, the operand being a value, a pattern or a document of operators. Throws DatabaseFailure. */
export function fieldPredicates(path: string, operand: Value, query: CompileQuery): Predicate[] {
  return conditionsOn(path, operand, query).map((condition) => onPath(path.split('.'), condition));
}

function conditionsOn(path: string, operand: Value, query: CompileQuery): Condition[] {
  if (operand instanceof RegExp) return [matches(operand)];
  return isExpression(operand) ? operators(path, operand as Document, query) : [equals(operand)];
}

function operators(path: string, siblings: Document, query: CompileQuery): Condition[] {
  const conditions = (inner: Document) => operators(path, inner, query);
  return Object.entries(siblings).flatMap(([name, operand]) => {
    if (name === '$not') return [negation(operand, conditions)];
    if (['$near', '$nearSphere', '$geoNear'].includes(name)) {
      throw requestFailed(`near must be first in: ${show(siblings)}`);
    }
    const matcher: Matcher | undefined = MATCHERS.get(name);
    if (!matcher) throw invalidOperator(`unknown operator: ${name}`);
    return matcher(operand, { path, siblings, conditions, query });
  });
}

function negation(operand: Value, conditions: (inner: Document) => Condition[]): Condition {
  if (operand instanceof RegExp) return not([matches(operand)]);
  if (!isDocument(operand)) throw requestFailed('$not needs a regex or a document');
  if (Object.keys(operand).length === 0) throw requestFailed('$not cannot be empty');
  return not(conditions(operand));
}

function onPath(path: string[], condition: Condition): Predicate {
  if (condition.kind === 'not') {
    const inner = condition.of.map((part) => onPath(path, part));
    return {
      test: (document) => !inner.every((part) => part.test(document)),
      position: () => undefined,
    };
  }
  return {
    test: (document) => walk(document, path, condition.opens, condition.test),
    position: (document) => positionOf(document, path, condition),
  };
}

function positionOf(document: Document, path: string[], leaf: Leaf): number | undefined {
  let found: number | undefined;
  walk(document, path, leaf.opens, (value, position) => {
    if (!leaf.test(value)) return false;
    found = position ?? leaf.position?.(value);
    return true;
  });
  return found;
}
