import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DatabaseServer, startDatabaseServer } from '../support/database-server';
import { containing } from '../support/expecting';
import { MIXED } from '../support/mixed';
import type { SdkCollection } from '../support/sdk';

let server: DatabaseServer;
let things: SdkCollection;

beforeAll(async () => {
  server = await startDatabaseServer({
    collections: [{ name: 'things' }, { name: 'people' }, { name: 'words' }],
  });
  things = server.db.collection('things');
  for (const data of MIXED) await things.add({ data });
});
afterAll(() => server.close());

describe('aggregation', () => {
  it('groups, sorts, looks up and formats', async () => {
    const people = server.db.collection('people');
    const $ = server.db.command.aggregate;
    for (let n = 0; n < 6; n++) {
      await people.add({
        data: {
          _id: `p${n}`,
          group: n % 2,
          age: 20 + n,
          at: new Date(Date.UTC(2024, 0, 1 + n, 17)),
          kind: n % 2 ? 'list' : 'num',
        },
      });
    }
    const groups = await people
      .aggregate()
      .match({ age: server.db.command.lt(25) })
      .group({ _id: '$group', n: $.sum(1), ages: $.push('$age'), last: $.max('$at') })
      .sort({ _id: 1 })
      .end();
    expect(groups.list).toEqual([
      { _id: 0, n: 3, ages: [20, 22, 24], last: new Date(Date.UTC(2024, 0, 5, 17)) },
      { _id: 1, n: 2, ages: [21, 23], last: new Date(Date.UTC(2024, 0, 4, 17)) },
    ]);
    const joined = await people
      .aggregate()
      .sort({ age: 1 })
      .limit(2)
      .lookup({ from: 'things', localField: 'kind', foreignField: '_id', as: 'thing' })
      .project({
        thing: 1,
        day: $.dateToString({ date: '$at', format: '%Y-%m-%d', timezone: 'Asia/Shanghai' }),
      })
      .end();
    expect(joined.list).toEqual([
      { _id: 'p0', thing: [{ _id: 'num', a: 5 }], day: '2024-01-02' },
      { _id: 'p1', thing: [{ _id: 'list', a: [1, 5, 9] }], day: '2024-01-03' },
    ]);
    const piped = await people
      .aggregate()
      .match({ _id: 'p3' })
      .lookup({
        from: 'people',
        let: { mine: '$group' },
        pipeline: $.pipeline()
          .match(server.db.command.expr($.eq(['$group', '$$mine'])))
          .project({ age: 1 })
          .done(),
        as: 'peers',
      })
      .end();
    expect((piped.list as { peers: unknown[] }[])[0]?.peers).toEqual([
      { _id: 'p1', age: 21 },
      { _id: 'p3', age: 23 },
      { _id: 'p5', age: 25 },
    ]);
  });

  it.each(['out', 'merge', 'unionWith', 'graphLookup', 'collStats'])(
    'refuses the stage $%s by name',
    async (stage) => {
      const answer = await server.database.handle({
        action: 'database.aggregateDocuments',
        collectionName: 'things',
        stages: [{ stageKey: `$${stage}`, stageValue: '{}' }],
      });
      expect(answer).toMatchObject({
        code: 'DATABASE_INVALID_OPERRATOR',
        message: containing(`$${stage}`),
      });
    },
  );
});
