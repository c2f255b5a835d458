import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DatabaseServer, startDatabaseServer } from '../support/database-server';
import type { SdkAggregate, SdkCollection } from '../support/sdk';

/* Places in Chengdu, [longitude, latitude]. */
const PLACES: Record<string, [number, number]> = {
  tianfuSquare: [104.0657, 30.6574],
  kuanzhaiAlley: [104.0531, 30.6698],
  peoplesPark: [104.0555, 30.6562],
  pandaBase: [104.1461, 30.7326],
};

interface Geography {
  Point(longitude: number, latitude: number): object;
  LineString(points: object[]): object;
  Polygon(lines: object[]): object;
  MultiPoint(points: object[]): object;
}

type GeoCommands = Record<'geoNear' | 'geoWithin' | 'geoIntersects', (options: object) => object>;

let server: DatabaseServer;
let places: SdkCollection;
let geo: Geography;
let command: GeoCommands;

beforeAll(async () => {
  server = await startDatabaseServer({
    collections: [
      { name: 'places', indexes: [{ name: 'at', keys: [{ field: 'at', order: '2dsphere' }] }] },
      { name: 'things', indexes: [{ name: 'at', keys: [{ field: 'at', order: '2dsphere' }] }] },
      { name: 'plain' },
    ],
  });
  geo = (server.db as unknown as { Geo: Geography }).Geo;
  command = server.db.command as unknown as GeoCommands;
  places = server.db.collection('places');
  for (const [_id, [lng, lat]] of Object.entries(PLACES)) {
    await places.add({ data: { _id, at: geo.Point(lng, lat), open: _id !== 'peoplesPark' } });
  }
  await places.add({ data: { _id: 'nowhere' } });
});
afterAll(() => server.close());

const point = (name: string) => geo.Point(...(PLACES[name] as [number, number]));
const ring = (...corners: [number, number][]) =>
  geo.LineString([...corners, corners[0] as [number, number]].map(([lng, lat]) => geo.Point(lng, lat)));
const found = async (condition: object) =>
  (await places.where({ at: condition }).get()).data.map(({ _id }) => _id);

describe('places', () => {
  it('come by their distance, within bounds in metres, without those that have no place', async () => {
    const near = point('tianfuSquare');
    expect(await found(command.geoNear({ geometry: near }))).toEqual([
      'tianfuSquare',
      'peoplesPark',
      'kuanzhaiAlley',
      'pandaBase',
    ]);
    expect(await found(command.geoNear({ geometry: near, minDistance: 500, maxDistance: 2000 }))).toEqual([
      'peoplesPark',
      'kuanzhaiAlley',
    ]);
    const sorted = await places
      .where({ at: command.geoNear({ geometry: near }) })
      .orderBy('_id', 'desc')
      .get();
    expect(sorted.data[0]?._id).toBe('tianfuSquare');
    expect(
      (await places.where({ at: command.geoNear({ geometry: near, maxDistance: 1100 }) }).count()).total,
    ).toBe(2);
  });

  it('lie in a polygon or not, also in its hole', async () => {
    const city = ring([104.04, 30.64], [104.08, 30.64], [104.08, 30.68], [104.04, 30.68]);
    const park = ring([104.05, 30.65], [104.06, 30.65], [104.06, 30.66], [104.05, 30.66]);
    expect(await found(command.geoWithin({ geometry: geo.Polygon([city]) }))).toEqual([
      'tianfuSquare',
      'kuanzhaiAlley',
      'peoplesPark',
    ]);
    expect(await found(command.geoWithin({ geometry: geo.Polygon([city, park]) }))).toEqual([
      'tianfuSquare',
      'kuanzhaiAlley',
    ]);
  });

  it('lie in a circle whose radius is an angle', async () => {
    const circle = (kilometres: number) =>
      command.geoWithin({ centerSphere: [point('tianfuSquare'), kilometres / 6378.1] });
    expect(await found(circle(1.1))).toEqual(['tianfuSquare', 'peoplesPark']);
    expect(await found(circle(20))).toHaveLength(4);
  });

  it('meet lines and areas', async () => {
    const things = server.db.collection('things');
    const road: [number, number][] = [
      [104.06, 30.65],
      [104.06, 30.67],
    ];
    await things.add({ data: { _id: 'road', at: geo.LineString(road.map((at) => geo.Point(...at))) } });
    await things.add({
      data: { _id: 'area', at: geo.Polygon([ring([104, 30], [105, 30], [105, 31], [104, 31])]) },
    });
    await things.add({
      data: { _id: 'stops', at: geo.MultiPoint([point('pandaBase'), point('tianfuSquare')]) },
    });
    const meets = async (geometry: object) =>
      (await things.where({ at: command.geoIntersects({ geometry }) }).get()).data.map(({ _id }) => _id);
    expect(await meets(geo.Point(104.06, 30.66))).toEqual(['road', 'area']);
    const crossing: [number, number][] = [
      [104.05, 30.66],
      [104.07, 30.66],
    ];
    expect(await meets(geo.LineString(crossing.map((at) => geo.Point(...at))))).toEqual(['road', 'area']);
    expect(await meets(geo.Polygon([ring([104.14, 30.73], [104.15, 30.73], [104.15, 30.74])]))).toEqual([
      'area',
      'stops',
    ]);
    expect(await meets(geo.Point(100, 20))).toEqual([]);
  });

  it('come back as the SDK has them', async () => {
    const { data } = await places.doc('tianfuSquare').get();
    expect(JSON.parse(JSON.stringify(data?.at))).toEqual({ type: 'Point', coordinates: PLACES.tianfuSquare });
  });
});

describe('the stage geoNear', () => {
  const near = { longitude: 104.0657, latitude: 30.6574 };
  const run = async (options: object) => {
    const pipeline = places.aggregate() as SdkAggregate & { geoNear(options: object): SdkAggregate };
    return (await pipeline.geoNear({ near, distanceField: 'distance', spherical: true, ...options }).end())
      .list;
  };

  it('gives the distance on a sphere of 6378.1 km, nearest first', async () => {
    const rows = await run({ maxDistance: 20_000 });
    expect(rows.map(({ _id }) => _id)).toEqual(['tianfuSquare', 'peoplesPark', 'kuanzhaiAlley', 'pandaBase']);
    const [here, park, , panda] = rows.map(({ distance }) => distance as number);
    expect(here).toBe(0);
    // 6378100 * 2 * asin(sqrt(haversine)), computed elsewhere.
    expect(park).toBeCloseTo(985.85011706, 6);
    expect(panda).toBeCloseTo(11_371.308024656, 6);
  });

  it('takes a condition, bounds, a factor, the place, the field and a limit', async () => {
    const rows = await run({
      query: { open: true },
      minDistance: 1,
      distanceMultiplier: 0.001,
      includeLocs: 'found.place',
      distanceField: 'found.km',
      key: 'at',
      limit: 1,
    });
    expect(rows).toMatchObject([
      {
        _id: 'kuanzhaiAlley',
        found: { place: { type: 'Point' }, km: expect.closeTo(1.8333070862, 8) as number },
      },
    ]);
  });

  it('stands in front, on a collection with a geographic index', async () => {
    const aggregate = (stages: object[], collectionName = 'places') =>
      server.database.handle({
        action: 'database.aggregateDocuments',
        collectionName,
        stages: stages.map((stage) => {
          const [stageKey = ''] = Object.keys(stage);
          return { stageKey, stageValue: JSON.stringify(Object.values(stage)[0]) };
        }),
      });
    const stage = {
      $geoNear: { near: { type: 'Point', coordinates: [104, 30] }, distanceField: 'd', spherical: true },
    };
    expect(await aggregate([stage])).toHaveProperty('data.list.length', 4);
    expect(await aggregate([{ $limit: 1 }, stage])).toMatchObject({
      message: expect.stringContaining('$geoNear is only valid as the first stage') as string,
    });
    expect(await aggregate([stage], 'plain')).toMatchObject({
      message: expect.stringContaining('$geoNear requires a 2d or 2dsphere index') as string,
    });
  });
});
