import type { WireCode } from '../wire';

/** A refusal that the caller is told: the dispatcher turns it into {code, message, requestId}. */
export class DatabaseFailure extends Error {
  constructor(
    readonly code: WireCode,
    message: string,
  ) {
    super(message);
    this.name = 'DatabaseFailure';
  }
}

const ADVICE = 'Please check your request, but if the problem persists, contact us.';

/** The request itself is malformed: a field is missing or has the wrong type. */
export function invalidParam(message: string): DatabaseFailure {
  return new DatabaseFailure('INVALID_PARAM', `[InvalidParameter] ${message}`);
}

/** The database understood the request and refused it. */
export function requestFailed(message: string): DatabaseFailure {
  return new DatabaseFailure('DATABASE_REQUEST_FAILED', `[FailedOperation] ${message}`);
}

/** One document could not be written; the wrapping is what users of the platform report. */
export function writeFailed(message: string): DatabaseFailure {
  return requestFailed(`multiple write errors: [{write errors: [{${message}}]}, {<nil>}]`);
}

/** An operator that MongoDB does not know, or that the local cloud leaves out. */
export function invalidOperator(message: string): DatabaseFailure {
  return new DatabaseFailure('DATABASE_INVALID_OPERRATOR', `[InvalidParameter] ${message}`);
}

export function collectionMissing(name: string): DatabaseFailure {
  return new DatabaseFailure(
    'DATABASE_COLLECTION_NOT_EXIST',
    `[ResourceNotFound] Db or Table not exist: ${name}. ${ADVICE}`,
  );
}

export function collectionExists(): DatabaseFailure {
  return new DatabaseFailure('DATABASE_COLLECTION_ALREADY_EXIST', '[ResourceExist] Table exist');
}

export function transactionConflict(): DatabaseFailure {
  return new DatabaseFailure(
    'DATABASE_TRANSACTION_CONFLICT',
    `[ResourceUnavailable.TransactionConflict] Transaction is conflict, maybe resource operated by others. ${ADVICE}`,
  );
}

export function transactionMissing(): DatabaseFailure {
  return new DatabaseFailure(
    'DATABASE_TRANSACTION_FAIL',
    `[ResourceUnavailable.TransactionNotExist] Transaction does not exist on the server, transaction must be commit or abort in 30 seconds. ${ADVICE}`,
  );
}

export function transactionBusy(): DatabaseFailure {
  return new DatabaseFailure(
    'DATABASE_TRANSACTION_FAIL',
    `[ResourceUnavailable.TransactionBusy] Transaction is busy, another operation of it is in progress. ${ADVICE}`,
  );
}
