import type { SdkRequest } from '../journal';
import type { OpenApiAnswer } from '../openapi/messages';
import { isFailure, type WireAnswer, type WireFailure, type WireRequest } from '../wire';

/** What is known of a request before it is answered, and what its answer adds. */
export type RequestNote = Pick<SdkRequest, 'action' | 'collection' | 'fn' | 'scanned' | 'fault'>;

/** What the journal says about a request. */
export function noteOf({ action, collectionName, function_name: fn }: WireRequest): RequestNote {
  if (typeof collectionName === 'string') return { action, collection: collectionName };
  return typeof fn === 'string' ? { action, fn } : { action };
}

/** The code of a failed answer. */
export function wireCode(answer: WireAnswer): string | undefined {
  return isFailure(answer) ? answer.code : undefined;
}

/** The error number of a failed openapi call. */
export function openApiCode(answer: OpenApiAnswer | WireFailure): string | undefined {
  if ('code' in answer) return answer.code;
  if ('errorCode' in answer) return String(answer.errorCode);
  return 'json' in answer && answer.json.errcode !== 0 ? String(answer.json.errcode) : undefined;
}
