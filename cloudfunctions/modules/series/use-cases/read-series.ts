import type { CallInput } from '@contract/calls';
import type { SeriesDetail, SeriesList } from '@contract/series';
import type { Context } from '../../../kernel/context';
import { belongsTo } from '../../../kernel/person';
import { store } from '../../../kernel/reader';
import { enforce, found, Refusal } from '../../../kernel/refusal';
import { formNames } from '../../forms/repository';
import { mayPlan } from '../../meetings/policy';
import { places } from '../../members/repository';
import { maySee } from '../policy';
import { presentSeries } from '../present';
import { series } from '../repository';
import { summaryView } from '../views';

export async function readSeries(context: Context, input: CallInput<'series.detail'>): Promise<SeriesDetail> {
  const one = found(await series.byId(store, input.id));
  enforce(maySee(context.actor, context.now, one));
  return presentSeries(context, one);
}

/** What comes again in a place, above it and within it, as far as the caller belongs there; what still goes on first. */
export async function listSeries(context: Context, input: CallInput<'series.list'>): Promise<SeriesList> {
  const { actor, now } = context;
  const place = found(await places.byId(store, input.placeId));
  if (!belongsTo(actor, now, place.path)) throw new Refusal('NOT_FOUND');
  const [page, names] = await Promise.all([
    series.pageAround(place.path, input.cursor, (one) => maySee(actor, now, one) === null),
    formNames.onPath(store, place.path),
  ]);
  return {
    items: page.items.map((one) => summaryView(one, names, now)),
    next: page.next,
    can: { plan: mayPlan(actor, now, place.path) },
  };
}
