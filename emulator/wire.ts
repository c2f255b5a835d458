/**
 * What travels between the unmodified SDK and the local cloud: POST `<url>?env=E&seqId=S`, JSON both ways, always answered
 * with HTTP 200. Shapes were read off wx-server-sdk 4.0.2 at work (docs/emulator.md).
 */

/** A request as the SDK sends it. Only `action` is certain: whatever else is read must be checked by the reader. */
export interface WireRequest {
  action: string;
  /** What WX_API_TOKEN held when the call was made: the only thing that says who asks. */
  wxCloudApiToken?: string;
  [field: string]: unknown;
}

/** A success. Most actions answer under `data`; startTransaction alone answers `transactionId` at the top level. */
export interface WireSuccess {
  requestId: string;
  data?: Record<string, unknown>;
  transactionId?: string;
}

/** A failure: the SDK maps `code` to an errCode, and passes `message` on inside errMsg. */
export interface WireFailure {
  code: WireCode;
  message: string;
  requestId: string;
}

export type WireAnswer = WireSuccess | WireFailure;

/** Every code the local cloud answers with; behind each, the errCode that the caller's code sees. */
export const WIRE_CODES = [
  /** The request names an action that the local cloud does not have, or lacks a field it needs (-501001). */
  'INVALID_PARAM',
  /** The request reached the database, which refused it: duplicate key, type error, bad operator (-502001). */
  'DATABASE_REQUEST_FAILED',
  /** The collection was never created (-502005). */
  'DATABASE_COLLECTION_NOT_EXIST',
  /** createCollection of one that exists (-1, `err.code`). */
  'DATABASE_COLLECTION_ALREADY_EXIST',
  /** The caller may not touch the collection (-502003). */
  'DATABASE_PERMISSION_DENIED',
  /** An operator that does not exist, or that the local cloud refuses by name; the platform spells it so (-502002). */
  'DATABASE_INVALID_OPERRATOR',
  /** One answer would be larger than the platform sends (-501001). */
  'DATABASE_QUERY_SIZE_EXCEED_LIMIT',
  /** The environment holds as many collections as it may (-502004). */
  'DATABASE_COLLECTION_EXCEED_LIMIT',
  /** Two transactions want the same document; the SDK retries it by itself only when it comes from a commit (-501001). */
  'DATABASE_TRANSACTION_CONFLICT',
  /** The transaction is unknown, expired, or in the middle of another operation (-501001). */
  'DATABASE_TRANSACTION_FAIL',
  /** Too many requests at once, or a quota is used up (-501001). */
  'EXCEED_RATELIMIT',
  /** The function threw or ended its process (-1, `err.code`). */
  'FUNCTIONS_EXECUTE_FAIL',
  /** The function ran into its time limit (-1, `err.code`). */
  'FUNCTIONS_TIME_LIMIT_EXCEEDED',
  /** No such function is deployed (-1, `err.code`). */
  'FUNCTION_NOT_FOUND',
  /** One entry of a storage answer: the file id is unknown. */
  'STORAGE_FILE_NONEXIST',
  /** Storage refused the request: a bad path, too large, a wrong signature. */
  'STORAGE_REQUEST_FAIL',
  /** The local cloud itself went wrong; never the caller's fault (-501001). */
  'SYS_ERR',
] as const;

export type WireCode = (typeof WIRE_CODES)[number];

/** True when the answer reports a failure. */
export function isFailure(answer: WireAnswer): answer is WireFailure {
  return 'code' in answer;
}
