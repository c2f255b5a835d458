import type { CallInput } from '@contract/calls';
import type { Page } from '@contract/envelope';
import type { ResolutionDetail, ResolutionSummary } from '@contract/resolutions';
import type { Context } from '../../../kernel/context';
import { store } from '../../../kernel/reader';
import { enforce, found } from '../../../kernel/refusal';
import { places } from '../../members/repository';
import { maySee } from '../policy';
import { presentResolution } from '../present';
import { resolutions } from '../repository';
import { summaryView } from '../views';

export async function readResolution(
  context: Context,
  input: CallInput<'resolutions.detail'>,
): Promise<ResolutionDetail> {
  const resolution = found(await resolutions.byId(store, input.id));
  enforce(maySee(context.actor, context.now, resolution.path));
  return presentResolution(context, input.id);
}

/** What was decided in a place, latest first. */
export async function listResolutions(
  context: Context,
  input: CallInput<'resolutions.list'>,
): Promise<Page<ResolutionSummary>> {
  const place = found(await places.byId(store, input.placeId));
  enforce(maySee(context.actor, context.now, place.path));
  const { items, next } = await resolutions.inPlace(place._id, input.cursor);
  return { items: items.map(summaryView), next };
}
