import { EJSON } from 'bson';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MotionDocument } from '../../cloudfunctions/modules/motions/documents';
import { documentsOf } from '../support/documents';
import { startTestCloud, type TestCloud } from '../support/local-cloud';
import { DAY, type Draft, ownersPoll } from '../support/motions';
import { type PaperCalls, paperCallsOf } from '../support/papers';
import { smallCommunity, type SmallCommunity } from '../support/persons';

let cloud: TestCloud;
let yard: SmallCommunity;
let to: PaperCalls;

beforeAll(async () => {
  cloud = await startTestCloud();
  yard = await smallCommunity(cloud);
  to = await paperCallsOf(cloud, yard);
});
afterAll(() => cloud.close());

const NONE = { unconfirmed: 0, differed: 0, rejected: 0, withdrawn: 0, objected: 0, outrun: 0 };
const bodies: [what: string, changesOf: () => Partial<Draft>, room: string][] = [
  ['owners, weighed by area', () => ({}), '1栋2单元102'],
  ['homes of a yard', () => ({ body: 'yard', subject: 'yard-matter', base: 'cast' }), '1栋2单元202'],
  [
    'the owners of a building, all of whom must agree',
    () => ({ subject: 'home-to-business', applicantHomeId: yard.homes['1-2-301'] }),
    '1栋2单元202',
  ],
];

describe('one count of phone and paper', () => {
  it.each(bodies)('[PAP-7] [PAP-11] holds for %s', async (_what, changesOf, room) => {
    const motion = await to.poll('first', changesOf());
    await to.on.cast('wang', motion.id, 'yes');
    await to.taken(motion.id, await to.entryOf(motion.id, room), 'no', { channel: 'door' });
    await to.on.count(motion);
    const tally = await to.on.as('wang').call('motions.tally', { id: motion.id });
    expect(tally.cast.slice(0, 2).map(({ heads }) => heads)).toEqual([1, 1]);
    expect(tally.papers).toEqual({ counted: { phone: 1, paper: 0, door: 1 }, uncounted: NONE });
  });

  it('[PAP-8] [PAP-11] says of each channel how many came by it, and of each paper that does not count why', async () => {
    const motion = await to.poll('latest');
    const home = (room: string) => to.entryOf(motion.id, room);
    const door = { channel: 'door' } as const;
    await to.taken(motion.id, await home('1栋2单元202'), 'yes', door);
    await to.taken(motion.id, await home('1栋2单元301'), 'no', door);
    await to.taken(motion.id, await home('1栋2单元302'), 'yes');
    // Of one the phone came later, of one the visit: each of them has one ballot, and the visit before the phone is outrun.
    const wang = await to.on.voterOf('wang', motion.id);
    const zhou = await to.on.voterOf('zhou', motion.id);
    const heJing = await to.on.voterOf('heJing', motion.id);
    await to.taken(motion.id, wang, 'no', door);
    await to.on.cast('zhou', motion.id, 'no');
    await cloud.advance(1000);
    await to.on.cast('wang', motion.id, 'yes', 1);
    await to.taken(motion.id, zhou, 'yes', door);
    await to.taken(motion.id, heJing, 'no', door);
    await to.object('heJing', motion.id, heJing);
    await to.enter(motion.id, await home('2栋1单元101'), 'no', door);
    await to.confirm(await to.enter(motion.id, await home('2栋1单元102'), 'no', door), 'yes');
    await to.on.count(motion);
    const tally = await to.on.as('wang').call('motions.tally', { id: motion.id });
    expect(tally.cast.map(({ heads }) => heads)).toEqual([4, 1, 0]);
    expect(tally.papers).toEqual({
      counted: { phone: 1, paper: 1, door: 3 },
      uncounted: { ...NONE, unconfirmed: 1, differed: 1, objected: 1, outrun: 1 },
    });
    expect(tally.paperLines.map(({ value }) => value)).toEqual([
      '手机1户、纸质1户、上门3户',
      '没有第二个人核对1张、两次登记不一致1张、投票人说不是自己的意思1张、同一户另一次投的算数1张',
    ]);
  });
});

describe('a motion from before there was paper', () => {
  it('[PAP-1] [CLK-3] has none, and is counted 40 s after its closing', async () => {
    const window = { opensAt: to.now(), closesAt: to.now() + DAY };
    const motion = await to.on.announced('secretary', ownersPoll({ window }));
    await to.on.cast('wang', motion.id, 'yes');
    const stored = await documentsOf<MotionDocument>(cloud.cloud, 'motions');
    const known = stored.find(({ _id }) => _id === motion.id);
    if (!known) throw new Error('the motion is not there');
    const { paper: _paper, ...old } = known;
    const inMotions = { collectionName: 'motions', query: EJSON.stringify({ _id: motion.id }) };
    const { database } = cloud.cloud;
    await database.handle({ action: 'database.removeDocument', ...inMotions, multi: false });
    const data = [EJSON.stringify(old, { relaxed: false })];
    await database.handle({ action: 'database.insertDocument', collectionName: 'motions', data });
    expect((await to.on.detail('wang', motion.id)).paper).toBeNull();
    await to.on.count(motion);
    const tally = await to.on.as('wang').call('motions.tally', { id: motion.id });
    expect(tally).toMatchObject({ papers: null, countedAt: motion.closesAt + 40_000 });
  });
});
