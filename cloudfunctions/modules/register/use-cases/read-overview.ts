import type { CallInput, CallOutput } from '@contract/calls';
import type { HomeLabel } from '@contract/register';
import type { RegisterOverview, SlipGroup } from '@contract/register-import';
import type { Context } from '../../../kernel/context';
import { store } from '../../../kernel/reader';
import { enforce, found } from '../../../kernel/refusal';
import { persons, places } from '../../members/repository';
import { mayImport, mayPrintSlips, maySeeRegister } from '../policy';
import { placesBelow, registeredHomes, versions } from '../repository';
import { countsOf } from '../rules/counts';
import { registerRoot } from '../rules/root';
import { versionLine } from '../views';

/** The register of a place as it is, and every version of it. */
export async function readOverview(
  { actor, now }: Context,
  input: CallInput<'members.registerOverview'>,
): Promise<RegisterOverview> {
  const place = found(await places.byId(store, input.placeId));
  enforce(maySeeRegister(actor, now, place.path));
  const root = registerRoot(await places.onPath(store, place.path));
  const [homes, below, open, used] = await Promise.all([
    registeredHomes.all(place._id),
    root ? [] : places.children(place._id),
    versions.ofPlace(place._id, ['preview', 'applying']),
    versions.ofPlace(place._id, ['current', 'former']),
  ]);
  const current = used.rows.find(({ state }) => state === 'current');
  return {
    placeId: place._id,
    placeName: place.name,
    below: below.filter((one) => registerRoot([one])).map(({ _id: id, name }) => ({ id, name })),
    counts: countsOf(homes.filter(({ goneAt }) => !goneAt)),
    current: current ? versionLine(current) : null,
    open: open.rows.map(versionLine),
    versions: used.rows.map(versionLine),
    earlier: { open: open.earlier, versions: used.earlier },
    can: {
      import: mayImport(actor, now, place, root?._id === place._id),
      printSlips: mayPrintSlips(actor, now, place.path),
    },
  };
}

const byLabel = (a: { label: string }, b: { label: string }) => (a.label < b.label ? -1 : 1);

/** Homes that nobody has claimed yet, by building and unit: whose letterboxes a slip belongs into (MEM-2). */
export async function listSlipHomes(
  { actor, now }: Context,
  input: CallInput<'members.slipHomes'>,
): Promise<CallOutput<'members.slipHomes'>> {
  const place = found(await places.byId(store, input.placeId));
  enforce(mayPrintSlips(actor, now, place.path));
  const [homes, below, people] = await Promise.all([
    registeredHomes.all(place._id),
    placesBelow.of(place._id),
    persons.inPlace(place._id),
  ]);
  const claimed = new Set(people.flatMap(({ ties }) => ties.map(({ homeId }) => homeId)));
  const names = new Map([place, ...below].map(({ _id, name }) => [_id, name]));
  const groups = new Map<string, SlipGroup>();
  const asked: HomeLabel[] = [];
  for (const { _id, label, path, goneAt, holding, use } of homes) {
    if (goneAt || holding === 'unsold' || use === 'parking' || claimed.has(_id)) continue;
    const under = path.slice(path.indexOf(place._id), -1);
    // By building: the place below the register's own, or itself.
    const placeId = under[1] ?? place._id;
    const group = groups.get(placeId) ?? { placeId, name: names.get(placeId) ?? place.name, homes: 0 };
    groups.set(placeId, { ...group, homes: group.homes + 1 });
    if (placeId === input.buildingId) asked.push({ id: _id, label, use });
  }
  const byName = (a: SlipGroup, b: SlipGroup) => a.name.localeCompare(b.name, 'zh', { numeric: true });
  return { groups: [...groups.values()].sort(byName), homes: asked.sort(byLabel) };
}
