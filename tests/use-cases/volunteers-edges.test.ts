import { EJSON } from 'bson';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CollectionName } from '../../config/collections';
import type { ShiftDocument } from '../../cloudfunctions/modules/shifts/documents';
import { documentsOf } from '../support/documents';
import { startTestCloud, type TestCloud } from '../support/local-cloud';
import { type PersonKey } from '../support/motions';
import { smallCommunity, type SmallCommunity } from '../support/persons';
import { uploadPhoto } from '../support/photos';
import { volunteerCallsOf } from '../support/volunteers';
import { codeOf } from '../support/wangs-paper';

let cloud: TestCloud;
let yard: SmallCommunity;
let on: ReturnType<typeof volunteerCallsOf>;
let team: string;
let task: string;

/** What others cannot bring about in a test's time, past the application. */
const set = (collectionName: CollectionName, id: string, fields: object) =>
  cloud.cloud.database.handle({
    ...{ action: 'database.modifyDocument', collectionName, queryType: 'DOC' },
    ...{ query: JSON.stringify({ _id: id }), multi: false, merge: true, upsert: false },
    data: EJSON.stringify({ $set: fields }, { relaxed: false }),
  });
const stored = async (id: string) =>
  (await documentsOf<ShiftDocument>(cloud.cloud, 'shifts')).find(({ _id }) => _id === id);
const laid = async (on_: string, from: string, to: string, more = {}) => {
  const { shifts } = await on.laid(task, { firstOn: on_, lastOn: on_, from, to, waitlist: 2, ...more });
  const startsAt = Date.parse(`${on_}T${from}:00+08:00`);
  return shifts.find((shift) => shift.startsAt === startsAt)?.id ?? '';
};
const board = (shiftId: string) => on.as('zhou').call('service.board', { shiftId });

beforeAll(async () => {
  cloud = await startTestCloud();
  yard = await smallCommunity(cloud);
  on = volunteerCallsOf(cloud, yard);
  team = await on.patrolTeam();
  task = (await on.made({ teamId: team })).id;
  for (const person of ['wang', 'tenant', 'zhao', 'liuFang', 'heJing'] as const) await on.described(person);
});
afterAll(() => cloud.close());

describe('a shift at its edges', () => {
  it('[SHIFT-9] [SHIFT-10] offers nobody a place once it is cancelled, also where somebody in it leaves the app', async () => {
    const id = await laid('2026-03-10', '19:00', '21:00');
    for (const person of ['liuFang', 'heJing'] as const) await on.claim(person, id);
    await on.as('secretary').call('shifts.cancel', { ...on.once(), id, reason: '下雨' });
    const { personId, openid } = yard.people.liuFang;
    await cloud.as(openid).call('privacy.leave', { ...on.once(), personId, sure: true });
    expect(await stored(id)).toMatchObject({ state: 'cancelled', dueAt: null });
    expect((await on.seen('heJing', id)).mine?.state).toBe('waiting');
  });

  it('[SHIFT-3] keeps nobody from another one who waited for it until it began', async () => {
    const first = await laid('2026-03-02', '14:00', '18:00');
    await on.claim('zhao', first);
    await on.claim('heJing', first);
    const second = await laid('2026-03-02', '16:00', '17:00');
    expect((await on.seen('heJing', second)).can.claim).toBe('SHIFT_OVERLAP');
    await on.till('2026-03-02T14:05');
    expect((await on.seen('heJing', second)).can.claim).toBeNull();
    expect((await on.claim('heJing', second)).mine?.state).toBe('taken');
    expect((await on.seen('zhao', second)).can.claim).toBe('SHIFT_OVERLAP');
    // Whoever only waited has not been there: the log with its photos is not theirs (HOURS-9).
    await expect(on.as('heJing').call('service.log', { shiftId: first })).rejects.toMatchObject({
      code: 'NOT_ALLOWED',
    });
  });

  it('[HOURS-3] takes no statement that ends before the code says that they came', async () => {
    const id = (await on.as('zhao').call('shifts.mine', {})).upcoming[0]?.id ?? '';
    await on.till('2026-03-02T15:00');
    const { code } = await board(id);
    await on.as('zhao').call('service.checkIn', { ...on.once(), shiftId: id, code });
    await on.till('2026-03-02T15:30');
    const inAt = Date.parse('2026-03-02T14:00:00+08:00');
    const stated = (outAt: number) =>
      on.as('zhao').send('service.state', { ...on.once(), shiftId: id, inAt, outAt });
    expect(codeOf(await stated(inAt + 1_800_000))).toBe('SERVICE_TIMES');
    expect(codeOf(await stated(on.now()))).toBe('ok');
  });

  it('[SHIFT-7] shows whoever withdrew late twice once, with the last reason', async () => {
    const id = await laid('2026-03-02', '22:00', '02:00', { withdrawHours: 24 });
    for (const reason of ['加班', '发烧']) {
      await on.claim('wang', id);
      await on.as('wang').call('shifts.withdraw', { ...on.once(), id, reason });
    }
    expect((await board(id)).rows).toMatchObject([{ claim: 'late', reason: '发烧' }]);
  });

  it('[HOURS-9] holds so many lines of its log and no more, however many are written at once', async () => {
    const id = await laid('2026-03-02', '15:35', '20:00', { places: 5 });
    const line = (person: PersonKey) =>
      on.as(person).send('service.writeLog', { ...on.once(), shiftId: id, text: '一切正常', photos: [] });
    expect(codeOf(await line('zhou'))).toBe('ok');
    await set('shifts', id, { logged: 199 });
    const answers = await Promise.all((['zhou', 'secretary', 'zhou', 'secretary'] as const).map(line));
    expect(answers.map(codeOf).sort()).toEqual(['SERVICE_FULL', 'SERVICE_FULL', 'SERVICE_FULL', 'ok']);
  });
});

describe('a minor', () => {
  it('[TASK-4] [TASK-5] has consent put down by a leader, the day of birth by an office only', async () => {
    await on.described('maXiaolong', '2011-05-06');
    const { code } = await on.as('maXiaolong').call('volunteers.mine', {});
    const seen = (by: PersonKey) => on.as(by).call('volunteers.byCode', { code: code ?? '' });
    const correct = (by: PersonKey) =>
      on.as(by).send('volunteers.correctBornDay', {
        ...{ ...on.once(), code: code ?? '', bornOn: '2001-05-06', reason: '户口本' },
      });
    const photo = await uploadPhoto(cloud, yard.people.zhou.openid);
    await on.as('zhou').call('volunteers.recordConsent', {
      ...{ ...on.once(), code: code ?? '', guardian: '马建国', dataToo: true, photos: [photo] },
    });
    expect((await seen('zhou')).can).toEqual({ consent: null, correct: 'NOT_ALLOWED' });
    expect(codeOf(await correct('zhou'))).toBe('NOT_ALLOWED');
    // Two with the same code: neither is taken for the other.
    await set('volunteers', yard.people.wang.personId, { code });
    await expect(seen('secretary')).rejects.toMatchObject({ code: 'VOLUNTEER_CODE_WRONG' });
    await set('volunteers', yard.people.wang.personId, { code: '00000000' });
    expect((await seen('secretary')).can.correct).toBeNull();
    expect(codeOf(await correct('secretary'))).toBe('ok');
  });
});
