import type { CallRecord } from '../../journal';
import type { ConsoleParts } from '../parts';
import type { CallView } from '../shapes';
import { refuse, type Answer } from './asked';

const SHOWN = 200;

export const callsOf =
  ({ journal }: ConsoleParts): Answer =>
  ({ query }): CallView[] => {
    const fn = query.get('fn') || undefined;
    const records = journal.calls({ fn, failed: query.get('failed') === '1' });
    return byPerson(records, query.get('openid') ?? '')
      .slice(0, SHOWN)
      .map(viewOf);
  };

/** The calls of one person, or, while an openid is still being typed, of all whose openid has that in it. */
function byPerson(records: CallRecord[], typed: string): CallRecord[] {
  if (typed === '') return records;
  const exact = records.filter(({ openid }) => openid === typed);
  return exact.length > 0 ? exact : records.filter(({ openid = '' }) => openid.includes(typed));
}

/** One call with its lines and requests, and the calls that it made. */
export const callOf =
  ({ journal }: ConsoleParts): Answer =>
  ({ query }) => {
    const requestId = query.get('requestId') ?? '';
    const record = journal.call(requestId);
    if (!record) throw refuse(`没有保留调用 ${requestId}`);
    const nested = journal.calls().filter(({ parent }) => parent === requestId);
    return { record, nested: nested.reverse().map(viewOf) };
  };

function viewOf(record: CallRecord): CallView {
  const { event, result, reason, lines, linesCut, requests, requestsCut, ...rest } = record;
  return { ...rest, lines: lines.length + linesCut, requests: requests.length + requestsCut };
}
