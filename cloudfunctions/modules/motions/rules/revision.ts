/** One acknowledged state of a ballot; the first has revision 1. */
export interface BallotRevision {
  revision: number;
  choice: string;
  /** Of the call that made it; the same when the call is repeated. */
  clientId: string;
}

export interface BallotRequest {
  /** The revision it replaces; 0 for a first ballot. */
  replaces: number;
  choice: string;
  clientId: string;
}

/**
 * write: becomes revision `replaces + 1`. repeat: was done before, possibly changed since; nothing to write, the
 * current receipt is the answer (CLK-6). conflict: another revision stands (CLK-5, BAL-3). reused: the same client
 * id came with something else (IDM-2).
 */
export type BallotAction = 'write' | 'repeat' | 'conflict' | 'reused';

/** What a call does to a ballot. `history` holds its revisions from 1 without gaps; empty before the first. */
export function ballotAction(history: readonly BallotRevision[], request: BallotRequest): BallotAction {
  const done = history.find(({ clientId }) => clientId === request.clientId);
  if (done) {
    const same = done.choice === request.choice && done.revision === request.replaces + 1;
    return same ? 'repeat' : 'reused';
  }
  return request.replaces === history.length ? 'write' : 'conflict';
}
