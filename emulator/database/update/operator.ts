import type { Document, Value } from '../value';

/** One update operator. Each throws DatabaseFailure with MongoDB's message. */
export interface UpdateOperator {
  /** Refuses an operand that no document could take. */
  check?(operand: Value, path: string): void;
  /** Changes the document in place; it is a private copy. */
  apply(document: Document, path: string, operand: Value): void;
}
