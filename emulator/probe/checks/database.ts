import { fails, type Check } from '../check';

const KB = 1024;

/** Facts on documents, queries and updates. */
export const DATABASE_CHECKS: readonly Check[] = [
  {
    id: 'database.duplicate-id',
    statement: 'A second document with an _id fails with -502001 and names E11000.',
    async run({ things, add, run }) {
      const _id = await add();
      const again = things.add({ data: { _id, run } });
      return fails(again, ({ errCode, message }) => errCode === -502001 && /E11000/.test(String(message)));
    },
  },
  {
    id: 'database.missing-collection',
    statement: 'A collection that nobody created is missing: -502005.',
    run: ({ db, run }) =>
      fails(db.collection(`missing_${run}`).where({ a: 1 }).get(), ({ errCode }) => errCode === -502005),
  },
  {
    id: 'database.aggregate-default-limit',
    statement: 'An aggregation without $limit gives 20 rows.',
    async run({ things, add, run }) {
      await Promise.all(Array.from({ length: 22 }, () => add({ kind: 'rows' })));
      const { list } = await things.aggregate().match({ run, kind: 'rows' }).end();
      return { holds: list.length === 20, seen: list.length };
    },
  },
  {
    id: 'database.unknown-operator',
    statement: 'A query operator that does not exist fails with -502002.',
    run: ({ things }) =>
      fails(things.where({ a: { $nonsense: 1 } }).get(), ({ errCode }) => errCode === -502002),
  },
  {
    id: 'database.inc-on-text',
    statement: 'inc on a field that holds a text fails, and does not count as 0 updates.',
    async run({ things, db, add }) {
      const id = await add({ text: 'abc' });
      return fails(things.doc(id).update({ data: { text: db.command.inc(1) } }));
    },
  },
  {
    id: 'database.push-on-number',
    statement: 'push on a field that holds a number fails.',
    async run({ things, db, add }) {
      const id = await add({ n: 1 });
      return fails(things.doc(id).update({ data: { n: db.command.push(1) } }));
    },
  },
  {
    id: 'database.set-through-number',
    statement: 'Writing a field below a number fails.',
    async run({ things, add }) {
      const id = await add({ n: 1 });
      return fails(things.doc(id).update({ data: { 'n.below': 1 } }));
    },
  },
  {
    id: 'database.updated-counts-changes',
    statement: 'An update that changes nothing counts as 0 updates.',
    async run({ things, add }) {
      const id = await add({ n: 1 });
      const { stats } = await things.doc(id).update({ data: { n: 1 } });
      return { holds: stats.updated === 0, seen: stats };
    },
  },
  {
    id: 'database.set-counts-existing',
    statement: 'set on an existing document counts as 1 update, even if it stays the same.',
    async run({ things, add, run }) {
      const id = await add({ n: 1 });
      const { stats } = await things.doc(id).set({ data: { n: 1, run } });
      return { holds: stats.updated === 1, seen: stats };
    },
  },
  {
    id: 'database.null-matches-missing',
    statement: 'A condition on null also matches documents that lack the field.',
    async run({ things, add, run }) {
      await Promise.all([add({ kind: 'null', v: null }), add({ kind: 'null' }), add({ kind: 'null', v: 1 })]);
      const { data } = await things.where({ run, kind: 'null', v: null }).get();
      return { holds: data.length === 2, seen: data.length };
    },
  },
  {
    id: 'database.no-openid-added',
    statement: 'A document added by a function has no _openid.',
    async run({ things, add }) {
      const { data } = await things.doc(await add()).get();
      return { holds: !('_openid' in data), seen: Object.keys(data) };
    },
  },
  {
    id: 'database.answer-over-1-mb',
    statement: 'One answer of more than 1 MB fails.',
    slow: true,
    async run({ things, add, run }) {
      const text = 'x'.repeat(600 * KB);
      await Promise.all([add({ kind: 'large', text }), add({ kind: 'large', text })]);
      return fails(things.where({ run, kind: 'large' }).get());
    },
  },
  {
    id: 'database.document-over-16-mb',
    statement: 'A document of more than 16 MB is refused.',
    slow: true,
    run: ({ add }) => fails(add({ text: 'x'.repeat(17 * KB * KB) })),
  },
];
