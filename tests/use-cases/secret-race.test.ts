import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Choice } from '@contract/decision';
import type {
  BallotChoiceDocument,
  BallotMarkDocument,
} from '../../cloudfunctions/modules/motions/secret/documents';
import { documentsOf } from '../support/documents';
import { startTestCloud, type TestCloud } from '../support/local-cloud';
import type { Detail } from '../support/motions';
import { freshId, smallCommunity } from '../support/persons';
import { contentOf, type SecretCalls, secretCallsOf } from '../support/secret-ballots';

let cloud: TestCloud;
let to: SecretCalls;
let motion: Detail;
beforeAll(async () => {
  cloud = await startTestCloud();
  to = await secretCallsOf(cloud, await smallCommunity(cloud));
});
afterAll(() => cloud.close());

const settled = (answers: PromiseSettledResult<unknown>[]) =>
  answers.map((one) => (one.status === 'fulfilled' ? 'ok' : (one.reason as { code: string }).code)).sort();

async function standing() {
  const of = <T extends { motionId: string }>(all: T[]) =>
    all.filter(({ motionId }) => motionId === motion.id);
  const marks = of(await documentsOf<BallotMarkDocument>(cloud.cloud, 'ballot_marks'));
  const choices = of(await documentsOf<BallotChoiceDocument>(cloud.cloud, 'ballot_choices'));
  return { phone: marks.filter(({ channel }) => channel === 'phone').length, marks: marks.length, choices };
}

describe('who press at the same moment', () => {
  beforeAll(async () => {
    motion = await to.poll({ paper: { precedence: 'first', settleMinutes: 60 } });
  });

  it('[SECRET-3] two residents of one home cast one ballot, and the other is told', async () => {
    const both = [to.cast('liuDeming', motion.id, 'yes'), to.cast('liuFang', motion.id, 'no')];
    expect(settled(await Promise.allSettled(both))).toEqual(['VOTER_VOTED', 'ok']);
    expect(await standing()).toMatchObject({ phone: 1, choices: [expect.anything()] });
  });

  it('[SECRET-3] [SECRET-5] one phone that sends eight times, half of them another choice, casts once', async () => {
    const entryId = await to.on.voterOf('wang', motion.id);
    const clientId = freshId();
    const send = (choice: Choice, id: string) =>
      to.as('wang').call('motions.castSecret', to.castInput(motion.id, entryId, choice, id));
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, n) => (n % 2 === 0 ? send('yes', clientId) : send('no', freshId()))),
    );
    expect(new Set(answers.map(({ signed }) => signed)).size).toBe(1);
    expect((await standing()).choices).toHaveLength(2);
  });

  it('[SECRET-3] a phone and the box for one home leave one mark, and a choice only with the phone’s', async () => {
    const rooms = [
      ['zhou', '1栋1单元101'],
      ['zhao', '1栋1单元201'],
      ['heJing', '1栋1单元302'],
      ['maChunhua', '1栋2单元201'],
    ] as const;
    for (const [who, room] of rooms) {
      const both = await Promise.allSettled([to.cast(who, motion.id, 'yes'), to.mark(motion.id, room)]);
      expect(['BOX_STANDS', 'VOTER_VOTED']).toContain(settled(both).find((code) => code !== 'ok'));
    }
    const { phone, marks, choices } = await standing();
    expect(marks).toBe(6);
    expect(choices).toHaveLength(phone);
  });

  it('[SECRET-7] two officers who enter the box together: one stands, and counts with the other’s confirmation alone', async () => {
    const all = (await standing()).marks - (await standing()).phone;
    for (const room of ['2栋1单元101', '2栋1单元102']) await to.mark(motion.id, room);
    await to.close(motion);
    const content = contentOf({ yes: all + 2 });
    const both = [to.enter(motion.id, content), to.enter(motion.id, content, 'gridWorker')];
    const codes = settled(await Promise.allSettled(both));
    expect(codes.filter((code) => code === 'ok')).toHaveLength(1);
    expect(['BOX_STAGE', 'STALE']).toContain(codes.find((code) => code !== 'ok'));
    const { can } = await to.box(motion.id, 'secretary');
    const second = can.confirm === null ? 'secretary' : 'gridWorker';
    const twice = [
      to.confirm(motion.id, content, second),
      to.confirm(motion.id, content, 'residentsCommittee'),
    ];
    expect(settled(await Promise.allSettled(twice)).filter((code) => code === 'ok')).toHaveLength(1);
    await to.on.count(motion);
    expect(await to.on.detail('wang', motion.id)).toMatchObject({ phase: 'counted' });
  });
});
