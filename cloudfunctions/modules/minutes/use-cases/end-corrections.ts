import { change } from '../../../kernel/change';
import { systemContext } from '../../../kernel/context';
import { inTurn } from '../../../kernel/in-turn';
import { found } from '../../../kernel/refusal';
import type { MinutesDocument } from '../documents';
import { minutes } from '../repository';
import { isFinalDue } from '../rules';

const AT_ONCE = 100;

async function endOne({ _id, versions }: MinutesDocument, requestId: string): Promise<void> {
  const context = systemContext(`minutes-final:${_id}:${versions.length}`, requestId);
  await change(context, async (transaction) => {
    const record = found(await minutes.byMeeting(transaction, _id));
    const subject = { kind: 'meeting', id: _id };
    const newest = record.versions.at(-1);
    // A correction or a version came a moment ago.
    if (!newest || !isFinalDue(record, context.now)) return { subject, path: record.path, unchanged: true };
    const { number, hash } = newest;
    const final = { number, hash, at: context.now };
    await minutes.put(transaction, { ...record, state: 'final', final });
    return { subject, path: record.path, facts: { version: number, hash } };
  });
}

/** What nobody asks to correct any more is final; its hash stands in the audit record, which is sealed (MIN-6). */
export async function endCorrections(now: number, requestId: string): Promise<void> {
  const due = await minutes.due(now, AT_ONCE);
  await inTurn('minutes.final', requestId, due, (record) => endOne(record, requestId));
}
