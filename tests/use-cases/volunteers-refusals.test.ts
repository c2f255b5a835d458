import type { CallName } from '@contract/calls';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RecordDocument } from '../../cloudfunctions/modules/service/documents';
import type { ShiftDocument } from '../../cloudfunctions/modules/shifts/documents';
import type { VolunteerDocument } from '../../cloudfunctions/modules/volunteers/documents';
import { documentsOf } from '../support/documents';
import { inboxOf } from '../support/inbox';
import { startTestCloud, type TestCloud } from '../support/local-cloud';
import type { PersonKey } from '../support/motions';
import { smallCommunity, type SmallCommunity } from '../support/persons';
import { uploadPhoto } from '../support/photos';
import { volunteerCallsOf } from '../support/volunteers';
import { codeOf } from '../support/wangs-paper';

let cloud: TestCloud;
let yard: SmallCommunity;
let on: ReturnType<typeof volunteerCallsOf>;
let easy: string;
let shift: string;

const titles = async (person: PersonKey) =>
  (await inboxOf(cloud, yard.people[person].openid)).map(({ title }) => title);
/** What the button says and what the server answers are the same (SEC-15). */
const tried = async (person: PersonKey, what: 'claim' | 'withdraw' | 'accept', id = shift) => {
  const shown = (await on.seen(person, id)).can[what];
  const answered = codeOf(await on.as(person).send(`shifts.${what}` as CallName, { ...on.once(), id }));
  expect([person, what, answered]).toEqual([person, what, shown ?? 'ok']);
  return shown;
};

beforeAll(async () => {
  cloud = await startTestCloud();
  yard = await smallCommunity(cloud);
  on = volunteerCallsOf(cloud, yard);
  easy = (await on.made({ minimumAge: 12 })).id;
  shift = (await on.laid(easy, { waitlist: 1 })).shifts[0]?.id ?? '';
});
afterAll(() => cloud.close());

describe('[SHIFT-4] who cannot claim is told why, before and when they press', () => {
  it('[TASK-4] gives the day of birth once, and a minor has it put right by an office only', async () => {
    expect(await tried('wang', 'claim')).toBe('VOLUNTEER_BORN_DAY');
    await on.described('wang', '2012-09-01');
    await expect(on.described('wang', '1990-09-01')).rejects.toMatchObject({ code: 'VOLUNTEER_MINOR' });
    expect(await tried('wang', 'claim')).toBe('SHIFT_GUARDIAN');
    await on.described('heJing', '2020-01-01');
    expect(await tried('heJing', 'claim')).toBe('SHIFT_TOO_YOUNG');
  });

  it('[TASK-5] needs a guardian’s consent with a photo, told by the code of the minor, never for oneself', async () => {
    const { code } = await on.as('wang').call('volunteers.mine', {});
    const photo = await uploadPhoto(cloud, yard.people.secretary.openid);
    const consent = (by: PersonKey, dataToo: boolean, given = code ?? '') =>
      on.as(by).call('volunteers.recordConsent', {
        ...{ ...on.once(), code: given, guardian: '王建军', dataToo, photos: [photo] },
      });
    await expect(consent('zhou', false)).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    await expect(consent('secretary', false, '00000001')).rejects.toMatchObject({
      code: 'VOLUNTEER_CODE_WRONG',
    });
    expect((await consent('secretary', false)).guardian).toMatchObject({ name: '王建军', dataToo: false });
    expect(await tried('wang', 'claim')).toBe('SHIFT_GUARDIAN_DATA');
    await consent('secretary', true);
    expect(await tried('wang', 'claim')).toBeNull();
    // Somebody of age needs none.
    await on.described('tenant');
    const { code: other } = await on.as('tenant').call('volunteers.mine', {});
    await expect(consent('secretary', true, other ?? '')).rejects.toMatchObject({ code: 'VOLUNTEER_GROWN' });
    await on.as('secretary').call('volunteers.correctBornDay', {
      ...{ ...on.once(), code: code ?? '', bornOn: '1975-09-01', reason: '身份证上是1975年' },
    });
    expect((await on.as('wang').call('volunteers.mine', {})).bornOn).toBe('1975-09-01');
  });

  it('[TASK-3] needs insurance until the last day before dangerous work can be laid down, and eighteen years', async () => {
    const risks = { none: false as const, text: '要爬梯子' };
    await expect(on.made({ dangerous: true, risks: { none: true } })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
    });
    const { id, revision } = await on.made({ title: '修剪树枝', dangerous: true, risks, minimumAge: 12 });
    const night = { firstOn: '2026-03-31', lastOn: '2026-03-31', from: '22:00', to: '02:00' };
    await expect(on.laid(id, night)).rejects.toMatchObject({ code: 'TASK_INSURANCE' });
    const insure = (until: string, at: number) =>
      on.as('secretary').call('tasks.insure', {
        ...{
          ...on.once(),
          id,
          revision: at,
          insurer: '安顺保险',
          policyNumber: 'P-2026-0301',
          untilOn: until,
        },
      });
    await insure('2026-03-31', revision);
    await expect(on.laid(id, night)).rejects.toMatchObject({ code: 'TASK_INSURANCE' });
    await insure('2026-04-01', revision + 1);
    const laid = await on.laid(id, night);
    await expect(insure('2026-03-31', laid.revision)).rejects.toMatchObject({ code: 'TASK_INSURANCE' });
    await on.described('maXiaolong', '2009-01-01');
    expect(await tried('maXiaolong', 'claim', laid.shifts[0]?.id)).toBe('SHIFT_TOO_YOUNG');
  });

  it('[TEAM-5] [SHIFT-3] [SHIFT-8] belongs there, is free at that time, finds a place; pressed again it is the same', async () => {
    await on.described('streetOfficer');
    expect(await tried('streetOfficer', 'claim')).toBe('SHIFT_REPORT_FIRST');
    await expect(on.seen('stranger', shift)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const other = await on.made({ title: '早餐铺' });
    const rows = (await on.laid(other.id, { from: '20:59', to: '21:30' })).shifts;
    expect(await tried('wang', 'claim', rows[0]?.id)).toBe('SHIFT_OVERLAP');
    expect((await on.seen('wang', rows[0]?.id ?? '')).overlap?.id).toBe(shift);
    const touching = (await on.laid(other.id, { from: '21:00', to: '21:30' })).shifts;
    expect(await tried('wang', 'claim', touching[1]?.id ?? '')).toBeNull();
    await on.claim('wang', shift);
    expect((await on.seen('wang', shift)).taken).toBe(1);
    await on.claim('tenant', shift);
    await on.described('liuFang');
    expect(await tried('liuFang', 'claim')).toBe('SHIFT_FULL');
    expect(await tried('liuFang', 'withdraw')).toBe('SHIFT_NOT_CLAIMED');
    expect(await tried('tenant', 'accept')).toBe('SHIFT_NOT_OFFERED');
  });
});

describe('what was laid down', () => {
  it('[SHIFT-9] is cancelled with a reason, everybody in it is told, and their time is free again', async () => {
    const cancel = (by: PersonKey) =>
      on.as(by).call('shifts.cancel', { ...on.once(), id: shift, reason: '下大雨' });
    await expect(cancel('wang')).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    expect(await cancel('secretary')).toMatchObject({ state: 'cancelled', missing: 0 });
    expect(
      [await titles('wang'), await titles('tenant')].every((all) => all.includes('取消了：夜间巡逻')),
    ).toBe(true);
    expect(await tried('liuFang', 'claim')).toBe('SHIFT_CANCELLED');
    const { items } = await on.as('tenant').call('tasks.list', { placeId: 'xingfuli' });
    const other = items.find(({ title }) => title === '早餐铺')?.id ?? '';
    const [overlapping] = (await on.as('tenant').call('tasks.detail', { id: other })).shifts;
    expect(await tried('tenant', 'claim', overlapping?.id)).toBeNull();
  });

  it('[TASK-7] ends with its task: coming shifts are cancelled by the timer, and none is claimed before that', async () => {
    const task = await on.made({ title: '清洗楼道' });
    const laid = await on.laid(task.id, { firstOn: '2026-03-20', lastOn: '2026-04-24', weekdays: [] });
    expect(laid.shifts).toHaveLength(36);
    const [first] = laid.shifts;
    await on.claim('liuFang', first?.id ?? '');
    await on.as('secretary').call('tasks.end', {
      ...{ ...on.once(), id: task.id, revision: laid.revision, reason: '改请保洁公司' },
    });
    expect(await tried('tenant', 'claim', laid.shifts[1]?.id)).toBe('TASK_ENDED');
    await on.timer();
    await on.timer();
    const left = await documentsOf<ShiftDocument>(cloud.cloud, 'shifts');
    expect(left.filter(({ taskId, state }) => taskId === task.id && state === 'open')).toEqual([]);
    expect(await titles('liuFang')).toContain('取消了：清洗楼道');
  });

  it('[TASK-8] is read as a roster of a month in eight database requests at most, gaps in figures', async () => {
    const roster = await on.as('heYonggui').call('shifts.roster', {
      ...{ placeId: 'xingfuli', firstOn: '2026-03-01', days: 31 },
    });
    const [made] = cloud.cloud.journal.calls({ fn: 'api', limit: 1 });
    expect(made?.requests.length).toBeGreaterThan(2);
    expect(made?.requests.length).toBeLessThanOrEqual(8);
    expect(roster.cut).toBe(false);
    expect(roster.missing).toBe(roster.days.reduce((sum, day) => sum + day.missing, 0));
    expect(roster.days.flatMap((day) => day.shifts).every(({ mine }) => mine === null)).toBe(true);
  });
});

describe('[TASK-9] a surge call', () => {
  it('asks whoever is there, counts the last answer of each, and closes by itself', async () => {
    const input = { placeId: 'lantian', text: '河水上涨，转移物资', where: '社区门口', withinHours: 3 };
    await expect(on.as('wang').call('surges.call', { ...on.once(), ...input })).rejects.toMatchObject({
      code: 'NOT_ALLOWED',
    });
    await on.as('newcomer').call('volunteers.reportIn', {
      ...{ ...on.once(), placeId: 'lantian', kind: 'party-member', unit: '机械厂支部' },
    });
    const { id } = await on.as('secretary').call('surges.call', { ...on.once(), ...input });
    expect(await titles('newcomer')).toContain('紧急召集：3小时内谁能来？');
    expect((await on.as('wang').call('overview.home', {})).todo.map(({ kind }) => kind)).toContain('surge');
    const answer = (person: PersonKey, coming: boolean) =>
      on.as(person).call('surges.answer', { ...on.once(), id, coming });
    await Promise.all((['wang', 'tenant', 'newcomer', 'feng'] as const).map((one) => answer(one, true)));
    expect((await answer('feng', false)).mine).toBe('not-coming');
    await cloud.advance(4000);
    const seen = await on.as('secretary').call('surges.detail', { id });
    expect(seen.counts).toMatchObject({ coming: 3, notComing: 1 });
    expect(seen.coming.map(({ name }) => name).sort()).toEqual(['王桂兰', '许诺', '郑浩'].sort());
    expect((await on.as('wang').call('surges.detail', { id })).coming).toEqual([]);
    await cloud.advance(3 * 3_600_000);
    await expect(answer('zhao', true)).rejects.toMatchObject({ code: 'SURGE_CLOSED' });
  });
});

describe('[SHIFT-10] leaving the app', () => {
  it('gives back what was claimed, ends team and reporting in, and leaves the hours without a name', async () => {
    const { shifts } = await on.laid(easy, { firstOn: '2026-04-02', lastOn: '2026-04-02', waitlist: 5 });
    const coming = shifts.at(-1)?.id ?? '';
    await on.described('newcomer');
    await on.claim('newcomer', coming);
    await on.claim('tenant', coming);
    const { personId, openid } = yard.people.newcomer;
    const today = await on.laid(easy, {
      firstOn: '2026-03-02',
      lastOn: '2026-03-02',
      from: '14:00',
      to: '15:00',
    });
    const served = today.shifts[0]?.id ?? '';
    await on.claim('newcomer', served);
    await on.till('2026-03-02T15:10');
    const [mine] = (await on.as('secretary').call('service.board', { shiftId: served })).rows;
    const times = { inAt: on.now() - 3_600_000, outAt: on.now() - 600_000 };
    await on.as('secretary').call('service.record', {
      ...{ ...on.once(), shiftId: served, id: mine?.id ?? '', ...times },
    });
    const copy = await cloud.as(openid).call('privacy.copy', {});
    expect(copy.text).toContain('机械厂支部');
    await cloud.as(openid).call('privacy.leave', { ...on.once(), personId, sure: true });
    expect((await on.seen('tenant', coming)).mine?.state).toBe('offered');
    const left = await documentsOf<VolunteerDocument>(cloud.cloud, 'volunteers');
    expect(left.find(({ _id }) => _id === personId)).toBeUndefined();
    const records = await documentsOf<RecordDocument>(cloud.cloud, 'service_records');
    expect(records.find((one) => one.personId === personId)).toMatchObject({ state: 'done', minutes: 50 });
    expect(JSON.stringify(records)).not.toContain('许诺');
    const { rows } = await on.as('secretary').call('service.board', { shiftId: served });
    expect(JSON.stringify(rows)).not.toContain('许诺');
  });
});
