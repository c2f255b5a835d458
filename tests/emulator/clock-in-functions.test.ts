import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createClock } from '../../emulator';
import { resultOf, startCloud, type TestCloud } from './support/cloud';

const INSTANT = Date.parse('2026-07-01T23:30:00Z');

interface Seen {
  now: number;
  called: string;
  parsed: number;
  noon: string;
  date: number;
  isDate: boolean;
  hours: number;
  offset: number;
  text: string;
  parts: string;
  locale: string;
  shanghai: string;
  zone: string;
  ticked: boolean;
}

const clock = createClock({ frozenAt: INSTANT });
let cloud: TestCloud;
// Far from UTC: a machine that stands there would not notice what is not changed.
const zone = process.env.TZ;
beforeAll(async () => {
  process.env.TZ = 'America/New_York';
  cloud = await startCloud(['clock'], { clock });
});
afterAll(async () => {
  await cloud.end();
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});

const look = async (text?: string) => resultOf<Seen>(await cloud.call('clock', { text }, 'p'));

describe('Date in a function', () => {
  it('[CTM-6] stands where the cloud clock stands, and moves with it', async () => {
    expect(await look()).toMatchObject({ now: INSTANT, date: INSTANT, isDate: true });
    await clock.advance(3_600_000);
    expect(await look()).toMatchObject({ now: INSTANT + 3_600_000, date: INSTANT + 3_600_000 });
    clock.set(INSTANT);
    expect((await look()).now).toBe(INSTANT);
  });

  it('[CFN-16] is in UTC as on the platform, whatever the zone of this machine', async () => {
    expect(new Date(INSTANT).getHours()).toBe(19);
    expect(await look()).toMatchObject({
      called: 'Wed Jul 01 2026 23:30:00 GMT+0000 (Coordinated Universal Time)',
      parsed: Date.UTC(2026, 6, 1, 10),
      noon: '1970-01-01T12:00:00.000Z',
      hours: 23,
      offset: 0,
      text: 'Wed Jul 01 2026 23:30:00 GMT+0000 (Coordinated Universal Time)',
      parts: '2026-01-31T23:30:00.000Z',
      locale: '2026-07-01 23:30:00',
      shanghai: '2026-07-02 07:30:00',
      zone: 'UTC',
    });
  });

  it.each([
    ['2026-07-01', '2026-07-01T00:00:00.000Z'],
    ['2026-07-01T10:00', '2026-07-01T10:00:00.000Z'],
    ['2026-07-01 10:00:00', '2026-07-01T10:00:00.000Z'],
    ['July 1, 2026 10:00', '2026-07-01T10:00:00.000Z'],
    ['2026-07-01T10:00:00+08:00', '2026-07-01T02:00:00.000Z'],
    ['2026-07-01T10:00:00Z', '2026-07-01T10:00:00.000Z'],
    ['Wed, 01 Jul 2026 10:00:00 GMT', '2026-07-01T10:00:00.000Z'],
  ])('reads "%s" as UTC unless it names its zone', async (text, expected) => {
    expect(new Date((await look(text)).date).toISOString()).toBe(expected);
  });

  it('leaves setTimeout real, so that a stopped clock stops no function', async () => {
    expect((await look()).ticked).toBe(true);
  });
});
