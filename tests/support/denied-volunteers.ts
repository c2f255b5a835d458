import type { CallName } from '@contract/calls';
import { type DeniedRow, GONE, office, placed, REASON, row, type Uncontrolled } from './denied-calls';
import type { TestCloud } from './local-cloud';
import { freshId, type SmallCommunity } from './persons';
import { PATROL, volunteerCallsOf } from './volunteers';

/** A team with a member, a task with a shift that is claimed, a surge call. */
export async function volunteerWorld(cloud: TestCloud, yard: SmallCommunity) {
  const on = volunteerCallsOf(cloud, yard);
  const { id: team } = await on.as('secretary').call('teams.make', {
    ...{ clientId: freshId(), placeId: 'xingfuli', colour: 'red', name: '帮帮队' },
    ...{ purpose: '帮邻居', joining: 'open' },
  });
  await on.as('wang').call('teams.join', { clientId: freshId(), id: team });
  const { items } = await on.as('secretary').call('teams.members', { id: team });
  const { id: task } = await on.made({ teamId: team });
  const laid = await on.laid(task, { firstOn: '2026-05-04', lastOn: '2026-05-04' });
  const shift = laid.shifts[0]?.id ?? '';
  await on.described('wang');
  await on.claim('wang', shift);
  const board = await on.as('secretary').call('service.board', { shiftId: shift });
  const { id: surge } = await on.as('secretary').call('surges.call', {
    ...{ clientId: freshId(), placeId: 'xingfuli', text: '搬沙袋', where: '门岗' },
  });
  const own = { team, member: items[0]?.id ?? '', shift, served: board.rows[0]?.id ?? '', surge };
  return { volunteers: { ...own, task, taskRevision: laid.revision } };
}

const person = (by: DeniedRow['by'], denied: DeniedRow['denied'], input: DeniedRow['input']): DeniedRow =>
  row(by, { stranger: 'NOT_FOUND', ...denied }, input);
const CODE = { code: '00000000' };
const COLOUR = { name: '帮帮队', purpose: '帮邻居', joining: 'open' };
const TIMES = (now: number) => ({ inAt: now, outAt: now + 1 });

const NOBODY_REPORTED: Uncontrolled = {
  because: 'nobody has reported in here, and whoever does hands in nothing else to be ended',
  goesIn: 'use-cases/volunteers-teams.test.ts',
};
const GUESSED: Uncontrolled = {
  because: 'a guessed code is wrong for everybody',
  goesIn: 'use-cases/volunteers-refusals.test.ts',
};
const NO_RECORD: Uncontrolled = {
  because: 'nobody has served here: a record that is not there is not found by anybody',
  goesIn: 'use-cases/volunteers.test.ts',
};

export const volunteerRows: Partial<Record<CallName, DeniedRow>> = {
  'teams.make': placed(() => ({ placeId: 'xingfuli', colour: 'red', ...COLOUR })),
  'teams.edit': office(({ volunteers: { team: id } }) => ({ id, revision: 2, ...COLOUR })),
  'teams.join': person('zhou', {}, ({ volunteers: { team: id } }) => ({ id })),
  'teams.letIn': office(({ volunteers: { team: id, member: memberId } }) => ({ id, memberId, letIn: true })),
  'teams.appoint': office(({ volunteers: { team: id, member: memberId } }) => ({
    id,
    memberId,
    leads: true,
  })),
  'teams.leave': person('wang', { zhao: 'TEAM_NOT_MEMBER' }, ({ volunteers: { team: id } }) => ({ id })),
  'teams.close': office(({ volunteers: { team: id } }) => ({ id, revision: 2, ...REASON })),
  'volunteers.describe': row('wang', {}, () => ({ bornOn: '1975-04-05' })),
  'volunteers.reportIn': row('newcomer', { wang: 'VOLUNTEER_HOME_HERE' }, () => ({
    ...{ placeId: 'lantian', kind: 'courier', unit: '快马外卖' },
  })),
  'volunteers.endReport': row(NOBODY_REPORTED, { wang: 'VOLUNTEER_NOT_REPORTED' }, () => ({
    placeId: 'lantian',
  })),
  'volunteers.recordConsent': row(
    GUESSED,
    { zhou: 'NOT_ALLOWED', otherSecretary: 'VOLUNTEER_CODE_WRONG' },
    ({ photo }) => ({ ...CODE, guardian: '王建军', dataToo: true, photos: [photo] }),
  ),
  'volunteers.correctBornDay': row(
    GUESSED,
    { zhou: 'NOT_ALLOWED', otherSecretary: 'VOLUNTEER_CODE_WRONG' },
    () => ({ ...CODE, bornOn: '1975-04-05', ...REASON }),
  ),
  'tasks.make': office(() => ({ ...PATROL })),
  'tasks.edit': office(({ volunteers: { task: id, taskRevision: revision } }) => {
    const { placeId: _place, ...said } = PATROL;
    return { id, revision, ...said };
  }),
  'tasks.insure': office(({ volunteers: { task: id, taskRevision: revision } }) => ({
    ...{ id, revision, insurer: '安顺保险', policyNumber: 'P-1', untilOn: '2026-12-31' },
  })),
  'tasks.layShifts': office(({ volunteers: { task: id } }) => ({
    ...{ id, firstOn: '2026-05-11', lastOn: '2026-05-11', from: '19:00', to: '21:00', places: 2 },
  })),
  'shifts.claim': person('zhou', { newcomer: 'NOT_FOUND' }, ({ volunteers: { shift: id } }) => ({ id })),
  'shifts.accept': person('wang', { zhou: 'SHIFT_NOT_OFFERED' }, ({ volunteers: { shift: id } }) => ({ id })),
  'shifts.decline': person('wang', { zhou: 'SHIFT_NOT_OFFERED' }, ({ volunteers: { shift: id } }) => ({
    id,
  })),
  'service.checkIn': person('wang', { zhou: 'SHIFT_NOT_CLAIMED' }, ({ volunteers: { shift: shiftId } }) => ({
    ...{ shiftId, code: '000000' },
  })),
  'service.checkOut': person('wang', { zhou: 'SERVICE_NOT_IN' }, ({ volunteers: { shift: shiftId } }) => ({
    ...{ shiftId, code: '000000' },
  })),
  'service.state': person(
    'wang',
    { zhou: 'SHIFT_NOT_CLAIMED' },
    ({ volunteers: { shift: shiftId }, now }) => ({
      ...{ shiftId, ...TIMES(now) },
    }),
  ),
  'service.record': office(({ volunteers: { shift: shiftId, served: id }, now }) => ({
    ...{ shiftId, id, ...TIMES(now), reason: '' },
  })),
  'service.noShow': office(({ volunteers: { shift: shiftId, served: id } }) => ({ shiftId, id })),
  'service.dispute': row(NO_RECORD, { wang: 'NOT_FOUND', stranger: 'NOT_FOUND' }, () => ({
    id: GONE,
    text: '不对',
  })),
  'service.answerDispute': row(NO_RECORD, { wang: 'NOT_FOUND', otherSecretary: 'NOT_FOUND' }, () => ({
    ...{ id: GONE, text: '改好了' },
  })),
  'service.writeLog': person(
    'secretary',
    { zhou: 'SERVICE_NOT_IN' },
    ({ volunteers: { shift: shiftId } }) => ({
      ...{ shiftId, text: '一切正常' },
    }),
  ),
  'shifts.withdraw': person('wang', { zhao: 'SHIFT_NOT_CLAIMED' }, ({ volunteers: { shift: id } }) => ({
    id,
  })),
  'shifts.cancel': office(({ volunteers: { shift: id } }) => ({ id, ...REASON })),
  'tasks.end': office(({ volunteers: { task: id, taskRevision: revision } }) => ({
    id,
    revision,
    ...REASON,
  })),
  'surges.call': placed(() => ({ placeId: 'xingfuli', text: '搬沙袋', where: '门岗' })),
  'surges.answer': person('wang', {}, ({ volunteers: { surge: id } }) => ({ id, coming: true })),
  'surges.close': office(({ volunteers: { surge: id } }) => ({ id })),
};
