import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { CallingDocument, CallSignatureDocument } from '../../cloudfunctions/modules/callings/documents';
import type { MotionDocument } from '../../cloudfunctions/modules/motions/documents';
import type { NominationDocument, RoundDocument } from '../../cloudfunctions/modules/nominations/documents';
import { type BrokenCall, doneOnce } from '../support/broken-once';
import { documentsOf } from '../support/documents';
import { startTestCloud, type TestCloud } from '../support/local-cloud';
import { DAY, HOUR, type PersonKey } from '../support/motions';
import { nominationCallsOf } from '../support/nominations';
import { freshId, type SmallCommunity, smallCommunity } from '../support/persons';

const TIME = 600_000;

let cloud: TestCloud;
let yard: SmallCommunity;
let on: ReturnType<typeof nominationCallsOf>;

beforeAll(async () => {
  cloud = await startTestCloud();
  yard = await smallCommunity(cloud);
  on = nominationCallsOf(cloud, yard);
});
afterEach(() => cloud.cloud.faults.reset());
afterAll(() => cloud.close());

const OWNERS = ['wang', 'zhao', 'zhou', 'liuDeming', 'heJing'] as const satisfies PersonKey[];
const BREAKS = ['fail', 'fail-after'] as const;

/** A demand with signatures, and what is stored of it. */
async function demanded(signers: readonly PersonKey[]) {
  const proposalId = await on.shared('zhao', '电梯要不要换新的');
  const input = { proposalId, body: 'owners' as const };
  for (const by of signers) await on.as(by).call('callings.sign', { clientId: freshId(), ...input });
  const stands = async () => {
    const all = await documentsOf<CallingDocument>(cloud.cloud, 'callings');
    const calling = all.find((one) => one.proposalId === proposalId);
    const signed = await documentsOf<CallSignatureDocument>(cloud.cloud, 'call_signatures');
    const audit = await documentsOf<{ action: string; subject: { id: string } }>(cloud.cloud, 'audit');
    return {
      state: calling?.state,
      signed: signed.filter(({ callingId }) => callingId === calling?._id).length,
      log: audit.filter(({ subject }) => subject.id === calling?._id).length,
    };
  };
  return { input, stands };
}

const calling: [string, () => Promise<BrokenCall>][] = [
  [
    '[CALL-1] [CALL-2] signing as the last that was missing',
    async () => ({
      ...{ by: 'heJing', action: 'callings.sign', ...(await demanded(OWNERS.slice(0, 4))) },
      ...{
        between: { state: 'collecting', signed: 5, log: 5 },
        after: { state: 'reached', signed: 5, log: 6 },
      },
    }),
  ],
  [
    '[CALL-3] taking a signature back',
    async () => ({
      ...{ by: 'wang', action: 'callings.unsign', ...(await demanded(OWNERS.slice(0, 2))) },
      after: { state: 'collecting', signed: 1, log: 3 },
    }),
  ],
  [
    '[CALL-5] answering',
    async () => {
      const { input, stands } = await demanded(OWNERS);
      return {
        ...{ by: 'zhao', action: 'callings.answer', stands, input: { ...input, reason: '上个月刚开过' } },
        after: { state: 'answered', signed: 5, log: 7 },
      };
    },
  ],
];

/** What is stored of a round: states of its nominations, who stands, and its vote. */
const roundStands = (roundId: string) => async () => {
  const { cloud: local } = cloud;
  const all = await documentsOf<NominationDocument>(local, 'nominations');
  const round = (await documentsOf<RoundDocument>(local, 'nomination_rounds')).find(
    ({ _id }) => _id === roundId,
  );
  const motions = await documentsOf<MotionDocument>(local, 'motions');
  return {
    states: all.filter((one) => one.roundId === roundId).map(({ state }) => state),
    candidates: round?.candidateIds.length,
    votes: motions.filter(({ nomination }) => nomination?.roundId === roundId).map(({ state }) => state),
  };
};

async function votedRound() {
  const round = await on.open();
  const ids = [
    await on.candidate('zhou', 'wang', round.id),
    await on.candidate('wang', 'zhao', round.id),
  ] as const;
  await cloud.advance(5 * DAY + 1);
  return { round, ids };
}

const nominating: [string, () => Promise<BrokenCall>][] = [
  [
    '[NOM-1] nominating',
    async () => {
      const { id: roundId } = await on.open();
      const input = { roundId, name: '王桂兰', where: '1栋', reason: '帮大家修灯' };
      return {
        ...{ by: 'zhou', action: 'nominations.nominate', input, stands: roundStands(roundId) },
        after: { states: ['asked'], candidates: 0, votes: [] },
      };
    },
  ],
  [
    '[NOM-2] agreeing',
    async () => {
      const { id: roundId } = await on.open();
      const { id, code } = await on.nominate('zhou', roundId, '王桂兰');
      return {
        ...{ by: 'wang', action: 'nominations.answer', input: { id, code, agree: true } },
        ...{ stands: roundStands(roundId), after: { states: ['agreed'], candidates: 0, votes: [] } },
      };
    },
  ],
  [
    '[NOM-3] accepting',
    async () => {
      const { id: roundId } = await on.open();
      const made = await on.nominate('zhou', roundId, '王桂兰');
      await on.answer('wang', made);
      return {
        ...{ by: 'secretary', action: 'nominations.check', input: { id: made.id, accept: true } },
        ...{ stands: roundStands(roundId), after: { states: ['candidate'], candidates: 1, votes: [] } },
      };
    },
  ],
  [
    '[NOM-4] drafting the vote',
    async () => {
      const { round } = await votedRound();
      const { revision } = await on.round('secretary', round.id);
      const window = { opensAt: on.now() + HOUR, closesAt: on.now() + 10 * DAY };
      return {
        ...{ by: 'secretary', action: 'nominations.draftVote', stands: roundStands(round.id) },
        input: { id: round.id, revision, how: 'opinion', window },
        after: { states: ['candidate', 'candidate'], candidates: 2, votes: ['draft'] },
      };
    },
  ],
  [
    '[NOM-5] stepping back from an announced vote',
    async () => {
      const { round, ids } = await votedRound();
      const motionId = await on.draftVote(round, 'opinion', DAY);
      await on.announce('secretary', await on.detail('secretary', motionId));
      return {
        ...{ by: 'wang', action: 'nominations.withdraw', input: { id: ids[0] } },
        ...{ stands: roundStands(round.id) },
        after: { states: ['withdrawn', 'candidate'], candidates: 1, votes: ['cancelled'] },
      };
    },
  ],
];

describe.each(BREAKS)('a demand whose database request does %s', (then) => {
  it.each(calling)(
    '[IDM-4] %s is done once, whichever it is',
    async (_, prepare) => {
      expect(await doneOnce(cloud, yard, then, prepare)).toBeGreaterThan(8);
    },
    TIME,
  );
});

describe.each(BREAKS)('a nomination whose database request does %s', (then) => {
  it.each(nominating)(
    '[IDM-4] %s is done once, whichever it is',
    async (_, prepare) => {
      expect(await doneOnce(cloud, yard, then, prepare)).toBeGreaterThan(6);
    },
    TIME,
  );
});
