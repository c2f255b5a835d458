import type { ErrorCode } from '@contract/errors';

/** Why a file cannot be read at all, as the code that the person is told. */
export class FileFault extends Error {
  constructor(readonly code: Extract<ErrorCode, `IMPORT_FILE_${string}`>) {
    super(code);
    this.name = 'FileFault';
  }
}
