import type { CallName } from '@contract/calls';
import type { ErrorCode } from '@contract/errors';
import type { DeniedWorld } from './denied-world';
import type { PersonKey } from './motions';

/** Who is refused a call with this input, and with which code (SEC-15). */
export interface DeniedRow {
  input: (world: DeniedWorld) => object;
  denied: Partial<Record<PersonKey, ErrorCode>>;
  /**
   * Somebody whom nothing about themselves stands in the way of: proves that the input is whole and names something that is there; or,
   * where this world has nobody, why, and which test has the call go through.
   */
  by: PersonKey | Uncontrolled;
}

/** Why nobody here is the control of a row. */
export interface Uncontrolled {
  because: string;
  /** The file below tests/ that makes the call go through. */
  goesIn: string;
}

type Input = DeniedRow['input'];
type Denied = DeniedRow['denied'];

/** What an office of the place does: a neighbour without one is told so, an officer of another community finds nothing. */
const office = (input: Input, by: DeniedRow['by'] = 'secretary', denied: Denied = {}): DeniedRow => ({
  ...{ input, by, denied: { wang: 'NOT_ALLOWED', otherSecretary: 'NOT_FOUND', ...denied } },
});
/** What an office does in a place that it names: the tree of places is public, so nobody is told that there is none. */
const placed = (input: Input, by: DeniedRow['by'] = 'secretary'): DeniedRow =>
  office(input, by, { otherSecretary: 'NOT_ALLOWED' });
/** What neighbours do: who has no home yet is told so, who has one elsewhere finds nothing. */
const neighbour = (input: Input, denied: Denied = {}, by: DeniedRow['by'] = 'wang'): DeniedRow => ({
  ...{ input, by, denied: { newcomer: 'NOT_VERIFIED', stranger: 'NOT_FOUND', ...denied } },
});
/** What is its author's alone. */
const author = (input: Input, denied: Denied = {}, by: DeniedRow['by'] = 'wang'): DeniedRow => ({
  ...{ input, by, denied: { zhou: 'NOT_ALLOWED', stranger: 'NOT_FOUND', ...denied } },
});
const row = (by: DeniedRow['by'], denied: Denied, input: Input): DeniedRow => ({ input, by, denied });

const REASON = { reason: '材料不全' };
const FIRST = { revision: 1 };
const GONE = 'none';

const noImport = (goesIn: string): Uncontrolled => ({
  because: 'nobody has handed in a file here: an import that is not there is not found by anybody',
  goesIn,
});
const CODE: Uncontrolled = {
  because: 'a guessed code is wrong for everybody',
  goesIn: 'members-codes.test.ts',
};

const members: Partial<Record<CallName, DeniedRow>> = {
  'members.updateProfile': row('wang', {}, () => ({ name: '王桂兰' })),
  'members.addPlaces': row('administrator', { wang: 'NOT_ALLOWED', secretary: 'NOT_ALLOWED' }, () => ({
    places: [{ id: 'fifth', parentId: 'xingfuli', kind: 'building', name: '5栋' }],
  })),
  'members.setProfile': row('streetOfficer', { wang: 'NOT_ALLOWED', secretary: 'NOT_ALLOWED' }, () => ({
    ...{ placeId: 'lantian', ...FIRST, profile: null, basis: '望街办〔2026〕12号' },
  })),
  'members.recordHomes': placed(() => ({
    homes: [
      {
        ...{ placeId: 'xingfuli-1-1', label: '幸福里1栋1单元101', use: 'home', area: 8000 },
        ...{ areaBasis: 'surveyed', holding: 'owner', owners: [{ key: 'zhou', name: '周素珍' }] },
      },
    ],
  })),
  'members.nameCoOwner': office(({ yard }) => ({
    ...{ homeId: yard.homes['1-1-301'], ownerKey: null, proof: '三人签字' },
  })),
  'members.chooseRepresentative': neighbour(({ yard }) => ({
    ...{ homeId: yard.homes['1-1-102'], residentKey: 'wang' },
  })),
  'members.issueCodes': placed(({ yard }) => ({ homeIds: [yard.homes['1-1-101']] })),
  'members.printSlips': placed(({ yard }) => ({ homeIds: [yard.homes['1-1-101']] })),
  'members.removeTie': office(({ yard }) => ({
    ...{
      personId: yard.people.heYonggui.personId,
      homeId: yard.homes['1-1-302'],
      wasTheirs: false,
      ...REASON,
    },
  })),
  'members.leaveHome': neighbour(({ yard }) => ({ homeId: yard.homes['1-1-302'] }), {}, 'heJing'),
  'members.previewImport': office(
    () => ({
      ...{ placeId: 'xingfuli', fileName: '房屋.xlsx' },
      fileId: 'cloud://yard-local/register-imports/12345678.xlsx',
    }),
    noImport('use-cases/register-import.test.ts'),
  ),
  'members.repeatImport': office(() => ({ importId: GONE }), noImport('use-cases/register-import.test.ts')),
  'members.decideNamesakes': office(
    () => ({ importId: GONE, decisions: [] }),
    noImport('use-cases/register-import-safety.test.ts'),
  ),
  'members.commitImport': office(() => ({ importId: GONE }), noImport('use-cases/register-import.test.ts')),
  'members.continueImport': office(
    () => ({ importId: GONE }),
    noImport('use-cases/register-import.full.test.ts'),
  ),
  'members.dropImport': office(() => ({ importId: GONE }), noImport('use-cases/register-import.test.ts')),
  'members.claimByCode': row(
    { ...CODE, goesIn: 'use-cases/motions.test.ts' },
    { wang: 'CODE_WRONG' },
    () => ({ code: 'AAAA-AAAA', name: '王桂兰' }),
  ),
  'members.claimWithProof': row('newcomer', { wang: 'HOME_ALREADY_YOURS' }, ({ yard }) => ({
    ...{ homeId: yard.homes['1-1-102'], relation: 'owner', registerName: '王桂兰' },
  })),
  'members.withdrawClaim': author(({ claim: claimId }) => ({ claimId }), { zhou: 'NOT_FOUND' }, 'newcomer'),
  'members.decideClaim': office(({ claim: claimId }) => ({ claimId, ...FIRST, accept: true })),
  'members.bootstrapAdministrator': row(
    { ...CODE, goesIn: 'use-cases/kernel-gateway.test.ts' },
    { wang: 'CODE_WRONG' },
    () => ({
      ...{ code: 'guessed-code', city: '青江市' },
    }),
  ),
  'members.appoint': placed(({ yard, now }) => ({
    ...{ personId: yard.people.zhou.personId, office: 'grid-worker', placeId: 'lantian' },
    ...{ fromAt: now, untilAt: now + 86_400_000 },
  })),
  'privacy.leave': row(
    { because: 'whoever leaves is gone from this world', goesIn: 'use-cases/privacy.test.ts' },
    { stranger: 'STALE' },
    ({ yard }) => ({
      ...{ personId: yard.people.wang.personId, sure: true },
    }),
  ),
  'messages.markRead': row('wang', {}, () => ({ ids: [GONE] })),
  'messages.acceptSubscription': row('wang', {}, () => ({ templates: ['template'] })),
};

const matters: Partial<Record<CallName, DeniedRow>> = {
  'proposals.submit': row('wang', { stranger: 'NOT_FOUND' }, () => ({
    ...{ text: '路灯不亮', placeId: 'xingfuli' },
  })),
  'proposals.support': neighbour(({ proposal: id }) => ({ id }), {}, 'zhou'),
  'proposals.unsupport': neighbour(({ proposal: id }) => ({ id }), {}, 'zhou'),
  'proposals.triage': office(({ raw: id }) => ({ id, ...FIRST, route: 'shared', ...REASON })),
  'proposals.returnToAuthor': office(({ raw: id }) => ({ id, ...FIRST, ...REASON })),
  'proposals.revise': author(({ raw: id }) => ({ id, ...FIRST, title: '路灯', text: '路灯不亮' }), {
    zhou: 'NOT_AUTHOR',
  }),
  'proposals.appeal': author(({ proposal: id }) => ({ id, ...REASON }), { zhou: 'NOT_AUTHOR' }),
  'proposals.decideAppeal': office(({ proposal: id }) => ({ id, ...FIRST, uphold: true, ...REASON })),
  'proposals.merge': office(({ raw: id, proposal: intoId }) => ({ id, intoId, ...FIRST, ...REASON })),
  'proposals.withdraw': author(({ raw: id }) => ({ id, ...FIRST }), { zhou: 'NOT_AUTHOR' }),
  'proposals.closeHandled': office(({ proposal: id }) => ({ id, ...FIRST, text: '办好了' })),
  'proposals.confirm': author(({ proposal: id, proposalRevision: revision }) => ({ id, revision }), {
    zhou: 'NOT_AUTHOR',
  }),
  'proposals.reopen': author(
    ({ proposal: id, proposalRevision: revision }) => ({ id, revision, ...REASON }),
    {
      zhou: 'NOT_AUTHOR',
    },
  ),
  'discussion.post': row('zhou', { stranger: 'NOT_FOUND' }, ({ proposal: subjectId }) => ({
    ...{ subjectKind: 'proposal', subjectId, stance: 'for', text: '同意' },
  })),
  'discussion.hide': office(({ opinion: id }) => ({ id, ...REASON })),
  'discussion.show': office(({ opinion: id }) => ({ id, ...REASON })),
  'discussion.moderate': office(({ opinion: id }) => ({
    ...{ subject: { kind: 'opinion', id }, show: true, ...REASON },
  })),
  'callings.sign': neighbour(({ proposal: proposalId }) => ({ proposalId, body: 'owners' }), {
    tenant: 'CALL_NOT_COUNTED',
  }),
  'callings.unsign': neighbour(({ proposal: proposalId }) => ({ proposalId, body: 'owners' }), {}, 'zhou'),
  'callings.answer': office(
    ({ proposal: proposalId }) => ({ proposalId, body: 'owners', ...REASON }),
    'zhao',
  ),
  'paths.record': office(({ proposal: matterId, photo }) => ({
    ...{ matterId, step: 'party-discussion', doneOn: '2026-03-01', responsible: '陈秀兰' },
    ...{ text: '支部讨论过', photos: [photo] },
  })),
  'paths.correct': office(
    ({ proposal: matterId, photo }) => ({
      ...{ matterId, recordId: GONE, ...REASON, doneOn: '2026-03-01', responsible: '陈秀兰' },
      ...{ text: '支部讨论过', photos: [photo] },
    }),
    { because: 'nothing is recorded on this board yet', goesIn: 'use-cases/paths.test.ts' },
  ),
  'paths.withdraw': office(({ proposal: matterId }) => ({ matterId, recordId: GONE, ...REASON }), {
    ...{ because: 'nothing is recorded on this board yet', goesIn: 'use-cases/paths.test.ts' },
  }),
};

const done = (photo: string) => ({
  ...{ doneOn: '2026-03-10', responsible: '赵国强', text: '已经报了', photos: [photo] },
});

const repairs: Partial<Record<CallName, DeniedRow>> = {
  'repairs.open': placed(
    ({ photo }) => ({
      ...{ placeId: 'xingfuli', title: '电梯断绳', kind: 'lift', where: '2单元', danger: '会掉' },
      ...{ foundOn: '2026-03-02', estimate: 100_000, photos: [photo] },
    }),
    'zhao',
  ),
  'repairs.apply': office(({ repair: id, photo }) => ({ id, ...FIRST, ...done(photo) }), 'zhao'),
  'repairs.begin': office(({ repair: id, photo }) => ({ id, ...FIRST, ...done(photo) }), 'propertyManager'),
  'repairs.publish': office(
    ({ repair: id, photo }) => ({
      ...{ id, ...FIRST, amount: 1, contractor: '公司', acceptance: '正常' },
      ...{ doneOn: '2026-03-10', untilOn: '2026-04-01', photos: [photo] },
    }),
    'propertyManager',
  ),
  'repairs.correct': office(
    ({ repair: id, photo }) => ({ id, ...FIRST, step: 'found', ...done(photo), ...REASON }),
    'propertyManager',
  ),
  'repairs.object': neighbour(({ repair: id }) => ({ id, text: '多了一千' }), {}, 'zhou'),
  'repairs.answer': office(
    ({ repair: id, objection: objectionId }) => ({ id, objectionId, text: '换了导向轮' }),
    'zhao',
  ),
  'repairs.close': office(({ repair: id }) => ({ id, ...FIRST }), 'propertyManager'),
  'repairs.withdraw': office(({ repair: id }) => ({ id, ...FIRST, ...REASON }), 'propertyManager'),
};

export { FIRST, GONE, matters, members, neighbour, author, office, placed, REASON, repairs, row };
