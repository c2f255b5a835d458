import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestCloud, TEST_NOW, type TestCloud } from '../support/local-cloud';
import { DAY, motionCallsOf, ownersPoll, type PersonKey } from '../support/motions';
import { freshId, type SmallCommunity, smallCommunity } from '../support/persons';

let cloud: TestCloud;
let yard: SmallCommunity;
let motions: ReturnType<typeof motionCallsOf>;

const as = (person: PersonKey) => cloud.as(yard.people[person].openid);
const post = (person: PersonKey, subjectId: string, text: string) =>
  as(person).call('discussion.post', {
    ...{ clientId: freshId(), subjectKind: 'motion', subjectId, stance: 'neutral', text },
  });
const list = (person: PersonKey, subjectId: string) =>
  as(person).call('discussion.list', { subjectKind: 'motion', subjectId });

beforeAll(async () => {
  cloud = await startTestCloud();
  yard = await smallCommunity(cloud);
  motions = motionCallsOf(cloud, yard);
});
afterAll(() => cloud.close());

describe('the discussion of a motion', () => {
  it('[TALK-1] [SEC-11] is open to the place once the motion is announced, and to nobody else', async () => {
    const draft = await motions.draft('secretary', ownersPoll());
    await expect(post('wang', draft.id, '还没公布')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await motions.announce('secretary', draft);
    const said = await post('tenant', draft.id, '预算能公开吗');
    expect((await list('wang', draft.id)).items).toMatchObject([
      { id: said.id, text: '预算能公开吗', stance: 'neutral' },
    ]);
    await expect(list('feng', draft.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(post('stranger', draft.id, '别处的人')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is closed when the motion is cancelled, and stays to be read', async () => {
    const window = { opensAt: TEST_NOW + DAY, closesAt: TEST_NOW + 10 * DAY };
    const { id, revision } = await motions.announced('secretary', ownersPoll({ window }));
    await post('wang', id, '先说一句');
    const cancel = { clientId: freshId(), id, revision, reason: '预算要重做' };
    await as('secretary').call('motions.cancel', cancel);
    await expect(post('wang', id, '再说一句')).rejects.toMatchObject({ code: 'MOTION_STAGE' });
    const seen = await list('zhou', id);
    expect(seen).toMatchObject({ can: { post: 'MOTION_STAGE' }, counts: { neutral: 1 } });
    expect(seen.items.map((item) => item.can.reply)).toEqual(['MOTION_STAGE']);
  });
});
