import type { CallName, CallOutput, CallRequest } from '@contract/calls';
import type { LocalCloud } from '../../emulator';
import { FUNCTION_ENV } from './function-env';
import { people, type PersonKey, persons } from './small-community/people';
import { type HomeKey, register } from './small-community/register';
import { onceMade } from './small-community/snapshot';
import { placeIds, treeUnder } from './small-community/tree';

/** What `startTestCloud()` gives: calls as a person, the answer's data, or an error with the code. */
export interface CallingCloud {
  as(openid: string): {
    call<N extends CallName>(action: N, input: CallRequest<N>): Promise<CallOutput<N>>;
  };
}

/** Offices run from before the tests' clock (2026-03-02) to after it. */
const TERM = { fromAt: Date.UTC(2026, 0, 1), untilAt: Date.UTC(2029, 11, 31) };
const CONSENT = '2026-01-01';

let made = 0;
/** A client id that no other call of this file has. */
export function freshId(): string {
  made += 1;
  return `test-${String(made).padStart(8, '0')}`;
}

/** Begins them anew: the same calls in two clouds then make the same things. */
export function freshIdsAnew(): void {
  made = 0;
}

let setUp = 0;
/** The same for the calls that make the community: when it comes from its snapshot, they were never made in this file. */
function setupId(): string {
  setUp += 1;
  return `setup-${String(setUp).padStart(8, '0')}`;
}

/** Somebody new, signed in; returns the person's id. */
export async function signInAs(
  cloud: CallingCloud,
  openid: string,
  name: string,
  clientId = freshId(),
): Promise<string> {
  const input = { clientId, name, consentVersion: CONSENT };
  return (await cloud.as(openid).call('members.signIn', input)).personId;
}

export type SmallCommunity = Awaited<ReturnType<typeof smallCommunity>>;

/** One after another: at once, each would start an instance of its own. */
async function signInAll(cloud: CallingCloud) {
  const entries: [PersonKey, { openid: string; personId: string; name: string }][] = [];
  for (const [key, { openid, name }] of persons) {
    entries.push([key, { openid, personId: await signInAs(cloud, openid, name, setupId()), name }]);
  }
  return Object.fromEntries(entries) as Record<PersonKey, { openid: string; personId: string; name: string }>;
}

type People = Awaited<ReturnType<typeof signInAll>>;

/** The first administrator, and the tree with 蓝田社区 and its neighbour below the city. */
async function makePlaces(cloud: CallingCloud) {
  const administrator = cloud.as(people.administrator.openid);
  const code = FUNCTION_ENV.YARD_ADMIN_CODE;
  const me = await administrator.call('members.bootstrapAdministrator', {
    clientId: setupId(),
    code,
    city: '青江市',
  });
  const city = me.offices[0]?.placeId ?? '';
  await administrator.call('members.addPlaces', { clientId: setupId(), places: treeUnder(city) });
  return { city, ...placeIds };
}

async function appointAll(cloud: CallingCloud, who: People): Promise<void> {
  const administrator = cloud.as(people.administrator.openid);
  const terms = persons.flatMap(([key, { offices = [] }]) =>
    offices.map(([office, placeId]) => ({ personId: who[key].personId, office, placeId, ...TERM })),
  );
  await Promise.all(
    terms.map((term) => administrator.call('members.appoint', { clientId: setupId(), ...term })),
  );
}

async function recordHomes(cloud: CallingCloud): Promise<Record<HomeKey, string>> {
  const administrator = cloud.as(people.administrator.openid);
  const input = { clientId: setupId(), homes: register.map(([, row]) => row) };
  const { homes } = await administrator.call('members.recordHomes', input);
  const entries = register.map(([key], n) => [key, homes[n]?.id ?? '']);
  return Object.fromEntries(entries) as Record<HomeKey, string>;
}

/** Fresh letterbox codes of homes of one community, from its secretary; the codes that they had before end. */
export async function letterboxCodes(
  cloud: CallingCloud,
  secretary: string,
  homeIds: string[],
  clientId = freshId(),
): Promise<Map<string, string>> {
  const { codes } = await cloud.as(secretary).call('members.issueCodes', { clientId, homeIds });
  return new Map(codes.map(({ homeId, code }) => [homeId, code ?? '']));
}

/** A code works once: the first claimants of all homes, then the second ones with new codes. */
async function claimAll(cloud: CallingCloud, homes: Record<HomeKey, string>): Promise<void> {
  const claimants = new Map<string, number>();
  const claims = persons.flatMap(([, person]) =>
    (person.claims ?? []).map((home) => {
      const round = claimants.get(home) ?? 0;
      claimants.set(home, round + 1);
      return { person, homeId: homes[home], round, far: home === 'guihuyuan-1' };
    }),
  );
  for (const round of [0, 1]) {
    const now = claims.filter((claim) => claim.round === round);
    const near = now.filter((claim) => !claim.far).map((claim) => claim.homeId);
    const codes = await letterboxCodes(cloud, people.secretary.openid, near, setupId());
    if (round === 0) {
      const [far] = await letterboxCodes(
        cloud,
        people.otherSecretary.openid,
        [homes['guihuyuan-1']],
        setupId(),
      );
      if (far) codes.set(...far);
    }
    for (const { person, homeId } of now) {
      const name = person.registerName ?? person.name;
      const code = codes.get(homeId) ?? '';
      const input = { clientId: setupId(), code, name, asTenant: person.asTenant };
      await cloud.as(person.openid).call('members.claimByCode', input);
    }
  }
}

/** What no letterbox code gives. */
async function proveAll(cloud: CallingCloud, homes: Record<HomeKey, string>): Promise<void> {
  for (const [, { openid, name, registerName = name, proves }] of persons) {
    if (!proves) continue;
    const claim = { clientId: setupId(), homeId: homes[proves], relation: 'owner' as const, registerName };
    await cloud.as(openid).call('members.claimWithProof', claim);
    const officer = cloud.as(people.gridWorker.openid);
    const { items } = await officer.call('members.claims', { placeId: 'lantian' });
    for (const { id: claimId, revision } of items) {
      await officer.call('members.decideClaim', { clientId: setupId(), claimId, revision, accept: true });
    }
  }
}

type TimedCloud = CallingCloud & { cloud: Pick<LocalCloud, 'database' | 'fireTimer'> };

/** The community before its first minute: nothing is sealed and no message is sent. Made anew each time. */
export async function communityBeforeItsFirstMinute(cloud: CallingCloud) {
  const who = await signInAll(cloud);
  const places = await makePlaces(cloud);
  await appointAll(cloud, who);
  const homes = await recordHomes(cloud);
  await claimAll(cloud, homes);
  await proveAll(cloud, homes);
  return { places, homes, people: who };
}

async function makeCommunity(cloud: TimedCloud) {
  const made = await communityBeforeItsFirstMinute(cloud);
  // What its first minute does, sealing the log and sending the messages of all these calls, is done once and not by each test.
  const minute = await cloud.cloud.fireTimer('timer');
  if (!('result' in minute)) throw new Error(`the first minute failed: ${JSON.stringify(minute)}`);
  return made;
}

/**
 * A community small enough to hold in mind, made through the API only: 蓝田社区 with 幸福里小区 (2 buildings, 24 homes, a shop, a
 * parking space), 柳林新苑 and 三组, and the neighbouring 桂湖社区. `people` says who is who, `register` who owns what. The cloud
 * must be empty; what the calls left in it is kept for the next test file.
 */
export async function smallCommunity(cloud: TimedCloud) {
  return onceMade(cloud.cloud.database, () => makeCommunity(cloud));
}
