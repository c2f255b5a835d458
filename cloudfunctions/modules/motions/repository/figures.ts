import { _ } from '../../../kernel/cloud';
import { store } from '../../../kernel/database';
import { isDuplicateKey } from '../../../kernel/failures';
import type { FiguresDocument } from '../documents';

export const figures = {
  byMotion: (motionId: string) => store.get<FiguresDocument>('figures', motionId),

  /**
   * Whether the caller is the one who computes anew until `until`: of all who saw the same snapshot, the first. Who comes when
   * that one is done already finds another snapshot there and takes nothing.
   */
  async takeLease(
    motionId: string,
    seen: FiguresDocument | null,
    now: number,
    until: number,
  ): Promise<boolean> {
    if (seen) {
      const free = { _id: motionId, asOfAt: seen.asOfAt, leaseUntil: _.lte(now) };
      return store.updateWhere('figures', free, { leaseUntil: until });
    }
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
