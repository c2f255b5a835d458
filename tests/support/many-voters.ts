import type { CallRequest } from '@contract/calls';
import type { TestCloud } from './local-cloud';
import { freshId, letterboxCodes, type SmallCommunity } from './persons';

/** Homes that `members.recordHomes` and `members.issueCodes` take at once. */
const BATCH = 100;
/** Calls under way at the same time while the voters are made. */
const AT_ONCE = 20;

export interface ManyVoters {
  placeId: string;
  voters: { openid: string; area: number }[];
}

type Row = CallRequest<'members.recordHomes'>['homes'][number];

async function inSlices<T, R>(
  items: readonly T[],
  size: number,
  run: (slice: T[]) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  for (let from = 0; from < items.length; from += size) {
    results.push(await run(items.slice(from, from + size)));
  }
  return results;
}

function rowOf(placeId: string, n: number): Row {
  const owner = { key: `many-${n}`, name: `业主${n}` };
  // Areas that add up to nothing round: a sum of the wrong ballots is another sum.
  const area = 5003 + 37 * n;
  const plain = { use: 'home' as const, areaBasis: 'land-register' as const, holding: 'owner' as const };
  return { placeId, label: `千禾苑${n}号`, area, ...plain, owners: [owner], residents: [] };
}

/** An estate of the small community in which `count` owners have a home and a phone each, made through the API. */
export async function manyVoters(cloud: TestCloud, yard: SmallCommunity, count: number): Promise<ManyVoters> {
  const placeId = 'qianheyuan';
  const administrator = cloud.as(yard.people.administrator.openid);
  const place = {
    kind: 'estate' as const,
    id: placeId,
    name: '千禾苑',
    parentId: yard.places.lantian,
    sort: 9,
  };
  await administrator.call('members.addPlaces', { clientId: freshId(), places: [place] });
  const rows = Array.from({ length: count }, (_, n) => rowOf(placeId, n));
  const recorded = await inSlices(rows, BATCH, (homes) =>
    administrator.call('members.recordHomes', { clientId: freshId(), homes }),
  );
  const homeIds = recorded.flatMap(({ homes }) => homes.map(({ id }) => id));
  const codes = await inSlices(homeIds, BATCH, (ids) =>
    letterboxCodes(cloud, yard.people.secretary.openid, ids),
  );
  const codeOf = new Map(codes.flatMap((batch) => [...batch]));
  const claim = async (n: number) => {
    const openid = `o_many-${n}`;
    const name = `业主${n}`;
    const consentVersion = '2026-01-01';
    await cloud.as(openid).call('members.signIn', { clientId: freshId(), name, consentVersion });
    const code = codeOf.get(homeIds[n] ?? '') ?? '';
    await cloud.as(openid).call('members.claimByCode', { clientId: freshId(), code, name });
    return { openid, area: rows[n]?.area ?? 0 };
  };
  const numbers = rows.map((_, n) => n);
  const voters = await inSlices(numbers, AT_ONCE, (slice) => Promise.all(slice.map(claim)));
  return { placeId, voters: voters.flat() };
}
