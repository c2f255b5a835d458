import type { Envelope } from '@contract/envelope';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { BallotDocument } from '../../cloudfunctions/modules/motions/documents';
import { documentsOf } from '../support/documents';
import { startTestCloud, type TestCloud } from '../support/local-cloud';
import type { Detail, PersonKey } from '../support/motions';
import { type PaperCalls, paperCallsOf, type Row } from '../support/papers';
import { freshId, smallCommunity, type SmallCommunity } from '../support/persons';

const MINUTE = 60_000;
/** How often each meeting of two is tried: which of them is first differs from time to time. */
const ROUNDS = [1, 2, 3];

let cloud: TestCloud;
let yard: SmallCommunity;
let to: PaperCalls;
let motion: Detail;
let wang: string;

const begin = async (precedence: 'first' | 'latest') => {
  motion = await to.poll(precedence);
  wang = await to.on.voterOf('wang', motion.id);
};
const send = (by: PersonKey, action: string, input: object) => to.on.as(by).send(action, input);
const cast = (replaces = 0) => ({
  ...{ clientId: freshId(), motionId: motion.id, entryId: wang, choice: 'yes', replaces },
});
const confirmation = (row: Row) => ({ ...to.named(row), choice: 'no' });
const objection = () => ({ clientId: freshId(), motionId: motion.id, entryId: wang, number: 1 });
const code = (answer: Envelope<unknown>) => (answer.ok ? 'ok' : answer.error.code);
/** Those that count: a paper that was set aside keeps its number and nothing else. */
const ballotsOf = async (entryId: string) =>
  (await documentsOf<BallotDocument>(cloud.cloud, 'ballots')).filter(
    (ballot) => ballot.motionId === motion.id && ballot.entryId === entryId && !ballot.setAside,
  );

beforeAll(async () => {
  cloud = await startTestCloud();
  yard = await smallCommunity(cloud);
  to = await paperCallsOf(cloud, yard);
});
afterEach(() => cloud.cloud.faults.reset());
afterAll(() => cloud.close());

describe.each(ROUNDS)('at once, round %i', () => {
  it.each(['first', 'latest'] as const)(
    '[PAP-9] [PAP-8] phone and checking count one ballot, by the time of each (%s)',
    async (precedence) => {
      await begin(precedence);
      const row = await to.enter(motion.id, wang, 'no');
      await cloud.advance(MINUTE);
      const [phone, checked] = await Promise.all([
        send('wang', 'motions.castBallot', cast()),
        send('gridWorker', 'motions.confirmPaper', confirmation(row)),
      ]);
      expect(code(checked)).toBe('ok');
      expect(precedence === 'first' ? ['ok', 'PAPER_STANDS'] : ['ok']).toContain(code(phone));
      expect(await ballotsOf(wang)).toMatchObject([{ choice: precedence === 'first' ? 'no' : 'yes' }]);
    },
  );

  it('[PAP-9] a change on the phone and checking: the change is later, and counts', async () => {
    await begin('latest');
    await send('wang', 'motions.castBallot', cast());
    await cloud.advance(MINUTE);
    const row = await to.enter(motion.id, wang, 'no');
    await cloud.advance(MINUTE);
    const answers = await Promise.all([
      send('wang', 'motions.castBallot', { ...cast(1), choice: 'abstain' }),
      send('gridWorker', 'motions.confirmPaper', confirmation(row)),
    ]);
    expect(answers.map(code)).toEqual(['ok', 'ok']);
    expect(await ballotsOf(wang)).toMatchObject([{ choice: 'abstain' }]);
  });

  it('[PAP-5] [PAP-9] two second officers check one paper once', async () => {
    await begin('first');
    const row = await to.enter(motion.id, wang, 'no');
    const answers = await Promise.all([
      send('gridWorker', 'motions.confirmPaper', confirmation(row)),
      send('residentsCommittee', 'motions.confirmPaper', confirmation(row)),
    ]);
    expect(answers.map(code).sort()).toEqual(['PAPER_STAGE', 'ok']);
    expect(await ballotsOf(wang)).toMatchObject([{ revision: 1, history: [] }]);
  });

  it('[PAP-4] [PAP-9] two officers enter one voter’s paper once', async () => {
    await begin('first');
    const answers = await Promise.all(
      (['secretary', 'gridWorker'] as const).map((who) =>
        send(who, 'motions.enterPaper', to.enterInput(motion.id, wang, 'no')),
      ),
    );
    expect(answers.map(code).sort()).toEqual(['PAPER_WAITING', 'ok']);
    expect(await to.paper(motion.id, wang)).toMatchObject({ number: 1, earlier: [] });
  });

  it('[PAP-9] [PAP-10] checking and an objection leave no paper that counts', async () => {
    await begin('latest');
    const row = await to.enter(motion.id, wang, 'no');
    const [checked, objected] = await Promise.all([
      send('gridWorker', 'motions.confirmPaper', confirmation(row)),
      send('wang', 'motions.objectPaper', objection()),
    ]);
    expect(code(objected)).toBe('ok');
    expect(['ok', 'PAPER_STAGE']).toContain(code(checked));
    expect(await ballotsOf(wang)).toEqual([]);
    expect((await to.paper(motion.id, wang))?.state).toBe('objected');
  });

  it('[PAP-9] [PAP-10] an objection and a ballot on the phone leave the phone’s', async () => {
    await begin('latest');
    await to.taken(motion.id, wang, 'no');
    await cloud.advance(MINUTE);
    const input = cast(1);
    const [phone, objected] = await Promise.all([
      send('wang', 'motions.castBallot', input),
      send('wang', 'motions.objectPaper', objection()),
    ]);
    // Whichever is first: what was set aside keeps the number that the phone names.
    expect([objected, phone].map(code)).toEqual(['ok', 'ok']);
    expect(await ballotsOf(wang)).toMatchObject([{ choice: 'yes', revision: 2 }]);
  });
});
