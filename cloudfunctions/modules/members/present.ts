import type { Me } from '@contract/members';
import type { Roster, RosterLine } from '@contract/offices';
import type { PlaceBranch } from '@contract/places';
import type { RegisterView } from '@contract/register';
import { OFFICES } from '@contract/roles';
import type { Context } from '../../kernel/context';
import type { Actor } from '../../kernel/person';
import { store } from '../../kernel/reader';
import { found } from '../../kernel/refusal';
import { countUnreadOf } from '../messages/repository';
import * as policy from './policy';
import { claims, homes, type OfficeHolder, persons, places } from './repository';
import { meView, officeView, placeView, registerView } from './views';

const CLAIMS_SHOWN = 10;

/** The caller as the store has them now: a command answers with what it has made of them. */
export async function presentMe(context: Context): Promise<Me> {
  const { personId } = context.actor;
  const known = await persons.byId(store, personId);
  const person = known?.leftAt === undefined ? known : null;
  const actor: Actor = { ...context.actor, person };
  if (!person) return meView(actor, context.now, { claims: [], places: [], homes: [], unread: 0 });
  const homeIds = person.ties.map(({ homeId }) => homeId);
  const [own, near, tied, unread] = await Promise.all([
    claims.ofPerson(personId, CLAIMS_SHOWN),
    places.byIds(store, person.places),
    homes.byIds(store, homeIds),
    countUnreadOf(personId),
  ]);
  return meView(actor, context.now, { claims: own, places: near, homes: tied, unread });
}

export async function presentBranch({ actor, now }: Context, placeId: string | null): Promise<PlaceBranch> {
  const children = (await places.children(placeId)).map(placeView);
  if (placeId === null) {
    const can = { addPlaces: 'NOT_ALLOWED', setProfile: 'NOT_ALLOWED', recordHomes: 'NOT_ALLOWED' } as const;
    return { place: null, above: [], children, profile: null, ownProfile: false, can };
  }
  const place = found(await places.byId(store, placeId));
  const above = await places.onPath(store, place.path);
  return {
    place: { ...placeView(place), revision: place.revision },
    above: above.map(({ _id, name, kind }) => ({ id: _id, name, kind })),
    children,
    profile: await places.profileFor(store, place.path),
    ownProfile: place.profile !== null,
    can: {
      addPlaces: policy.mayAddPlaces(actor, now, place.path),
      setProfile: policy.maySetProfile(actor, now, place.path),
      recordHomes: policy.mayRecordHomes(actor, now, place),
    },
  };
}

export async function presentRegister({ actor, now }: Context, homeId: string): Promise<RegisterView> {
  const home = found(await homes.byId(store, homeId));
  found(policy.registerSight(actor, now, home));
  return registerView(actor, now, home, await persons.ofHome(store, homeId));
}

function rosterLine(actor: Actor, now: number, { person, held }: OfficeHolder): RosterLine {
  return {
    personId: person._id,
    name: person.name,
    office: officeView(held),
    can: { withdraw: policy.mayWithdrawOffice(actor, now, person._id, held) },
  };
}

const byRank = (a: OfficeHolder, b: OfficeHolder) =>
  a.held.path.length - b.held.path.length ||
  OFFICES.indexOf(a.held.office) - OFFICES.indexOf(b.held.office) ||
  (a.held.id < b.held.id ? -1 : 1);

/** Who answers for a place, there and above; public. */
export async function presentRoster({ actor, now }: Context, placeId: string): Promise<Roster> {
  const place = found(await places.byId(store, placeId));
  const [here, above] = await Promise.all([
    persons.roster(placeId, OFFICES, now),
    persons.over(store, place.path.slice(0, -1), OFFICES, now),
  ]);
  const lines = (holders: OfficeHolder[]) =>
    holders.sort(byRank).map((holder) => rosterLine(actor, now, holder));
  return {
    placeId,
    placeName: place.name,
    here: lines(here),
    above: lines(above),
    appointable: policy.appointable(actor, now, place),
  };
}
