import type { DeskItem } from '@contract/overview';
import { PAPER_OFFICES } from '@contract/roles';
import type { Context } from '../../../kernel/context';
import { papersLink } from '../../motions/paper-case';
import { mayOpenPapers } from '../../motions/policy/paper';
import { motions, papers } from '../../motions/repository';
import { settledAt } from '../../motions/rules/clock';
import { type DeskSource, due } from './scope';

/** Papers that another officer entered: only what a second one reads the same counts (PAP-5). */
async function unchecked({ actor, now }: Context, placeId: string): Promise<DeskItem[]> {
  const announced = await motions.inPlace(placeId, ['announced'], null);
  const open = announced.filter((motion) => mayOpenPapers(actor, now, motion) === null);
  const waiting = await Promise.all(open.map(({ _id }) => papers.page(_id, ['entered'], 'asc', null)));
  return open.flatMap((motion, n) => {
    const others = waiting[n]?.items.filter(({ enteredBy }) => enteredBy !== actor.personId) ?? [];
    const [oldest] = others;
    if (!oldest) return [];
    const { _id: id, title, placeName } = motion;
    const detail = `${others.length}张纸质票等第二个人核对`;
    const since = oldest.registeredAt;
    return [{ id, title, detail, placeName, since, ...due(settledAt(motion), now), link: papersLink(id) }];
  });
}

export const paperSources: DeskSource[] = [
  { task: 'paper-check', label: '待核对的纸质票', offices: PAPER_OFFICES, find: unchecked },
];
