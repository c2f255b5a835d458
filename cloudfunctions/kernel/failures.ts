interface SdkFailure {
  errCode?: number;
  code?: string;
  message?: string;
  errMsg?: string;
}

function textOf(error: unknown): string {
  const failure = (error ?? {}) as SdkFailure;
  return `${failure.code ?? ''} ${failure.errMsg ?? ''} ${failure.message ?? ''}`;
}

/** E11000 from the database: an `_id` or unique key exists already (wire.md: errCode -502001). */
export function isDuplicateKey(error: unknown): boolean {
  return /E11000|duplicate key/i.test(textOf(error));
}

/** An answer of more than 1 MB, which the platform refuses as a whole (platform.md). */
export function isTooLarge(error: unknown): boolean {
  return /QUERY_SIZE_EXCEED_LIMIT|result size exceed/i.test(textOf(error));
}

/** A conflict met by an operation (errCode -501001, no code) or at commit (`.code`): wire.md, "Transactions". */
export function isConflict(error: unknown): boolean {
  return /TRANSACTION_CONFLICT|TransactionConflict|Transaction is conflict/.test(textOf(error));
}
