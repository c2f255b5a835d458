import type { CallInput } from '@contract/calls';
import type { MinutesRecord } from '@contract/minutes';
import { change } from '../../../kernel/change';
import { type Context, personOf } from '../../../kernel/context';
import { enforce, found, Refusal } from '../../../kernel/refusal';
import { requireSeen } from '../../meetings/expected';
import { meetings } from '../../meetings/repository';
import { mayDraft } from '../policy';
import { presentById } from '../present';
import { emptyRecord, recordToWrite } from '../record';
import { minutes } from '../repository';

/** Keeps what is written so far for those who write it; nobody else reads it, and nothing follows from it (MIN-2). */
export async function saveMinutesDraft(
  context: Context,
  input: CallInput<'minutes.saveDraft'>,
): Promise<MinutesRecord> {
  const { id, text, items, draftRevision } = input;
  await change(context, async (transaction) => {
    const { actor, now } = context;
    const meeting = found(await meetings.byId(transaction, id));
    await requireSeen(context, meeting);
    enforce(mayDraft(actor, now, meeting));
    const record = (await recordToWrite(transaction, meeting)) ?? emptyRecord(meeting);
    if (record.draftRevision !== draftRevision) throw new Refusal('STALE');
    const draft = { text, items, by: personOf(context).name, at: now };
    await minutes.put(transaction, { ...record, draft, draftRevision: draftRevision + 1 });
    return { subject: { kind: 'meeting', id }, path: meeting.path };
  });
  return presentById(context, id);
}
