import type { Value, Document } from '../value';

/** What stages read besides the rows that come to them. */
export interface Sources {
  /** The current documents of another collection, none when it was never created; callers must not change them. */
  documents(collection: string): readonly Document[];
}

/** Variables that $lookup has set for a pipeline inside it. */
export type Variables = Readonly<Record<string, Value | undefined>>;

/** A compiled stage: from rows to rows, changing none of them in place. */
export type RunStage = (rows: Document[], sources: Sources, variables: Variables) => Document[];

/** Compiles the pipelines that stand inside $lookup and $facet. */
export interface Inside {
  /** Names of the variables that are known where the stage stands. */
  known: readonly string[];
  pipeline(stages: Value, known: readonly string[], within: string): RunStage;
}

/** Compiles one stage. Throws DatabaseFailure with MongoDB's message when it is misused. */
export type Stage = (value: Value, inside: Inside) => RunStage;
