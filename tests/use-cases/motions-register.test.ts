import type { CallRequest } from '@contract/calls';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startTestCloud, type TestCloud } from '../support/local-cloud';
import { motionCallsOf, ownersPoll } from '../support/motions';
import { freshId, smallCommunity, type SmallCommunity } from '../support/persons';

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
