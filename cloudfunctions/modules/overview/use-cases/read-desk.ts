import type { DeskGroup, DeskView } from '@contract/overview';
import type { Context } from '../../../kernel/context';
import { OFFICE_WORDS } from '../../../kernel/offices';
import { officesNow } from '../../../kernel/person';
import { DAY_MS } from '../../motions/rules/days';
import { deskPlaces } from '../choices';
import { liveSources } from '../desk/live';
import { bookingSources } from '../desk/bookings';
import { callingSources } from '../desk/callings';
import { meetingSources } from '../desk/meetings';
import { nominationSources } from '../desk/nominations';
import { paperSources } from '../desk/papers';
import { proposalSources } from '../desk/proposals';
import { repairSources } from '../desk/repairs';
import { type DeskSource, LIMIT, placesOf } from '../desk/scope';
import { byUrgency } from '../rules';

const SHOWN = 20;
const SOON_MS = 3 * DAY_MS;

async function groupOf(context: Context, source: DeskSource): Promise<DeskGroup> {
  const found = await Promise.all(
    placesOf(context, source.offices).map((placeId) => source.find(context, placeId)),
  );
  const items = byUrgency(found.flat());
  const { task, label } = source;
  return { task, label, count: Math.min(items.length, LIMIT), items: items.slice(0, SHOWN) };
}

/** In the order of the screen where nothing is more urgent. */
const SOURCES = [
  ...proposalSources,
  ...callingSources,
  ...liveSources,
  ...meetingSources,
  ...nominationSources,
  ...paperSources,
  ...repairSources,
  ...bookingSources,
];

/** 工作台: what is due in the places of the caller's offices, by deadline. */
export async function readDesk(context: Context): Promise<DeskView> {
  const { actor, now } = context;
  const [places, ...groups] = await Promise.all([
    deskPlaces(context),
    ...SOURCES.map((source) => groupOf(context, source)),
  ]);
  const held = officesNow(actor, now);
  const all = groups.flatMap((group) => group.items);
  const soon = all.filter((item) => item.dueAt !== null && item.dueAt <= now + SOON_MS);
  const first = (group: DeskGroup) => group.items[0]?.dueAt ?? Number.MAX_SAFE_INTEGER;
  return {
    offices: held.map(({ office, placeName }) => `${placeName} ${OFFICE_WORDS[office]}`),
    places,
    groups: groups.filter((group) => group.count > 0).sort((a, b) => first(a) - first(b)),
    urgent: byUrgency(soon).slice(0, SHOWN),
  };
}
