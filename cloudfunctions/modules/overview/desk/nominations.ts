import { CONVENING_OFFICES } from '@contract/roles';
import type { Context } from '../../../kernel/context';
import { store } from '../../../kernel/reader';
import { nominations, rounds } from '../../nominations/repository';
import { type DeskSource, LIMIT, waiting } from './scope';

/** Nominees who agreed: they are shown to nobody until an office has checked them (NOM-2). */
async function agreed(_context: Context, placeId: string) {
  const rows = await nominations.agreedIn(placeId, LIMIT);
  const about = await Promise.all(rows.map(({ roundId }) => rounds.byId(store, roundId)));
  return rows.flatMap(({ _id: id, name, where, at: since }, n) => {
    const round = about[n];
    if (!round) return [];
    const { title, placeName, _id } = round;
    const link = `/packages/nominations/round/index?id=${_id}`;
    return [{ id, title, detail: `${name}（${where}），本人同意了`, placeName, since, ...waiting, link }];
  });
}

export const nominationSources: DeskSource[] = [
  { task: 'nomination', label: '待核实的推荐', offices: CONVENING_OFFICES, find: agreed },
];
