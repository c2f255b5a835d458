import { DatabaseFailure } from './failure';
import { ANSWER_BYTES } from './limits';

/** The rows, if one answer can carry them. Throws DatabaseFailure when they are too large together. */
export function answerRows(rows: string[]): string[] {
  const bytes = rows.reduce((sum, row) => sum + Buffer.byteLength(row), 0);
  if (bytes > ANSWER_BYTES) {
    throw new DatabaseFailure(
      'DATABASE_QUERY_SIZE_EXCEED_LIMIT',
      `[LimitExceeded] database query result size exceed limit (1MB): ${bytes} bytes`,
    );
  }
  return rows;
}
