import type { CallInput, CallOutput } from '@contract/calls';
import type { CharterDetail, MotionCharter } from '@contract/charters';
import type { Context } from '../../../kernel/context';
import { store } from '../../../kernel/reader';
import { enforce, found, Refusal } from '../../../kernel/refusal';
import { places } from '../../members/repository';
import { mayRecord, maySee } from '../policy';
import { presentCharter, presentOfMotion } from '../present';
import { charters, charterVersions } from '../repository';
import { differenceOf } from '../rules';
import { summaryView, versionView } from '../views';

/** The rules that bind a place, its own and those of the places above it, and those within it that the caller belongs to (CHART-5). */
export async function listCharters(
  context: Context,
  input: CallInput<'charters.list'>,
): Promise<CallOutput<'charters.list'>> {
  const { actor, now } = context;
  const place = found(await places.byId(store, input.placeId));
  enforce(maySee(actor, now, place.path));
  const above = place.path.slice(0, -1).reverse();
  const rows = await Promise.all([
    charters.within(place._id),
    ...above.map((placeId) => charters.at(placeId)),
  ]);
  const seen = rows.flat().filter(({ path }) => maySee(actor, now, path) === null);
  const items = seen.map(summaryView);
  return { items, can: { record: mayRecord(actor, now, place.path) } };
}

export function readCharter(context: Context, input: CallInput<'charters.detail'>): Promise<CharterDetail> {
  return presentCharter(context, input.id);
}

/** Any version, beside the one before or any other one (CHART-5). */
export async function readCharterVersion(
  context: Context,
  { id, number, against }: CallInput<'charters.version'>,
): Promise<CallOutput<'charters.version'>> {
  const charter = found(await charters.byId(store, id));
  enforce(maySee(context.actor, context.now, charter.path));
  const header = charter.versions.at(number - 1);
  if (!header) throw new Refusal('NOT_FOUND');
  const other = against ?? (number > 1 ? number - 1 : null);
  const [version, before] = await Promise.all([
    charterVersions.byNumber(store, id, number),
    other === null ? null : charterVersions.byNumber(store, id, other),
  ]);
  if (other !== null && !before) throw new Refusal('NOT_FOUND');
  const { articles } = found(version);
  // The first one is beside nothing: every article stands as it is.
  const difference = differenceOf(before?.articles ?? articles, articles);
  return { ...versionView(header), against: other, difference };
}

export function readCharterOfMotion(
  context: Context,
  input: CallInput<'charters.ofMotion'>,
): Promise<MotionCharter> {
  return presentOfMotion(context, input.motionId);
}
