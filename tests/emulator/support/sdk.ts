/*
 * What wx-server-sdk 4.0.2 really answers to promises. Its own typings describe callbacks as well, so that every result is
 * `string | void | …` and no field of it can be read.
 */

export type Row = Record<string, unknown>;

export interface SdkDocument {
  get(): Promise<{ data: Row | null }>;
  set(options: {
    data: object;
  }): Promise<{ _id: string | number; stats: { created: number; updated: number } }>;
  update(options: { data: object }): Promise<{ stats: { updated: number } }>;
  remove(): Promise<{ stats: { removed: number } }>;
  field(projection: object): SdkDocument;
}

export interface SdkQuery {
  where(condition: object): SdkQuery;
  orderBy(path: string, direction: 'asc' | 'desc'): SdkQuery;
  skip(count: number): SdkQuery;
  limit(count: number): SdkQuery;
  field(projection: object): SdkQuery;
  get(): Promise<{ data: Row[] }>;
  count(): Promise<{ total: number }>;
  update(options: { data: object }): Promise<{ stats: { updated: number } }>;
  remove(): Promise<{ stats: { removed: number } }>;
}

export interface SdkCollection extends SdkQuery {
  doc(id: string | number): SdkDocument;
  /** `data` may also be a list of documents: then `_ids` comes in the place of `_id`. */
  add(options: { data: object }): Promise<{ _id: string | number; _ids: (string | number)[] }>;
  aggregate(): SdkAggregate;
}

export interface SdkAggregate {
  match(condition: object): SdkAggregate;
  group(specification: object): SdkAggregate;
  sort(order: object): SdkAggregate;
  limit(count: number): SdkAggregate;
  skip(count: number): SdkAggregate;
  project(projection: object): SdkAggregate;
  addFields(fields: object): SdkAggregate;
  unwind(path: string): SdkAggregate;
  lookup(specification: object): SdkAggregate;
  count(name: string): SdkAggregate;
  done(): object[];
  end(): Promise<{ list: Row[] }>;
}

export interface SdkTransaction {
  collection(name: string): SdkCollection;
  commit(): Promise<unknown>;
  rollback(reason?: unknown): Promise<unknown>;
}

/** A command such as `_.gt(1)`; they chain. */
export interface SdkCommand {
  and(...operands: unknown[]): SdkCommand;
  or(...operands: unknown[]): SdkCommand;
}

type Commands = Record<
  | 'eq'
  | 'neq'
  | 'gt'
  | 'gte'
  | 'lt'
  | 'lte'
  | 'in'
  | 'nin'
  | 'and'
  | 'or'
  | 'not'
  | 'nor'
  | 'exists'
  | 'size'
  | 'all'
  | 'elemMatch'
  | 'mod'
  | 'expr'
  | 'set'
  | 'remove'
  | 'inc'
  | 'mul'
  | 'min'
  | 'max'
  | 'push'
  | 'pop'
  | 'shift'
  | 'unshift'
  | 'pull'
  | 'pullAll'
  | 'addToSet'
  | 'rename'
  | 'bit',
  (...operands: unknown[]) => SdkCommand
>;

export interface SdkDatabase {
  command: Commands & {
    aggregate: Record<'sum' | 'push' | 'max' | 'eq' | 'dateToString', (operand: unknown) => object> & {
      pipeline(): SdkAggregate;
    };
  };
  collection(name: string): SdkCollection;
  createCollection(name: string): Promise<unknown>;
  serverDate(options?: { offset: number }): object;
  RegExp(pattern: { regexp: string; options?: string }): object;
  startTransaction(): Promise<SdkTransaction>;
  runTransaction<T>(work: (transaction: SdkTransaction) => Promise<T>, times?: number): Promise<T>;
}
