import { describe, expect, it } from 'vitest';
import { byIds } from '../../cloudfunctions/kernel/by-ids';
import type { FindOptions, Stored, Where } from '../../cloudfunctions/kernel/database';

/** A database whose answers hold so many documents; more is refused as the platform refuses it. */
function holding(most: number) {
  const asked: number[] = [];
  const idsIn = ({ _id }: Where) => (_id as { operands: [string[]] }).operands.flat();
  return {
    asked,
    find: async <T extends Stored>(_collection: string, where: Where, { limit }: FindOptions) => {
      asked.push(limit);
      await Promise.resolve();
      if (limit > most) throw Object.assign(new Error('result size exceed'), { errCode: -502001 });
      return idsIn(where).map((_id) => ({ _id })) as T[];
    },
  };
}

const idsOf = (count: number) => Array.from({ length: count }, (_, n) => `id-${n}`);

describe('documents by their ids', () => {
  it.each([
    [0, 1000, 0],
    [500, 1000, 1],
    [501, 1000, 2],
    [1000, 300, 6],
    [2500, 1000, 5],
  ])('are all found: %i of them, where an answer holds %i, in %i requests', async (count, most, requests) => {
    const database = holding(most);
    const rows = await byIds(database, 'homes', [...idsOf(count), ...idsOf(Math.min(count, 3))]);
    expect(rows.map(({ _id }) => _id).sort()).toEqual(idsOf(count).sort());
    expect(database.asked).toHaveLength(requests);
  });

  it('fail where one alone is more than an answer, and on every other failure at once', async () => {
    await expect(byIds(holding(0), 'homes', ['id-1'])).rejects.toThrow('result size exceed');
    const asked: number[] = [];
    const broken = {
      find: async (_collection: string, _where: Where, { limit }: FindOptions) => {
        asked.push(limit);
        return Promise.reject<never[]>(new Error('gone'));
      },
    };
    await expect(byIds(broken, 'homes', idsOf(5))).rejects.toThrow('gone');
    expect(asked).toEqual([5]);
  });
});
