import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestCloud, type TestCloud } from '../support/local-cloud';
import { smallCommunity } from '../support/persons';
import { volunteerCallsOf } from '../support/volunteers';
import { codeOf } from '../support/wangs-paper';

let cloud: TestCloud;
let on: ReturnType<typeof volunteerCallsOf>;
let task: string;

const laid = async (day: string, from: string, to: string, more = {}) => {
  const { shifts } = await on.laid(task, { firstOn: day, lastOn: day, from, to, ...more });
  return shifts.find(({ startsAt }) => startsAt === Date.parse(`${day}T${from}:00+08:00`))?.id ?? '';
};
const board = (shiftId: string) => on.as('zhou').call('service.board', { shiftId });

beforeAll(async () => {
  cloud = await startTestCloud();
  on = volunteerCallsOf(cloud, await smallCommunity(cloud));
  task = (await on.made({ teamId: await on.patrolTeam() })).id;
  await on.described('wang');
});
afterAll(() => cloud.close());

describe('a leader and a volunteer who press at once', () => {
  it('[SHIFT-7] [HOURS-3] either record that somebody came or let them withdraw, never both', async () => {
    await on.till('2026-03-02T20:59');
    const minutes = Array.from({ length: 8 }, (_, n) => n);
    for (const n of minutes) {
      const id = await laid('2026-03-02', `21:1${n}`, `21:1${n + 1}`, { places: 1, withdrawHours: 0 });
      await on.claim('wang', id);
      const [row] = (await board(id)).rows;
      const times = { inAt: on.now(), outAt: null, reason: '' };
      const [recorded, withdrawn] = await Promise.all([
        on.as('zhou').send('service.record', { ...on.once(), shiftId: id, id: row?.id ?? '', ...times }),
        // The server begins with either of them.
        new Promise((resolve) => setTimeout(resolve, n * 4)).then(() =>
          on.as('wang').send('shifts.withdraw', { ...on.once(), id }),
        ),
      ]);
      const codes = [codeOf(recorded), codeOf(withdrawn)];
      expect([codes, codes.filter((said) => said === 'ok').length]).toEqual([codes, 1]);
    }
  });
});
