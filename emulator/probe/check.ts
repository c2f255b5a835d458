import type { ProbeCloud, ProbeCollection, ProbeDatabase, Row } from './sdk';

/** What a check found: whether the statement holds, and what was seen, as JSON. */
export interface Finding {
  holds: boolean;
  seen: unknown;
}

/** What a check may use. Everything it makes is removed afterwards. */
export interface Surroundings {
  cloud: ProbeCloud;
  db: ProbeDatabase;
  /** The second argument of the function. */
  context: Row;
  /** The name under which the probe is deployed. */
  fn: string;
  /** The probe's own collection. */
  things: ProbeCollection;
  collection: string;
  /** Adds a document of this run and gives its id. */
  add: (fields?: object) => Promise<string>;
  /** A part of names that nobody else uses. */
  run: string;
}

/** One fact of the real platform that a function can find out. */
export interface Check {
  /** `<subject>.<what>`, once and for ever. */
  id: string;
  /** The fact as the local cloud takes it, in one sentence. */
  statement: string;
  /** Takes longer than a few seconds or sends megabytes: only run when it is asked for by its id. */
  slow?: true;
  /** Throws when something else than the fact goes wrong. */
  run: (surroundings: Surroundings) => Promise<Finding>;
}

/** How an operation failed, or that it did not: for `seen`. */
export interface Failure {
  failed: boolean;
  errCode?: unknown;
  code?: unknown;
  message?: string;
}

/** Never rejects. */
export async function failureOf(work: Promise<unknown>): Promise<Failure> {
  try {
    await work;
    return { failed: false };
  } catch (error) {
    const { errCode, code, errMsg, message } = error as Row;
    return { failed: true, errCode, code, message: String(errMsg ?? message ?? error).slice(0, 300) };
  }
}

/** A finding about how an operation fails. */
export async function fails(
  work: Promise<unknown>,
  wanted: (failure: Failure) => boolean = () => true,
): Promise<Finding> {
  const seen = await failureOf(work);
  return { holds: seen.failed && wanted(seen), seen };
}

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
