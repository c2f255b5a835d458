import type { CallRecord } from '../../journal';
import type { ConsoleParts } from '../parts';
import type { CallView } from '../shapes';
import { refuse, type Answer } from './asked';

const SHOWN = 200;

export const callsOf =
  ({ journal }: ConsoleParts): Answer =>
  ({ query }): CallView[] => {
    const fn = query.get('fn') || undefined;
    const openid = query.get('openid') || undefined;
    return journal.calls({ fn, openid, failed: query.get('failed') === '1', limit: SHOWN }).map(viewOf);
  };

/** One call with its lines and requests, and the calls that it made. */
export const callOf =
  ({ journal }: ConsoleParts): Answer =>
  ({ query }) => {
    const requestId = query.get('requestId') ?? '';
    const record = journal.call(requestId);
    if (!record) throw refuse(`no call ${requestId} is kept`);
    const nested = journal.calls().filter(({ parent }) => parent === requestId);
    return { record, nested: nested.reverse().map(viewOf) };
  };

function viewOf(record: CallRecord): CallView {
  const { event, result, reason, lines, linesCut, requests, requestsCut, ...rest } = record;
  return { ...rest, lines: lines.length + linesCut, requests: requests.length + requestsCut };
}
