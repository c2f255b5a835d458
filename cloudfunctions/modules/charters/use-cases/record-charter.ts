import type { CallInput } from '@contract/calls';
import type { CharterDetail } from '@contract/charters';
import { change } from '../../../kernel/change';
import { requirePassed } from '../../../kernel/content-check';
import { type Context, personOf } from '../../../kernel/context';
import { withPhotos } from '../../../kernel/photos';
import { enforce, found, Refusal } from '../../../kernel/refusal';
import { places } from '../../members/repository';
import { dayOf } from '../../motions/rules/days';
import { hashOfArticles } from '../content';
import { mayRecord, maySee } from '../policy';
import { presentCharter } from '../present';
import { charters, charterVersions } from '../repository';
import { belongsAt } from '../rules';

/** Puts down rules that were decided before they came here, with the proof of it: the first version (CHART-1). Later ones come from resolutions alone. */
export async function recordCharter(
  context: Context,
  input: CallInput<'charters.record'>,
): Promise<CharterDetail> {
  const { placeId, kind, title, articles, decidedOn, decidedBy, photos } = input;
  await requirePassed(context, [title, decidedBy, ...articles.map(({ text }) => text)]);
  const proven = await withPhotos(context, photos);
  const { subjectId } = await change(proven, async (transaction) => {
    const { actor, now } = context;
    const place = found(await places.byId(transaction, placeId));
    enforce(maySee(actor, now, place.path) ?? mayRecord(actor, now, place.path));
    if (!belongsAt(kind, place.kind)) throw new Refusal('PLACE_KIND_WRONG');
    if (decidedOn > dayOf(now)) throw new Refusal('INVALID_INPUT', { decidedOn: '通过的日期还没有到' });
    const _id = charters.idOf(placeId, kind, title);
    if (await charters.byId(transaction, _id)) throw new Refusal('CHARTER_EXISTS');
    const hash = hashOfArticles(_id, articles, null);
    const source = { kind: 'recorded', decidedOn, decidedBy, photos } as const;
    const by = personOf(context).name;
    const first = { number: 1, inForceAt: now, source, by, hash, filing: null };
    await charterVersions.insert(transaction, {
      _id: charterVersions.idOf(_id, 1),
      ...{ charterId: _id, number: 1, articles },
    });
    const { name: placeName, path } = place;
    await charters.put(transaction, {
      _id,
      ...{ kind, title, placeId, placeName, path, versions: [first], revision: 1, createdAt: now },
    });
    return { subject: { kind: 'charter', id: _id }, path, facts: { version: 1, hash } };
  });
  return presentCharter(context, subjectId);
}
