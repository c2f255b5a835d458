import type { Envelope } from '@contract/envelope';
import type { BallotDocument } from '../../cloudfunctions/modules/motions/documents';
import { documentsOf } from './documents';
import type { TestCloud } from './local-cloud';
import type { Detail, PersonKey } from './motions';
import type { PaperCalls, Row } from './papers';
import { freshId } from './persons';

export const codeOf = (answer: Envelope<unknown>) => (answer.ok ? 'ok' : answer.error.code);

/** A fresh vote that takes paper, and what 王桂兰 and the officers send about her voter, as envelopes. */
export async function wangsPaper(cloud: TestCloud, to: PaperCalls, precedence: 'first' | 'latest') {
  const motion: Detail = await to.poll(precedence);
  const wang = await to.on.voterOf('wang', motion.id);
  return {
    motion,
    wang,
    cast: (replaces = 0) => ({
      ...{ clientId: freshId(), motionId: motion.id, entryId: wang, choice: 'yes', replaces },
    }),
    objection: () => ({ clientId: freshId(), motionId: motion.id, entryId: wang, number: 1 }),
    confirmation: (row: Row) => ({ ...to.named(row), choice: 'no' }),
    send: (by: PersonKey, action: string, input: object) => to.on.as(by).send(action, input),
    /** Those that count: a paper that was set aside keeps its number and nothing else. */
    ballots: async () =>
      (await documentsOf<BallotDocument>(cloud.cloud, 'ballots')).filter(
        (ballot) => ballot.motionId === motion.id && ballot.entryId === wang && !ballot.setAside,
      ),
  };
}

export type WangsPaper = Awaited<ReturnType<typeof wangsPaper>>;
