import type { ErrorCode } from '@contract/errors';

/** A refusal that the person is told; anything else that is thrown becomes INTERNAL. */
export class Refusal extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly fields?: Record<string, string>,
    /** Epoch ms from which the call may be made again. */
    readonly until?: number,
  ) {
    super(code);
    this.name = 'Refusal';
  }
}

/** Throws the denial that a policy returned; null lets the call go on. */
export function enforce(denial: ErrorCode | null): void {
  if (denial) throw new Refusal(denial);
}

/** The document, or NOT_FOUND: what a person may not see and what is not there look alike. */
export function found<T>(document: T | null): T {
  if (document === null) throw new Refusal('NOT_FOUND');
  return document;
}

/** Throws STALE when the document has changed since the phone read it. */
export function requireRevision(document: { revision: number }, revision: number): void {
  if (document.revision !== revision) throw new Refusal('STALE');
}
