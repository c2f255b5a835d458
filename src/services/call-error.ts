import type { ErrorCode } from '@contract/errors';

/** What a phone can meet beyond the cloud's own refusals. */
export type PhoneFailure = 'OFFLINE' | 'NO_ANSWER' | 'PHOTO_TOO_LARGE' | 'FILE_NOT_OPENED';
export type FailureCode = ErrorCode | PhoneFailure;

/** A call that was refused or got no answer; `messages.ts` has its Chinese sentence. */
export class CallError extends Error {
  /** @param fields path of an input field → a short Chinese sentence, for INVALID_INPUT */
  constructor(
    readonly code: FailureCode,
    readonly requestId: string | null = null,
    readonly fields: Record<string, string> = {},
  ) {
    super(code);
    this.name = 'CallError';
  }
}

/** Any thrown thing as a CallError: what is not one comes from our own code and is INTERNAL. */
export function asCallError(error: unknown): CallError {
  return error instanceof CallError ? error : new CallError('INTERNAL');
}
