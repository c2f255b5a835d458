import type { FunctionEnvironment } from '../../function-environment';
import { forAll } from '../gateway';
import type { Yard } from '../yard';
import { CITY, placesUnder } from './places';
import type { Person } from './people';

const CONSENT = '2026-01-01';
/** As many rows as one call takes. */
const BATCH = 100;
/** Terms ran already and go on: three years, as many committees have. */
const TERM_DAYS = { from: -300, until: 795 };

function inBatches<T>(list: readonly T[]): T[][] {
  const count = Math.ceil(list.length / BATCH);
  return Array.from({ length: count }, (_, n) => list.slice(n * BATCH, (n + 1) * BATCH));
}

async function signIn(yard: Yard, person: Person): Promise<void> {
  const input = { name: person.name, consentVersion: CONSENT };
  const { personId } = await yard.phone(person).tell('members.signIn', input);
  yard.personIds.set(person.openid, personId);
}

async function appoint(yard: Yard, person: Person): Promise<void> {
  const fromAt = yard.calendar.at(TERM_DAYS.from, '00:00');
  const untilAt = yard.calendar.at(TERM_DAYS.until, '00:00');
  const personId = yard.idOf(person);
  for (const [office, placeId, gender] of person.offices ?? []) {
    const term = { personId, office, placeId, fromAt, untilAt, gender };
    await yard.by('xie').tell('members.appoint', term);
  }
}

/** Codes go to the letterboxes; whoever finds theirs claims the home. A code works once, so nobody else claims it that day. */
async function claimHomes(yard: Yard, persons: readonly Person[]): Promise<void> {
  const labels = persons.flatMap(({ homes }) => homes);
  if (labels.length === 0) return;
  const homeIds = labels.map((label) => yard.homeId(label));
  const { codes } = await yard.by('chen').tell('members.issueCodes', { homeIds });
  const codeOf = new Map(codes.map(({ label, code }) => [label, code ?? '']));
  await forAll(persons, async (person) => {
    const { registerName: name, asTenant } = person;
    for (const label of person.homes) {
      const claim = { code: codeOf.get(label) ?? '', name, asTenant };
      await yard.phone(person).tell('members.claimByCode', claim);
    }
  });
}

async function arrive(yard: Yard, persons: readonly Person[]): Promise<void> {
  await forAll(persons, (person) => signIn(yard, person));
  await forAll(
    persons.filter(({ offices }) => offices),
    (person) => appoint(yard, person),
  );
  await claimHomes(yard, persons);
}

/** The first administrator, the tree of places and the register. Rejects before anything is written where they are there already. */
async function found(yard: Yard, environment: FunctionEnvironment): Promise<void> {
  const { name } = await yard.by('xie').ask('members.me', {});
  if (name !== null) throw new Error('the demo community is there already');
  await signIn(yard, yard.people.is('xie'));
  const code = environment.YARD_ADMIN_CODE;
  const me = await yard.by('xie').tell('members.bootstrapAdministrator', { code, city: CITY });
  await yard.by('xie').tell('members.addPlaces', { places: placesUnder(me.offices[0]?.placeId ?? '') });
  for (const homes of inBatches(yard.register)) {
    const recorded = await yard.by('xie').tell('members.recordHomes', { homes });
    for (const { label, id } of recorded.homes) yard.homeIds.set(label, id);
  }
}

/** Tells of places, register, offices, and how the neighbours came, one after the other. */
export function settle(yard: Yard, environment: FunctionEnvironment): void {
  const { people, story, calendar } = yard;
  const others = people.all.filter((person) => person !== people.is('xie'));
  const days = [...new Set(others.map(({ since }) => since))].sort((a, b) => a - b);
  for (const day of days) {
    const now = others.filter(({ since }) => since === day);
    story.on(calendar.at(day, '09:00'), async () => {
      if (day === days[0]) await found(yard, environment);
      await arrive(yard, now);
    });
  }
}
