import type { DeskItem } from '@contract/overview';
import { CONVENING_OFFICES } from '@contract/roles';
import type { Context } from '../../../kernel/context';
import type { CallingDocument } from '../../callings/documents';
import { announcedSince, convenersAt } from '../../callings/gather';
import { answerDenial } from '../../callings/policy';
import { callings } from '../../callings/repository';
import { DAY_MS } from '../../motions/rules/days';
import { BODY_LABELS } from '../../motions/words';
import { links } from '../links';
import { type DeskSource, LIMIT, waiting } from './scope';

async function itemOf({ actor, now }: Context, calling: CallingDocument): Promise<DeskItem[]> {
  const { proposalId: id, title, body, path, placeName, reached } = calling;
  const conveners = await convenersAt(path, body, now);
  if (answerDenial(actor, now, path, conveners, calling) !== null || (await announcedSince(calling)))
    return [];
  const since = reached?.at ?? now;
  const days = Math.floor((now - since) / DAY_MS);
  const detail = `联名要求召开${BODY_LABELS[body]}，已过${days}天`;
  return [{ id, title, detail, placeName, since, ...waiting, link: links.proposal(id) }];
}

/** Demands that a body be called, until a meeting or a vote of it is announced or they are answered (CALL-4). */
export const callingSources: DeskSource[] = [
  {
    task: 'called',
    label: '联名要求开会',
    offices: CONVENING_OFFICES,
    find: async (context, placeId) => {
      const rows = await callings.reachedIn(placeId, LIMIT);
      return (await Promise.all(rows.map((calling) => itemOf(context, calling)))).flat();
    },
  },
];
