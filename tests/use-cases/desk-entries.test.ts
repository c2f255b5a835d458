import { DESK_ENTRIES, type DeskEntry } from '@contract/overview';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestCloud, type TestCloud } from '../support/local-cloud';
import type { PersonKey } from '../support/motions';
import { type SmallCommunity, smallCommunity } from '../support/persons';

let cloud: TestCloud;
let yard: SmallCommunity;
beforeAll(async () => {
  cloud = await startTestCloud();
  yard = await smallCommunity(cloud);
});
afterAll(() => cloud.close());

const as = (person: PersonKey) => cloud.as(yard.people[person].openid);
const placesOf = async (person: PersonKey) => (await as(person).call('overview.desk', {})).places;

describe('what the desk offers', () => {
  it.each<[PersonKey, DeskEntry[]]>([
    // All but the local profile, which the street lays down.
    ['secretary', DESK_ENTRIES.filter((entry) => entry !== 'local-profile')],
    ['gridWorker', ['claims', 'held-texts']],
    ['zhou', ['plan-meeting', 'draft-motion', 'series']],
    ['propertyManager', []],
    ['administrator', ['offices', 'audit', 'register', 'local-profile']],
  ])('[SEC-11] is what the office of %s can begin or look through', async (person, entries) => {
    const [first] = await placesOf(person);
    expect(first?.may).toEqual(entries);
  });

  it.each<PersonKey>([
    'administrator',
    'streetOfficer',
    'secretary',
    'gridWorker',
    'residentsCommittee',
    'villagersCommittee',
    'propertyManager',
    'zhao',
    'zhou',
  ])('[SEC-11] agrees with what the calls let %s do', async (person) => {
    for (const { id: placeId, may } of await placesOf(person)) {
      const answers = async (asked: Promise<unknown>) => asked.then(() => true).catch(() => false);
      expect({
        claims: may.includes('claims'),
        'held-texts': may.includes('held-texts'),
        audit: may.includes('audit'),
        register: may.includes('register'),
      }).toEqual({
        claims: await answers(as(person).call('members.claims', { placeId })),
        'held-texts': await answers(as(person).call('discussion.heldTexts', { placeId })),
        audit: await answers(as(person).call('audit.entries', { placeId })),
        register: await answers(as(person).call('members.registerOverview', { placeId })),
      });
    }
  });
});
