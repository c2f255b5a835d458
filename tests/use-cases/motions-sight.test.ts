import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestCloud, type TestCloud } from '../support/local-cloud';
import { motionCallsOf, ownersPoll } from '../support/motions';
import { freshId, type SmallCommunity, smallCommunity } from '../support/persons';

let cloud: TestCloud;
let yard: SmallCommunity;
let on: ReturnType<typeof motionCallsOf>;
beforeAll(async () => {
  cloud = await startTestCloud();
  yard = await smallCommunity(cloud);
  on = motionCallsOf(cloud, yard);
});
afterAll(() => cloud.close());

describe('what a vote tells those who cannot cast in it', () => {
  it('[SEC-11] names a tenant their own home and nothing else of what its owner has', async () => {
    const row = { placeId: 'xingfuli-2-1', label: '幸福里2栋1单元102', use: 'home', area: 10230 } as const;
    const held = { areaBasis: 'land-register', holding: 'owner' } as const;
    const homes = [{ ...row, ...held, owners: [{ key: 'wu', name: '吴敏' }], residents: [] }];
    await on.as('secretary').call('members.recordHomes', { clientId: freshId(), homes });
    const motion = await on.announced('secretary', ownersPoll());
    const { mine } = await on.detail('tenant', motion.id);
    expect(mine).toMatchObject([
      {
        label: '幸福里1栋2单元102',
        homes: ['幸福里1栋2单元102'],
        homesTotal: 1,
        area: 0,
        may: 'NOT_VOTER_TENANT',
      },
    ]);
    expect(JSON.stringify(mine)).not.toContain('2栋1单元102');
  });
});
