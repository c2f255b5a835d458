import type { DatabaseServer } from './database-server';

/** One document with a value of each kind for expressions to read; `things` holds it. */
export const EXAMPLE = {
  _id: 'x',
  scores: [80, 60, 65, 90],
  pairs: [
    ['max', 100],
    ['min', 50],
  ],
  sales: [
    { k: 'max', v: 70 },
    { k: 'min', v: 60 },
  ],
  fruits: ['apple', 'banana'],
  more: [],
  nested: [{ n: 1 }, { n: 3 }, { x: 0 }, 5],
  none: null,
  n: -7.5,
  two: 2,
  zero: 0,
  text: 'Chengdu',
  title: '坝坝会 yard',
  emoji: 'a\u{1f600}b',
  when: new Date('2019-05-14T09:38:51.686Z'),
  late: new Date('2019-12-31T17:30:00.005Z'),
  inner: { shop: 'A', open: true },
};

/** The SDK's `db.command.aggregate`. */
export function operatorsOf(server: DatabaseServer): Record<string, (operand?: unknown) => object> {
  return server.db.command.aggregate;
}

/** What one operator makes of the example; undefined when it leaves the field out. */
export async function valueOf(server: DatabaseServer, name: string, operand: unknown): Promise<unknown> {
  const result = operatorsOf(server)[name]?.(operand);
  const { list } = await server.db.collection('things').aggregate().project({ _id: 0, result }).end();
  return list[0]?.result;
}
