import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DatabaseServer, startDatabaseServer } from '../support/database-server';
import { idsOf } from '../support/mixed';
import type { SdkCollection } from '../support/sdk';

let server: DatabaseServer;
let things: SdkCollection;

beforeAll(async () => {
  server = await startDatabaseServer({
    collections: [{ name: 'things', indexes: [{ name: 'at', keys: [{ field: 'at', order: '2dsphere' }] }] }],
  });
  things = server.db.collection('things');
  await things.add({ data: { _id: 'here', at: { type: 'Point', coordinates: [104, 30] } } });
});
afterAll(() => server.close());

describe('what is no place', () => {
  it('is not stored in a field with a geographic index', async () => {
    for (const at of ['here', { type: 'Point', coordinates: [200, 0] }, [1]]) {
      const adding = things.add({ data: { at } });
      await expect(adding).rejects.toThrow("Can't extract geo keys");
      await expect(things.doc('here').update({ data: { at: server.db.command.set(at) } })).rejects.toThrow(
        "Can't extract geo keys",
      );
    }
    expect((await things.count()).total).toBe(1);
  });

  const near = (coordinates: unknown, rest: object = {}) => ({
    at: { $nearSphere: { $geometry: { type: 'Point', coordinates }, ...rest } },
  });
  const within = (coordinates: unknown) => ({
    at: { $geoWithin: { $geometry: { type: 'Polygon', coordinates } } },
  });

  it.each<[string, object, string]>([
    ['a longitude beyond 180', near([190, 0]), 'longitude/latitude is out of bounds, lng: 190 lat: 0'],
    ['a latitude beyond 90', near([0, -91]), 'out of bounds'],
    ['coordinates that are texts', near(['1', '2']), 'Point must only contain numeric elements'],
    ['a negative distance', near([0, 0], { $maxDistance: -1 }), '$maxDistance must be non-negative'],
    ['an unknown argument', near([0, 0], { $foo: 1 }), 'invalid argument in geo near query: $foo'],
    ['nothing to be near to', { at: { $nearSphere: { $maxDistance: 1 } } }, '$geometry is required'],
    [
      'an open ring',
      within([
        [
          [0, 0],
          [1, 0],
          [1, 1],
          [0, 1],
        ],
      ]),
      'Loop is not closed',
    ],
    [
      'a ring of two points',
      within([
        [
          [0, 0],
          [1, 0],
          [0, 0],
        ],
      ]),
      'Loop must have at least 3 different vertices',
    ],
    [
      'a ring that crosses itself',
      within([
        [
          [0, 0],
          [1, 1],
          [1, 0],
          [0, 1],
          [0, 0],
        ],
      ]),
      'Loop is not valid',
    ],
    ['a polygon without rings', within([]), 'Polygon has no loops'],
    [
      'a circle on a plane, which is absent',
      { at: { $geoWithin: { $center: [[0, 0], 1] } } },
      'does not support $center',
    ],
    [
      'an unknown geometry',
      { at: { $geoIntersects: { $geometry: { type: 'Circle' } } } },
      'unknown GeoJSON type',
    ],
    [
      'a search by distance in one of several branches',
      { $or: [near([0, 0]), {}] },
      'geoNear must be top-level expr',
    ],
    ['two searches by distance', { $and: [near([0, 0]), near([1, 1])] }, 'Too many geoNear expressions'],
    ['a field without a geographic index', { b: near([0, 0]).at }, 'unable to find index for $geoNear query'],
  ])('is refused: %s', async (_title, query, message) => {
    await expect(idsOf(server.database, query)).rejects.toThrow(message);
  });
});
