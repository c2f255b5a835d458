import type { CallInput } from '@contract/calls';
import type { CharterDetail } from '@contract/charters';
import { change } from '../../../kernel/change';
import { requirePassed } from '../../../kernel/content-check';
import { type Context, personOf } from '../../../kernel/context';
import { withPhotos } from '../../../kernel/photos';
import { enforce, found, Refusal, requireRevision } from '../../../kernel/refusal';
import { dayOf } from '../../motions/rules/days';
import { mayFile, maySee } from '../policy';
import { presentCharter } from '../present';
import { charters } from '../repository';

/** Records that a version was filed with the street or township, with its proof (CHART-6). */
export async function fileCharter(
  context: Context,
  input: CallInput<'charters.file'>,
): Promise<CharterDetail> {
  const { id, number, filedOn, office, photos } = input;
  await requirePassed(context, [office]);
  const proven = await withPhotos(context, photos);
  await change(proven, async (transaction) => {
    const { actor, now } = context;
    const charter = found(await charters.byId(transaction, id));
    enforce(maySee(actor, now, charter.path) ?? mayFile(actor, now, charter, number));
    requireRevision(charter, input.revision);
    if (filedOn > dayOf(now)) throw new Refusal('INVALID_INPUT', { filedOn: '报备的日期还没有到' });
    const filing = { filedOn, office, photos, by: personOf(context).name, at: now };
    const versions = charter.versions.map((one) => (one.number === number ? { ...one, filing } : one));
    await charters.put(transaction, { ...charter, versions, revision: charter.revision + 1 });
    return { subject: { kind: 'charter', id }, path: charter.path, facts: { version: number, filedOn } };
  });
  return presentCharter(context, id);
}
