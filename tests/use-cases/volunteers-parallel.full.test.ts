import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ShiftDocument } from '../../cloudfunctions/modules/shifts/documents';
import type { VolunteerDocument } from '../../cloudfunctions/modules/volunteers/documents';
import { documentsOf } from '../support/documents';
import { startTestCloud, type TestCloud } from '../support/local-cloud';
import { freshId, signInAs, smallCommunity } from '../support/persons';
import { volunteerCallsOf } from '../support/volunteers';
import { codeOf } from '../support/wangs-paper';

const PEOPLE = 500;
const PLACES = 10;
const WAITLIST = 20;
const TIME = 900_000;

let cloud: TestCloud;
let on: ReturnType<typeof volunteerCallsOf>;
const openids = Array.from({ length: PEOPLE }, (_, n) => `o_volunteer-${n}`);
/** How often a phone was told that too many came at once, before it was answered. */
let busy = 0;

/** Claims as a phone does: BUSY is sent again, with the same client id. */
async function claims(openid: string, id: string): Promise<string> {
  const clientId = freshId();
  for (;;) {
    const said = codeOf(await cloud.as(openid).send('shifts.claim', { clientId, id }));
    if (said !== 'BUSY') return said;
    busy += 1;
  }
}

const shiftOf = async (id: string) => {
  const all = await documentsOf<ShiftDocument>(cloud.cloud, 'shifts');
  const shift = all.find(({ _id }) => _id === id);
  if (!shift) throw new Error('no shift');
  return shift;
};

beforeAll(async () => {
  cloud = await startTestCloud();
  on = volunteerCallsOf(cloud, await smallCommunity(cloud));
  const kind = { placeId: 'lantian', kind: 'party-member', unit: '机械厂支部' } as const;
  for (let from = 0; from < PEOPLE; from += 10) {
    await Promise.all(
      openids.slice(from, from + 10).map(async (openid, n) => {
        await signInAs(cloud, openid, `志愿者${from + n}`);
        await cloud.as(openid).call('volunteers.reportIn', { clientId: freshId(), ...kind });
        await cloud.as(openid).call('volunteers.describe', { clientId: freshId(), bornOn: '1980-01-01' });
      }),
    );
  }
}, TIME);
afterAll(() => cloud.close());

describe('[SHIFT-1] [SHIFT-2] [IDM-5] five hundred who claim at once', () => {
  it(
    'get exactly ten places and twenty to wait for, in the order of commit, and the rest are told',
    async () => {
      const { id: task } = await on.made({ placeId: 'lantian' });
      const id = (await on.laid(task, { places: PLACES, waitlist: WAITLIST })).shifts[0]?.id ?? '';
      const answers = await Promise.all(openids.map((openid) => claims(openid, id)));
      const counted = (code: string) => answers.filter((one) => one === code).length;
      expect([counted('ok'), counted('SHIFT_FULL')]).toEqual([PLACES + WAITLIST, PEOPLE - PLACES - WAITLIST]);
      const shift = await shiftOf(id);
      const states = [...shift.claims].sort((a, b) => a.n - b.n).map(({ state }) => state);
      expect(states).toEqual([
        ...new Array<string>(PLACES).fill('taken'),
        ...new Array<string>(WAITLIST).fill('waiting'),
      ]);
      // The numbers are those of the commits: 1, 2, 3 … without a gap, and everybody once.
      expect(shift.claims.map(({ n }) => n).sort((a, b) => a - b)).toEqual(states.map((_, n) => n + 1));
      expect(new Set(shift.claims.map(({ personId }) => personId)).size).toBe(PLACES + WAITLIST);
      expect([shift.taken, shift.waiting]).toEqual([PLACES, WAITLIST]);
      // Whoever was answered with yes has the claim, and it stands on their own list.
      const lists = await documentsOf<VolunteerDocument>(cloud.cloud, 'volunteers');
      const listed = lists.filter(({ upcoming }) => upcoming.some(({ shiftId }) => shiftId === id));
      expect(listed.map(({ _id }) => _id).sort()).toEqual(
        shift.claims.map(({ personId }) => personId).sort(),
      );
      console.info(`busy answers before each had its own: ${busy} of ${PEOPLE} calls`);
      expect(busy).toBeLessThan(PEOPLE / 10);
    },
    TIME,
  );

  it(
    '[SHIFT-5] withdraw and move up at once without a place too many or one lost',
    async () => {
      const id = (await documentsOf<ShiftDocument>(cloud.cloud, 'shifts'))[0]?._id ?? '';
      const seen = async (openid: string) => (await cloud.as(openid).call('shifts.detail', { id })).mine;
      const all = await Promise.all(openids.map(async (openid) => ({ openid, mine: await seen(openid) })));
      const of = (state: string) =>
        all.filter(({ mine }) => mine?.state === state).map(({ openid }) => openid);
      const again = async (openid: string, action: 'shifts.withdraw' | 'shifts.claim' | 'shifts.accept') => {
        const clientId = freshId();
        for (;;) {
          const said = codeOf(await cloud.as(openid).send(action, { clientId, id }));
          if (said !== 'BUSY') return said;
        }
      };
      const gone = of('taken').slice(0, 5);
      const come = all.filter(({ mine }) => mine === null).slice(0, 40);
      const moved = await Promise.all([
        ...gone.map((openid) => again(openid, 'shifts.withdraw')),
        ...come.map(({ openid }) => again(openid, 'shifts.claim')),
      ]);
      expect(moved.slice(0, 5)).toEqual(Array(5).fill('ok'));
      const shift = await shiftOf(id);
      // Who came before a place got free found the waitlist full; everybody else of them waits now.
      const joined = moved.slice(5).filter((said) => said === 'ok').length;
      expect(moved.slice(5).filter((said) => said === 'SHIFT_FULL')).toHaveLength(40 - joined);
      expect(joined).toBeLessThanOrEqual(5);
      expect([shift.taken, shift.waiting]).toEqual([PLACES, WAITLIST - 5 + joined]);
      const offered = shift.claims.filter(({ state }) => state === 'offered');
      expect(offered).toHaveLength(5);
      const waiting = shift.claims.filter(({ state }) => state === 'waiting');
      expect(Math.max(...offered.map(({ n }) => n))).toBeLessThan(Math.min(...waiting.map(({ n }) => n)));
    },
    TIME,
  );
});
