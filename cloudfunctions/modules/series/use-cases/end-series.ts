import type { CallInput } from '@contract/calls';
import type { SeriesDetail } from '@contract/series';
import { change } from '../../../kernel/change';
import { requirePassed } from '../../../kernel/content-check';
import type { Context } from '../../../kernel/context';
import { enforce, found, requireRevision } from '../../../kernel/refusal';
import { mayEnd, maySee } from '../policy';
import { presentById } from '../present';
import { series } from '../repository';

/** Ends a series, with a reason that everybody reads; a session that was prepared stays as it is. */
export async function endSeries(context: Context, input: CallInput<'series.end'>): Promise<SeriesDetail> {
  const { actor, now } = context;
  await requirePassed(context, [input.reason]);
  await change(context, async (transaction) => {
    const before = found(await series.byId(transaction, input.id));
    enforce(maySee(actor, now, before) ?? mayEnd(actor, now, before));
    requireRevision(before, input.revision);
    const ended = { at: now, reason: input.reason };
    const revision = before.revision + 1;
    await series.put(transaction, { ...before, state: 'ended', dueAt: null, ended, revision });
    return { subject: { kind: 'series', id: before._id }, path: before.path };
  });
  return presentById(context, input.id);
}
