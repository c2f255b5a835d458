import type { CallInput } from '@contract/calls';
import type { LogEntry, ShiftLog } from '@contract/service';
import { change } from '../../../kernel/change';
import { requirePassed } from '../../../kernel/content-check';
import { type Context, newId } from '../../../kernel/context';
import { withPhotos } from '../../../kernel/photos';
import { store } from '../../../kernel/reader';
import { enforce, found, Refusal } from '../../../kernel/refusal';
import { ledCase } from '../../shifts/claiming';
import { shifts } from '../../shifts/repository';
import type { LogDocument } from '../documents';
import { mayLog, mayReadLog } from '../policy';
import { namesOf } from '../present';
import { logs, records } from '../repository';
import { LOG_MAX } from '../rules/times';

function logView({ actor }: Context, log: LogDocument, names: Map<string, string>): LogEntry {
  const { _id: id, personId, text, photos, at } = log;
  return { id, by: names.get(personId) ?? '', mine: personId === actor.personId, text, photos, at };
}

/** A line of the patrol log with its photos, by whoever is there (HOURS-9). */
export async function writeLog(context: Context, input: CallInput<'service.writeLog'>): Promise<LogEntry> {
  const { actor, now } = context;
  const { shiftId, text, photos } = input;
  await ledCase(store, context, shiftId);
  const proven = await withPhotos(context, photos);
  await requirePassed(context, [text]);
  const _id = newId(context, 'log');
  await change(proven, async (transaction) => {
    const { shift, team } = await ledCase(transaction, context, shiftId);
    const record = await records.byId(transaction, shifts.claimId(shiftId, actor.personId));
    enforce(mayLog(actor, now, shift, team, record));
    // The shift counts them: lines that come at once meet there.
    const logged = shift.logged ?? 0;
    if (logged >= LOG_MAX) throw new Refusal('SERVICE_FULL');
    await shifts.put(transaction, { ...shift, logged: logged + 1, revision: shift.revision + 1 });
    await logs.insert(transaction, { _id, shiftId, personId: actor.personId, text, photos, at: now });
    return { subject: { kind: 'patrol-log', id: _id }, path: shift.path, facts: { photos: photos.length } };
  });
  const log = found(await logs.byId(store, _id));
  return logView(context, log, await namesOf([log.personId]));
}

export async function readLog(
  context: Context,
  { shiftId, cursor }: CallInput<'service.log'>,
): Promise<ShiftLog> {
  const { actor, now } = context;
  const { shift, team } = await ledCase(store, context, shiftId);
  enforce(mayReadLog(actor, now, shift, team));
  const [page, record] = await Promise.all([
    logs.page(shiftId, cursor),
    records.byId(store, shifts.claimId(shiftId, actor.personId)),
  ]);
  const names = await namesOf(page.items.map(({ personId }) => personId));
  return {
    items: page.items.map((log) => logView(context, log, names)),
    next: page.next,
    can: { log: mayLog(actor, now, shift, team, record) },
  };
}
