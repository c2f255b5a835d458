import type { CallOutput, CallRequest } from '@contract/calls';
import type { Choice } from '@contract/decision';
import type { BallotDocument, PaperDocument } from '../../cloudfunctions/modules/motions/documents';
import { documentsOf } from './documents';
import type { TestCloud } from './local-cloud';
import { DAY, type Detail, type Draft, motionCallsOf, ownersPoll, type PersonKey } from './motions';
import { freshId, type SmallCommunity } from './persons';
import { uploadPhoto } from './photos';

export type Entering = Partial<Omit<CallRequest<'motions.enterPaper'>, 'motionId' | 'entryId'>>;
export type Row = CallOutput<'motions.enterPaper'>;

/** The calls on papers: the secretary enters, the grid worker checks, unless a test says otherwise. */
export async function paperCallsOf(cloud: TestCloud, yard: SmallCommunity) {
  const on = motionCallsOf(cloud, yard);
  const { as } = on;
  const photo = await uploadPhoto(cloud, yard.people.secretary.openid);
  const now = () => cloud.cloud.clock.now();
  const enterInput = (motionId: string, entryId: string, choice: Choice, changes: Entering = {}) => ({
    clientId: freshId(),
    ...{ motionId, entryId, choice, channel: 'paper' as const, photos: [photo] },
    ...changes,
  });
  const named = ({ motionId, entryId, revision }: Row) => ({
    clientId: freshId(),
    motionId,
    entryId,
    revision,
  });
  const enter = (
    motionId: string,
    entryId: string,
    choice: Choice,
    changes: Entering = {},
    by: PersonKey = 'secretary',
  ) => as(by).call('motions.enterPaper', enterInput(motionId, entryId, choice, changes));
  const confirm = (row: Row, choice: Choice, by: PersonKey = 'gridWorker') =>
    as(by).call('motions.confirmPaper', { ...named(row), choice });
  const stored = <T extends { motionId: string; entryId: string }>(
    all: T[],
    motionId: string,
    entryId: string,
  ) => all.find((one) => one.motionId === motionId && one.entryId === entryId) ?? null;
  const lastBallot = async (motionId: string, entryId: string) =>
    stored(await documentsOf<BallotDocument>(cloud.cloud, 'ballots'), motionId, entryId);
  return {
    on,
    photo,
    now,
    enterInput,
    named,
    enter,
    confirm,
    /** A vote of ten days from now on that takes paper. */
    poll: (precedence: 'first' | 'latest', changes: Partial<Draft> = {}): Promise<Detail> =>
      on.announced(
        'secretary',
        ownersPoll({
          window: { opensAt: now(), closesAt: now() + 10 * DAY },
          paper: { precedence, settleMinutes: 60 },
          ...changes,
        }),
      ),
    /** Entered by one and checked by the other, at once. */
    async taken(motionId: string, entryId: string, choice: Choice, changes: Entering = {}) {
      return confirm(await enter(motionId, entryId, choice, changes), choice);
    },
    object: async (by: PersonKey, motionId: string, entryId: string) => {
      const { mine } = await on.detail(by, motionId);
      const number = mine.find((voter) => voter.entryId === entryId)?.paper?.number ?? 0;
      return as(by).call('motions.objectPaper', { clientId: freshId(), motionId, entryId, number });
    },
    /** The person's voter as their own page shows it. */
    mineOf: async (by: PersonKey, motionId: string) => {
      const voter = (await on.detail(by, motionId)).mine[0];
      if (!voter) throw new Error(`${by} has no voter`);
      return voter;
    },
    /** The voter of a label, as the officers find it. */
    async entryOf(motionId: string, search: string) {
      const { items } = await as('secretary').call('motions.paperVoters', { motionId, search });
      if (!items[0]) throw new Error(`no voter ${search}`);
      return items[0].entryId;
    },
    /** The ballot that counts; a paper that was set aside is none. */
    ballot: async (motionId: string, entryId: string) => {
      const kept = await lastBallot(motionId, entryId);
      return kept?.setAside ? null : kept;
    },
    lastBallot,
    paper: async (motionId: string, entryId: string) =>
      stored(await documentsOf<PaperDocument>(cloud.cloud, 'papers'), motionId, entryId),
  };
}

export type PaperCalls = Awaited<ReturnType<typeof paperCallsOf>>;
