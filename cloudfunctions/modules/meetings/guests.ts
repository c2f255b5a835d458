import { store } from '../../kernel/reader';
import { Refusal } from '../../kernel/refusal';
import { organisations } from '../organisations/repository';
import type { Guest } from './documents';
import type { Plan } from './plan';

/**
 * The guests of a plan by their names now: organisations of the place, of one around it or within it (ORG-2).
 * @throws Refusal INVALID_INPUT for one that is not listed there, and for a topic that is not on the agenda
 */
export async function guestsOf({ guests, agenda }: Plan, path: readonly string[]): Promise<Guest[]> {
  const rows = await Promise.all(
    guests.map(({ organisationId }) => organisations.byId(store, organisationId)),
  );
  return guests.map((guest, n) => {
    const one = rows[n];
    const near = one && (path.includes(one.placeId) || one.path.includes(path.at(-1) ?? ''));
    if (!near || one.removedAt) {
      throw new Refusal('INVALID_INPUT', { guests: '请的单位里有不在名单上的，请去掉再保存' });
    }
    if (guest.itemId !== null && !agenda.some(({ id }) => id === guest.itemId)) {
      throw new Refusal('INVALID_INPUT', { [`guests.${n}.itemId`]: '没有这个议题，请重新选择' });
    }
    return { ...guest, name: one.name, arrived: null };
  });
}
