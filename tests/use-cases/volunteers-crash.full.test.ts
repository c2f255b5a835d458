import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { RecordDocument } from '../../cloudfunctions/modules/service/documents';
import type { ShiftDocument } from '../../cloudfunctions/modules/shifts/documents';
import type { VolunteerDocument } from '../../cloudfunctions/modules/volunteers/documents';
import { type BrokenCall, doneOnce } from '../support/broken-once';
import { documentsOf } from '../support/documents';
import { startTestCloud, type TestCloud } from '../support/local-cloud';
import type { PersonKey } from '../support/motions';
import { smallCommunity, type SmallCommunity } from '../support/persons';
import { volunteerCallsOf } from '../support/volunteers';

const TIME = 600_000;
const BREAKS = ['fail', 'fail-after'] as const;
const MINUTE = 60_000;

let cloud: TestCloud;
let yard: SmallCommunity;
let on: ReturnType<typeof volunteerCallsOf>;

beforeAll(async () => {
  cloud = await startTestCloud();
  yard = await smallCommunity(cloud);
  on = volunteerCallsOf(cloud, yard);
  for (const person of ['wang', 'zhou', 'zhao'] as const) await on.described(person);
});
afterEach(() => cloud.cloud.faults.reset());
afterAll(() => cloud.close());

const dayIn = (days: number) => new Date(on.now() + (days * 24 + 8) * 60 * MINUTE).toISOString();

/** A shift of its own, a quarter of an hour from now where it is to be checked in to, else in three days. */
async function freshShift(soon: boolean): Promise<string> {
  // The shifts of former rounds are over: people have one at a time here.
  await cloud.advance(4 * 24 * 60 * MINUTE);
  const { id: task } = await on.made();
  const from = soon ? new Date(on.now() + 15 * MINUTE + 480 * MINUTE).toISOString() : dayIn(3);
  const clock = from.slice(11, 16);
  const to = `${String((Number(clock.slice(0, 2)) + 2) % 24).padStart(2, '0')}${clock.slice(2)}`;
  const laid = await on.laid(task, {
    ...{ firstOn: from.slice(0, 10), lastOn: from.slice(0, 10), from: clock, to, places: 1 },
    ...{ waitlist: 2, withdrawHours: 0 },
  });
  return laid.shifts[0]?.id ?? '';
}

const standing = (id: string) => async () => {
  const shift = (await documentsOf<ShiftDocument>(cloud.cloud, 'shifts')).find(({ _id }) => _id === id);
  const lists = await documentsOf<VolunteerDocument>(cloud.cloud, 'volunteers');
  const records = await documentsOf<RecordDocument>(cloud.cloud, 'service_records');
  const audit = await documentsOf<{ subject: { id: string } }>(cloud.cloud, 'audit');
  const outbox = await documentsOf<{ link: string }>(cloud.cloud, 'outbox');
  const of = (person: PersonKey) => yard.people[person].personId;
  const stateOf = (person: PersonKey) => shift?.claims.find((one) => one.personId === of(person))?.state;
  const served = records.find((one) => one.shiftId === id);
  return {
    claims: [stateOf('wang'), stateOf('zhou'), stateOf('zhao')],
    listed: lists.filter(({ upcoming }) => upcoming.some(({ shiftId }) => shiftId === id)).length,
    record: served?.state,
    log: audit.filter(({ subject }) => subject.id === id || subject.id === served?._id).length,
    told: outbox.filter(({ link }) => link.includes(id)).length,
  };
};
type Standing = Awaited<ReturnType<ReturnType<typeof standing>>>;

const NONE: Standing = {
  claims: [undefined, undefined, undefined],
  listed: 0,
  record: undefined,
  log: 0,
  told: 0,
};

async function claimedBy(people: readonly PersonKey[], soon = false): Promise<string> {
  const id = await freshShift(soon);
  for (const person of people) await on.claim(person, id);
  return id;
}

const CALLS: [string, () => Promise<BrokenCall>][] = [
  [
    '[SHIFT-1] a claim',
    async () => {
      const id = await claimedBy(['wang']);
      const after = { ...NONE, claims: ['taken', 'waiting', undefined], listed: 2, log: 2 };
      return { by: 'zhou', action: 'shifts.claim', input: { id }, stands: standing(id), after };
    },
  ],
  [
    '[SHIFT-5] [SHIFT-7] a withdrawal with somebody who waits',
    async () => {
      const id = await claimedBy(['wang', 'zhou']);
      const after = { ...NONE, claims: [undefined, 'offered', undefined], listed: 1, log: 3, told: 1 };
      return { by: 'wang', action: 'shifts.withdraw', input: { id }, stands: standing(id), after };
    },
  ],
  [
    '[SHIFT-6] taking what was offered',
    async () => {
      const id = await claimedBy(['wang', 'zhou']);
      await on.withdraw('wang', id);
      const after = { ...NONE, claims: [undefined, 'taken', undefined], listed: 1, log: 4, told: 1 };
      return { by: 'zhou', action: 'shifts.accept', input: { id }, stands: standing(id), after };
    },
  ],
  [
    '[HOURS-1] checking in',
    async () => {
      const id = await claimedBy(['wang'], true);
      const { code } = await on.as('secretary').call('service.board', { shiftId: id });
      const after = {
        ...NONE,
        claims: ['taken', undefined, undefined],
        listed: 1,
        record: 'present',
        log: 2,
      };
      const input = { shiftId: id, code };
      return { by: 'wang', action: 'service.checkIn', input, stands: standing(id), after };
    },
  ],
  [
    '[HOURS-2] checking out',
    async () => {
      const id = await claimedBy(['wang'], true);
      const { code } = await on.as('secretary').call('service.board', { shiftId: id });
      const input = { shiftId: id, code };
      await on.as('wang').call('service.checkIn', { ...on.once(), ...input });
      await cloud.advance(60 * MINUTE);
      const after = { ...NONE, claims: ['taken', undefined, undefined], listed: 1, record: 'done', log: 3 };
      return { by: 'wang', action: 'service.checkOut', input, stands: standing(id), after };
    },
  ],
];

describe('a call of volunteers that is broken off at each of its database requests', () => {
  it.each(CALLS.flatMap(([title, prepare]) => BREAKS.map((then) => [title, then, prepare] as const)))(
    '[IDM-4] %s is done once after its retry (%s)',
    async (_title, then, prepare) => {
      expect(await doneOnce(cloud, yard, then, prepare)).toBeGreaterThan(5);
    },
    TIME,
  );

  it.each(BREAKS)(
    '[SHIFT-6] [IDM-4] the timer passes an offer on once (%s)',
    async (then) => {
      for (let nth = 1, struck = true; struck; nth += 3) {
        const id = await claimedBy(['wang', 'zhou', 'zhao']);
        await on.withdraw('wang', id);
        await cloud.advance(12 * 60 * MINUTE);
        const fault = cloud.cloud.faults.on({ action: /^database\./, nth, then });
        await on.timer();
        struck = fault.hits > 0;
        cloud.cloud.faults.reset();
        await cloud.advance(MINUTE);
        await on.timer();
        const { claims, told } = await standing(id)();
        expect([nth, claims, told]).toEqual([nth, [undefined, undefined, 'offered'], 3]);
      }
    },
    TIME,
  );
});
