/** One acknowledged state of a ballot; the first has revision 1. */
export interface BallotRevision {
  revision: number;
  choice: string;
  /** Of the call that made it; the same when the call is repeated. */
  clientId: string;
  /** Missing: on the phone. */
  channel?: 'phone' | 'paper' | 'door';
  /** The revision that the call named, where it is not the one before. */
  named?: number;
  /** Set: cast by somebody entrusted, not by the voter's own hand. */
  proxy?: object;
}

export interface BallotRequest {
  /** The revision it replaces; 0 for a first ballot. */
  replaces: number;
  choice: string;
  clientId: string;
}

/**
 * write: becomes the next revision. repeat: was done before, possibly changed since; nothing to write, the
 * current receipt is the answer (CLK-6). conflict: another revision stands (CLK-5, BAL-3). reused: the same client
 * id came with something else (IDM-2).
 */
export type BallotAction = 'write' | 'repeat' | 'conflict' | 'reused';

/**
 * A phone cannot name what others wrote for its voter while its call was under way, a paper or a ballot by proxy: it goes over it
 * all the same (PAP-9, PROXY-7).
 */
const byOthers = ({ channel = 'phone', proxy }: BallotRevision) => channel !== 'phone' || proxy !== undefined;

/** What a call does to a ballot. `history` holds its revisions from 1 without gaps; empty before the first. */
export function ballotAction(history: readonly BallotRevision[], request: BallotRequest): BallotAction {
  const done = history.find(({ clientId }) => clientId === request.clientId);
  if (done) {
    const same = done.choice === request.choice && (done.named ?? done.revision - 1) === request.replaces;
    return same ? 'repeat' : 'reused';
  }
  if (request.replaces > history.length) return 'conflict';
  return history.slice(request.replaces).every(byOthers) ? 'write' : 'conflict';
}
