import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BookingModel } from '../support/booking-model';
import { documentsOf } from '../support/documents';
import { startTestCloud, type TestCloud } from '../support/local-cloud';
import { HOUR, type PersonKey } from '../support/motions';
import { freshId, smallCommunity, type SmallCommunity } from '../support/persons';
import { roomCallsOf } from '../support/rooms';
import { codeOf } from '../support/wangs-paper';

const SEQUENCES = 12;
const STEPS = 30;
const QUOTA = 3;
const WHO = ['wang', 'zhao', 'feng', 'zeng'] as const satisfies PersonKey[];
const DAYS = ['2026-03-17', '2026-03-18', '2026-03-19'];
const OPEN = { weekly: Array.from({ length: 7 }, () => [{ from: 540, to: 900 }]) };
const TERMS = { quota: QUOTA, approvalHours: 24, step: 60 as const, longest: 180 };

let cloud: TestCloud;
let yard: SmallCommunity;
let on: ReturnType<typeof roomCallsOf>;

beforeAll(async () => {
  cloud = await startTestCloud();
  yard = await smallCommunity(cloud);
  on = roomCallsOf(cloud, yard);
});
afterAll(() => cloud.close());

/** Mulberry32: the same seed, the same sequence. */
function drawn(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

type Draw = ReturnType<typeof drawn>;
type Sent = { by: PersonKey; action: string; input: Record<string, unknown> };

const timeOf = (draw: Draw) => {
  const from = 540 + 60 * draw(5);
  return { on: DAYS[draw(DAYS.length)] ?? '', from, to: Math.min(900, from + 60 * (1 + draw(2))) };
};

/** One room with its model, and the steps that both take. */
function world(room: string, draw: Draw) {
  const model = new BookingModel(QUOTA);
  const log: string[] = [];
  let last: Sent | null = null;
  const now = () => cloud.cloud.clock.now();
  const send = async (by: PersonKey, action: string, input: object) => {
    last = { by, action, input: { clientId: freshId(), ...input } };
    const answer = await on.as(by).send(action, last.input);
    log.push(`${action} by ${by} ${JSON.stringify(input)}: ${codeOf(answer)}`);
    return answer;
  };
  const idIn = (answer: Awaited<ReturnType<typeof send>>) => {
    const data = (answer as { data: { id?: string; bookings?: { id: string }[] } }).data;
    return data.id ?? data.bookings?.[0]?.id ?? '';
  };
  const some = (...states: string[]) => {
    const fitting = model.all.filter(({ state }) => states.includes(state));
    return fitting[draw(Math.max(1, fitting.length))];
  };
  const details = { purpose: 'choir', people: 5 };
  const revisionOf = async (id: string) => (await on.read('secretary', id)).revision;

  const steps: Record<string, () => Promise<void>> = {
    async book() {
      const who = WHO[draw(WHO.length)] ?? 'wang';
      const time = timeOf(draw);
      const expected = model.refusal(who, time);
      const answer = await send(who, 'bookings.book', { roomId: room, ...time, ...details });
      expect(codeOf(answer), log.join('\n')).toBe(expected);
      if (answer.ok) model.ask(idIn(answer), who, time, now());
    },
    async wait() {
      const who = WHO[draw(WHO.length)] ?? 'wang';
      const time = timeOf(draw);
      const expected = model.waitRefusal(who, time);
      const answer = await send(who, 'bookings.wait', { roomId: room, ...time, ...details });
      expect(codeOf(answer), log.join('\n')).toBe(expected);
      if (answer.ok) model.wait(idIn(answer), who, time);
    },
    async move() {
      const one = some('pending', 'booked');
      if (!one) return;
      const time = timeOf(draw);
      const expected = model.refusal(one.who, time, one.id);
      const input = { id: one.id, revision: await revisionOf(one.id), roomId: room, ...time };
      const answer = await send(one.who as PersonKey, 'bookings.move', input);
      expect(codeOf(answer), log.join('\n')).toBe(expected);
      if (!answer.ok) return;
      const day = one.on;
      Object.assign(one, time, { state: 'pending', until: now() + 24 * HOUR });
      model.offer(day, now());
    },
    async cancel() {
      const one = some('pending', 'booked');
      if (!one) return;
      const answer = await send(one.who as PersonKey, 'bookings.cancel', {
        ...{ id: one.id, revision: await revisionOf(one.id) },
      });
      expect(codeOf(answer), log.join('\n')).toBe('ok');
      model.end(one.id, now());
    },
    async decide() {
      const one = some('pending');
      if (!one) return;
      const approve = draw(3) > 0;
      const input = { id: one.id, revision: await revisionOf(one.id), ...(!approve && { reason: '要消杀' }) };
      const answer = await send('secretary', approve ? 'bookings.approve' : 'bookings.reject', input);
      expect(codeOf(answer), log.join('\n')).toBe('ok');
      if (approve) Object.assign(one, { state: 'booked', until: Infinity });
      else model.end(one.id, now());
    },
    async answer() {
      const one = some('offered');
      if (!one) return;
      const accept = draw(3) > 0;
      const expected = accept && model.used(one.who) >= QUOTA ? 'BOOKING_QUOTA' : 'ok';
      const answer = await send(one.who as PersonKey, accept ? 'bookings.accept' : 'bookings.decline', {
        id: one.id,
      });
      expect(codeOf(answer), log.join('\n')).toBe(expected);
      if (!answer.ok) return;
      if (accept) Object.assign(one, { state: 'pending', until: now() + 24 * HOUR });
      else model.end(one.id, now());
    },
    async close() {
      const day = DAYS[draw(DAYS.length)] ?? '';
      const closing = { fromOn: day, untilOn: day, reason: '检修' };
      const { displaced, refusal } = await on.as('secretary').call('rooms.preview', { id: room, closing });
      const { revision } = await on.as('secretary').call('rooms.detail', { id: room });
      const input = { id: room, revision, closing, displaces: displaced.length };
      const there = model.all.filter((one) => one.on === day && one.state !== 'waiting');
      const meeting = there.some(({ state }) => state === 'meeting');
      expect(refusal).toBe(meeting ? 'ROOM_MEETING' : null);
      const answer = await send('secretary', 'rooms.close', input);
      expect(codeOf(answer), log.join('\n')).toBe(meeting ? 'ROOM_MEETING' : 'ok');
      if (!answer.ok) return;
      model.closed.add(day);
      for (const { id } of there.sort((a, b) => a.from - b.from)) model.displace(id, now());
    },
    async meet() {
      const time = timeOf(draw);
      const there = model.at(time);
      const taken = there.some(({ state }) => state === 'meeting') ? 'ROOM_MEETING' : 'ok';
      const expected = model.closed.has(time.on) ? 'BOOKING_CLOSED' : taken;
      const startsAt = Date.parse(`${time.on}T00:00:00+08:00`) + time.from * 60_000;
      const answer = await send('secretary', 'meetings.schedule', {
        ...{ title: '院坝会', body: 'yard', placeId: 'lantian', roomId: room, convener: 'secretary' },
        ...{ venue: '活动室', startsAt, endsAt: startsAt + (time.to - time.from) * 60_000, agenda: [] },
      });
      expect(codeOf(answer), log.join('\n')).toBe(expected);
      if (!answer.ok) return;
      model.all.push({ id: idIn(answer), who: '', ...time, state: 'meeting', until: Infinity });
      for (const { id } of there) model.displace(id, now());
    },
    async tick() {
      await cloud.advance(5 * HOUR);
      await cloud.cloud.fireTimer('timer');
      log.push('five hours');
      model.tick(now());
    },
    async retry() {
      if (!last) return;
      const before = model.lines();
      await on.as(last.by).send(last.action, last.input);
      log.push(`again ${last.action}`);
      expect(model.lines()).toEqual(before);
    },
  };
  return { model, steps, log };
}

const WEIGHTED = [
  ...['book', 'book', 'book', 'book', 'wait', 'wait', 'wait', 'move', 'cancel', 'cancel'],
  ...['decide', 'decide', 'answer', 'answer', 'meet', 'tick', 'retry', 'retry', 'close'],
];

/** What the cloud keeps of a room, in the model's words, with what must hold whatever happened. */
async function kept(room: string) {
  const { days, bookings, quotas } = await on.stored();
  const slots = days
    .filter(({ roomId }) => roomId === room)
    .flatMap((day) => day.slots.map((s) => ({ ...s, on: day.on })));
  const waits = days
    .filter(({ roomId }) => roomId === room)
    .flatMap((day) => day.waits.map((w) => ({ ...w, on: day.on })));
  const lines = [
    ...slots.map((s) => `${s.on} ${s.from}-${s.to} ${s.kind} ${s.id}`),
    ...waits.map((w) => `${w.on} ${w.from}-${w.to} waiting ${w.id}`),
  ].sort();
  const live = bookings
    .filter(
      ({ roomId, state }) => roomId === room && ['waiting', 'offered', 'pending', 'booked'].includes(state),
    )
    .map((b) => `${b.on} ${b.from}-${b.to} ${b.state} ${b._id}`)
    .sort();
  const most = Math.max(
    0,
    ...quotas.filter(({ roomId }) => roomId === room).map(({ bookingIds }) => bookingIds.length),
  );
  return { lines, live, most };
}

describe('any order of bookings, requests, moves, waits, closings, meetings, time and retries', () => {
  it.each(Array.from({ length: SEQUENCES }, (_, n) => n + 1))(
    '[BOOK-2] [BOOK-4] [BOOK-12] never overlaps, never exceeds, loses nothing without a word: sequence %i',
    async (seed) => {
      const draw = drawn(seed * 7919);
      // A venue holds ten rooms, and each sequence has one of its own.
      const { id: venueId } = await on.venue({ name: `邻里中心${seed}` });
      const room = (await on.room(venueId, { name: `活动室${seed}`, hours: OPEN, rules: TERMS })).id;
      // Days ahead of the three on which it plays: each sequence begins where the clock stood.
      cloud.cloud.clock.set(Date.parse('2026-03-04T09:00:00+08:00'));
      const { model, steps, log } = world(room, draw);
      for (let n = 0; n < STEPS; n += 1) {
        await cloud.advance(61_000);
        await steps[WEIGHTED[draw(WEIGHTED.length)] ?? 'book']?.();
        const { lines, live, most } = await kept(room);
        expect(lines, log.join('\n')).toEqual(model.lines());
        expect(live, log.join('\n')).toEqual(model.lines().filter((line) => !line.includes(' meeting ')));
        expect(most).toBeLessThanOrEqual(QUOTA);
      }
      const outbox = await documentsOf<{ title: string; link: string }>(cloud.cloud, 'outbox');
      const told = outbox.filter(({ title }) => title === '您的预约不能用了，请另选').map(({ link }) => link);
      for (const id of model.displaced) expect(told).toContain(`/packages/rooms/booking/index?id=${id}`);
    },
    120_000,
  );
});
