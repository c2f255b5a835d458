/** The limits of the platform that bite; the marks say where each comes from (docs/emulator/database.md). */

/** Rows of a query that sets no limit [R]. */
export const DEFAULT_ROWS = 100;
/** Rows of any query; what is beyond is cut off silently [R]. */
export const MAX_ROWS = 1000;
/** Rows of an aggregation without a $limit stage [M]. */
export const AGGREGATE_ROWS = 20;
/** Bytes of one document's text [M]. */
export const DOCUMENT_BYTES = 16 * 1024 * 1024;
/** Bytes of all rows of one answer: the strictest figure among the sources. */
export const ANSWER_BYTES = 1024 * 1024;
/** Levels of nesting in one document [D, MongoDB]. */
export const DOCUMENT_DEPTH = 100;
/** Collections of one environment [D]. */
export const MAX_COLLECTIONS = 100;
/** A transaction that has not ended by then is aborted [D]. */
export const TRANSACTION_MS = 30_000;
/**
 * How long an operation inside a transaction holds it. On the platform it takes tens of ms; here as long as two requests sent
 * at the same time need to meet, so that "two operations at once" fails here too.
 */
export const TRANSACTION_OPERATION_MS = 1;
/** A plain write waits that long for a transaction that holds its document, then fails. MongoDB retries until its time limit. */
export const PLAIN_WRITE_WAIT_MS = 10_000;
/** Characters of documents kept in memory beside the file; parsed, a document takes some four bytes for each [L]. */
export const CACHED_CHARACTERS = 4 * 1024 * 1024;
