import type { Document, Value } from '../value';

/** A test of one value that a path leads to; `undefined` stands for "missing". */
export interface Leaf {
  kind: 'leaf';
  /** Whether an array at the end of the path is opened: most operators also look at its elements. */
  opens: boolean;
  test: (value: Value | undefined) => boolean;
  /** The position of the element that made the test hold, where the operator names one. */
  position?: (value: Value | undefined) => number | undefined;
}

/** What holds when not all of these hold. Over a whole path: `$ne` fails if any element is equal. */
export interface Not {
  kind: 'not';
  of: Condition[];
}

export type Condition = Leaf | Not;

/** What a matcher may need besides its operand. */
export interface Surroundings {
  /** The path of the condition, for messages. */
  path: string;
  /** All operators on that path: `$regex` reads `$options`. */
  siblings: Document;
  /** Compiles operators on one value, as `$not` and `$elemMatch` hold them. */
  conditions: (operators: Document) => Condition[];
  /** Compiles a query on a whole document, as `$elemMatch` holds it. */
  query: (query: Document) => (document: Document) => boolean;
}

/** Compiles one operator. Throws DatabaseFailure with MongoDB's message when it is misused. */
export type Matcher = (operand: Value, around: Surroundings) => Condition[];

/** A test that also sees the elements of an array. */
export function opening(test: Leaf['test']): Condition {
  return { kind: 'leaf', opens: true, test };
}

/** A test of the value that stands at the end of the path, array or not. */
export function whole(test: Leaf['test']): Condition {
  return { kind: 'leaf', opens: false, test };
}

export function not(of: Condition[]): Condition {
  return { kind: 'not', of };
}

/** True when one value by itself fulfils all conditions; arrays are not opened. */
export function holds(conditions: Condition[], value: Value | undefined): boolean {
  return conditions.every((condition) =>
    condition.kind === 'leaf' ? condition.test(value) : !holds(condition.of, value),
  );
}
