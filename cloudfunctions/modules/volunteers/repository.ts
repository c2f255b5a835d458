import { _ } from '../../kernel/cloud';
import { type Reader, store, type Transaction } from '../../kernel/database';
import type { VolunteerDocument } from './documents';

/** Persons that one message names; more reported in to no community. */
const TOLD = 2000;

export const volunteers = {
  byId: (reader: Reader, personId: string) => reader.get<VolunteerDocument>('volunteers', personId),

  put: (transaction: Transaction, volunteer: VolunteerDocument) =>
    transaction.put('volunteers', { ...volunteer, revision: volunteer.revision + 1 }),

  /** Whose code it is; of a code that two have nobody's, so that no paper is put to the wrong child (TASK-5). */
  async byCode(code: string): Promise<VolunteerDocument | null> {
    const [one = null, another] = await store.find<VolunteerDocument>('volunteers', { code }, { limit: 2 });
    return another ? null : one;
  },

  isCode: async (code: string) => (await store.count('volunteers', { code })) > 0,

  /** Ids of those who reported in to a place on the path, or within it. */
  async reportedTo(path: readonly string[]): Promise<string[]> {
    const of = (where: object) =>
      store.find<VolunteerDocument>('volunteers', { ...where }, { limit: 1000, fields: ['revision'] });
    const [above, within] = await Promise.all([
      of({ 'reports.placeId': _.in([...path]) }),
      of({ 'reports.path': path.at(-1) ?? '' }),
    ]);
    return [...new Set([...above, ...within].map(({ _id }) => _id))].slice(0, TOLD);
  },

  remove: (transaction: Transaction, personId: string) => transaction.remove('volunteers', personId),
};
