import type { CallRequest } from '@contract/calls';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startTestCloud, TEST_NOW, type TestCloud } from '../support/local-cloud';
import { DAY, motionCallsOf, ownersPoll } from '../support/motions';
import { freshId, letterboxCodes, signInAs, smallCommunity, type SmallCommunity } from '../support/persons';

type Row = CallRequest<'members.recordHomes'>['homes'][number];

let cloud: TestCloud;
let yard: SmallCommunity;
let on: ReturnType<typeof motionCallsOf>;

beforeEach(async () => {
  cloud = await startTestCloud();
  yard = await smallCommunity(cloud);
  on = motionCallsOf(cloud, yard);
});
afterEach(() => cloud.close());

const row = (label: string, changes: Partial<Row> = {}): Row => ({
  placeId: 'xingfuli',
  label,
  use: 'home',
  area: 9000,
  areaBasis: 'land-register',
  holding: 'owner',
  owners: [{ key: '0001', name: '业主甲' }],
  ...changes,
});

/** Records the rows as one batch; gives the ids of their homes. */
async function recorded(...homes: Row[]): Promise<string[]> {
  const rows = await on.as('secretary').call('members.recordHomes', { clientId: freshId(), homes });
  return rows.homes.map(({ id }) => id);
}

const SPACE = { use: 'parking', parkingBasis: 'none' } as const;

describe('a parking space that does not count', () => {
  it('[ROLL-6] leaves the roll of the owners as it was, also where nobody measured it', async () => {
    const before = await on.announced('secretary', ownersPoll());
    await recorded(row('地下车位B01', { ...SPACE, area: 0 }));
    const after = await on.announced('secretary', ownersPoll());
    expect(after.roll).toMatchObject({ heads: before.roll?.heads, area: before.roll?.area });
  });
});

/** A straw poll of the residents of 蓝田社区, one adult one vote or one home one vote. */
const residentsPoll = (membership: 'adults' | 'households') =>
  ownersPoll({
    ...{ title: '广场舞几点结束？', text: '大家商量一个时间。', placeId: 'lantian', membership },
    ...{ body: 'residents-assembly', subject: 'community-matter' },
    window: { opensAt: TEST_NOW, closesAt: TEST_NOW + DAY },
  });

describe('who comes of age while a vote runs', () => {
  it('[ROLL-9] [ROLL-12] is on its roll only with the birthday on the day of the freezing or before', async () => {
    const before = await on.announced('secretary', residentsPoll('adults'));
    const lived = (key: string, bornOn: string) => ({ key, name: '住户', bornOn });
    // The tests begin on 2 March 2026; the vote closes on the third.
    const residents = [lived('today', '2008-03-02'), lived('tomorrow', '2008-03-03')];
    await recorded(row('A座1号', { residents }));
    const after = await on.announced('secretary', residentsPoll('adults'));
    expect(after.roll?.heads).toBe((before.roll?.heads ?? 0) + 1);
  });
});

describe('one key for two persons, from two lists', () => {
  const refusal = {
    code: 'REGISTER_ROW_WRONG',
    failure: { fields: { homes: '登记不全或前后不一：A座1号、A座2号' } },
  };

  it('[ROLL-3] makes no roll of owners, and the homes to be looked at are named', async () => {
    await recorded(row('A座1号', { owners: [{ key: '0001', name: '张三' }] }));
    await recorded(row('A座2号', { owners: [{ key: '0001', name: '李四' }] }));
    await expect(on.announced('secretary', ownersPoll())).rejects.toMatchObject(refusal);
    await recorded(row('A座2号', { owners: [{ key: '0002', name: '李四' }] }));
    expect((await on.announced('secretary', ownersPoll())).phase).toBe('open');
  });

  it('[ROLL-3] makes no roll of residents either, also where both were born on one day', async () => {
    const lived = (name: string) => [{ key: '0001', name, bornOn: '1970-01-01' }];
    await recorded(row('A座1号', { residents: lived('张三') }));
    await recorded(row('A座2号', { residents: lived('李四') }));
    const announcing = on.announced('secretary', residentsPoll('adults'));
    await expect(announcing).rejects.toMatchObject(refusal);
  });

  it('[ROLL-4] does not matter among the unsold homes of one developer', async () => {
    const unsold = (name: string) => ({ holding: 'unsold' as const, owners: [{ key: '0001', name }] });
    await recorded(row('A座1号', unsold('江畔置业')));
    await recorded(row('A座2号', unsold('江畔置业有限公司')));
    expect((await on.announced('secretary', ownersPoll())).roll?.heads).toBe(22);
  });
});

describe('a home that its owner has let to a family', () => {
  /** 吴敏 owns it and lives elsewhere; gives how she is told about her part in a motion. */
  async function landlord() {
    const tenants = [{ key: 'tenant-1', name: '租客甲', bornOn: '1980-01-01' }];
    const [homeId = ''] = await recorded(
      row('A座1号', { owners: [{ key: 'wu', name: '吴敏' }], residents: tenants }),
    );
    const codes = await letterboxCodes(cloud, yard.people.secretary.openid, [homeId]);
    await signInAs(cloud, 'o_wu-min', '吴敏');
    const claim = { clientId: freshId(), code: codes.get(homeId) ?? '', name: '吴敏' };
    await cloud.as('o_wu-min').call('members.claimByCode', claim);
    return async (id: string) => (await cloud.as('o_wu-min').call('motions.detail', { id })).mine;
  }

  it('[ROLL-10] votes at an assembly by who lives there, and in the yard also by the owner', async () => {
    const partIn = await landlord();
    const assembly = await on.announced('secretary', residentsPoll('households'));
    expect(await partIn(assembly.id)).toMatchObject([{ may: 'NOT_ON_ROLL' }]);
    const yardVote = ownersPoll({ body: 'yard', subject: 'yard-matter', base: 'all' });
    const inTheYard = await on.announced('secretary', yardVote);
    expect(await partIn(inTheYard.id)).toMatchObject([{ may: null }]);
  });
});

describe('a business in what is no home', () => {
  const asked = (applicantHomeId: string) => ownersPoll({ subject: 'home-to-business', applicantHomeId });

  it('[OWN-7] is not put to the vote', async () => {
    const [space = ''] = await recorded(row('地下车位B01', { ...SPACE, area: 1200 }));
    await expect(on.draft('secretary', asked(space))).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      failure: { fields: { applicantHomeId: expect.any(String) as string } },
    });
  });

  it('[OWN-7] is refused too where the register changed after the draft', async () => {
    const [homeId = ''] = await recorded(row('A座1号'));
    const draft = await on.draft('secretary', asked(homeId));
    await recorded(row('A座1号', SPACE));
    await expect(on.announce('secretary', draft)).rejects.toMatchObject({ code: 'REGISTER_ROW_WRONG' });
  });
});
