import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startTestCloud, type TestCloud } from '../support/local-cloud';
import { freshId, type SmallCommunity, smallCommunity } from '../support/persons';
import { HEADING, homeLine } from '../support/register-files';
import { importCallsOf } from '../support/register-imports';

let cloud: TestCloud;
let yard: SmallCommunity;
let to: ReturnType<typeof importCallsOf>;

beforeAll(async () => {
  cloud = await startTestCloud();
  yard = await smallCommunity(cloud);
  to = importCallsOf(cloud, yard);
});
afterEach(() => cloud.cloud.faults.reset());
afterAll(() => cloud.close());

describe('a crash', () => {
  const of = (area: number, rooms: string[]) => [
    HEADING,
    ...rooms.map((room) => homeLine('1栋', room, `业主${room}`, { area, key: `K${room}` })),
  ];

  it('[REG-7] [IDM-4] whichever database request fails, the same call sent again completes it, once', async () => {
    for (let nth = 1; nth < 80; nth += 1) {
      // Past the limit of calls in ten minutes.
      await cloud.advance(11 * 60_000);
      const area = 60 + nth / 100;
      const rooms = nth % 2 === 0 ? ['101', '102', '301'] : ['101', `4${nth}`];
      const view = await to.preview(of(area, rooms));
      const clientId = freshId();
      const fault = cloud.cloud.faults.on({
        action: /^database/,
        nth,
        then: nth % 3 === 0 ? 'fail-after' : 'fail',
      });
      const first = await to.commit(view.id, clientId).catch(() => null);
      const hits = fault.hits;
      cloud.cloud.faults.reset();
      if (hits === 0 && first) return;
      const done = await to.commit(view.id, clientId);
      expect(done.state).toBe('current');
      const standing = (await to.homes()).filter(({ goneAt }) => !goneAt);
      expect(standing.map(({ label }) => label).sort()).toEqual(
        rooms.map((room) => `柳林新苑1栋${room}`).sort(),
      );
      expect(new Set(standing.map((home) => home.area))).toEqual(new Set([Math.round(area * 100)]));
    }
    throw new Error('the call makes more requests than were tried');
  });
});

describe('a large estate', () => {
  it('[REG-7] 5,000 homes are read in one call and brought in within ten seconds of work', async () => {
    const lines = Array.from({ length: 5000 }, (_, n) =>
      homeLine(`${Math.floor(n / 100) + 1}栋`, String(100 + (n % 100)), `业主${n}`),
    );
    // Work, not waiting: other programs may have the machine.
    const before = process.cpuUsage();
    const view = await to.preview([HEADING, ...lines]);
    const compared = process.cpuUsage(before);
    expect(view).toMatchObject({ problemCount: 0, counts: { homes: 5000 } });
    let now = await to.commit(view.id);
    while (now.state === 'applying') {
      now = await to
        .as('secretary')
        .call('members.continueImport', { clientId: freshId(), importId: view.id });
    }
    const done = process.cpuUsage(before);
    expect(now.state).toBe('current');
    const overview = await to.as('secretary').call('members.registerOverview', { placeId: 'liulin' });
    expect(overview.counts.homes).toBe(5000);
    const work = ({ user, system }: NodeJS.CpuUsage) => (user + system) / 1000;
    expect({ preview: work(compared) < 10_000, commit: work(done) - work(compared) < 10_000 }).toEqual({
      ...{ preview: true, commit: true },
    });
    process.stdout.write(`preview ${work(compared)} ms, commit ${work(done) - work(compared)} ms of work
`);
  }, 120_000);
});
