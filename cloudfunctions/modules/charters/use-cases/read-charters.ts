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
import { summaryView, versionsPage, versionView } from '../views';

/** The rules that bind a place, its own and those of the places above it, and those within it that the caller belongs to (CHART-5). */
export async function listCharters(
  context: Context,
  input: CallInput<'charters.list'>,
): Promise<CallOutput<'charters.list'>> {
  const { actor, now } = context;
  const place = found(await places.byId(store, input.placeId));
  enforce(maySee(actor, now, place.path));
  const seen = (path: readonly string[]) => maySee(actor, now, path) === null;
  const page = await charters.pageAround(place.path, input.cursor, ({ path }) => seen(path));
  const items = page.items.map(summaryView);
  return { items, next: page.next, can: { record: mayRecord(actor, now, place.path) } };
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

/** All versions, newest first: a page begins below the number in the cursor. */
export async function listCharterVersions(
  context: Context,
  { id, cursor }: CallInput<'charters.versions'>,
): Promise<CallOutput<'charters.versions'>> {
  const charter = found(await charters.byId(store, id));
  enforce(maySee(context.actor, context.now, charter.path));
  return versionsPage(charter, cursor);
}

export function readCharterOfMotion(
  context: Context,
  input: CallInput<'charters.ofMotion'>,
): Promise<MotionCharter> {
  return presentOfMotion(context, input.motionId);
}
