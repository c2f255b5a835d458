import { _ } from '../../../kernel/cloud';
import { store } from '../../../kernel/database';
import { isDuplicateKey } from '../../../kernel/failures';
import type { FiguresDocument } from '../documents';

export const figures = {
  byMotion: (motionId: string) => store.get<FiguresDocument>('figures', motionId),

  /** Whether the caller is the one who computes anew until `until`. */
  async takeLease(motionId: string, now: number, until: number): Promise<boolean> {
    const free = { _id: motionId, leaseUntil: _.lte(now) };
    if (await store.updateWhere('figures', free, { leaseUntil: until })) return true;
    const empty = { asOfAt: 0, cast: [], present: null, presentByPhone: null };
    try {
      await store.insert<FiguresDocument>('figures', { _id: motionId, ...empty, leaseUntil: until });
      return true;
    } catch (error) {
      if (isDuplicateKey(error)) return false;
      throw error;
    }
  },

  keep: ({ _id, ...snapshot }: FiguresDocument) => store.updateWhere('figures', { _id }, snapshot),
};
