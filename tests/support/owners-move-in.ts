import type { TestCloud } from './local-cloud';
import { freshId, letterboxCodes, signInAs, type SmallCommunity } from './persons';

const ROOMS = [
  '1-1-202',
  '1-2-202',
  '1-2-301',
  '1-2-302',
  '2-1-101',
  '2-1-102',
  '2-1-201',
  '2-1-202',
  '2-1-301',
  '2-1-302',
  '2-2-101',
  '2-2-102',
  '2-2-202',
  'shop',
] as const;

/** The owners of fourteen further homes, shops included, of 幸福里小区 sign in and claim them by their letterbox codes; their openids. */
export async function ownersMoveIn(cloud: TestCloud, yard: SmallCommunity): Promise<string[]> {
  const homeIds = ROOMS.map((room) => yard.homes[room]);
  const codes = await letterboxCodes(cloud, yard.people.secretary.openid, homeIds);
  return Promise.all(
    ROOMS.map(async (room) => {
      const openid = `o_owner-of-${room}`;
      const name = `业主${room}`;
      await signInAs(cloud, openid, name);
      const code = codes.get(yard.homes[room]) ?? '';
      await cloud.as(openid).call('members.claimByCode', { clientId: freshId(), code, name });
      return openid;
    }),
  );
}
