import { EJSON } from 'bson';
import { type SealDocument } from '../../cloudfunctions/modules/audit/documents';
import { documentsOf } from './documents';
import type { TestCloud } from './local-cloud';
import { restore, type Snapshot, take } from './small-community/snapshot';
import { until } from './until';

/** Longer than any run of the timer takes to go past what is held back. */
const HELD_MS = 300_000;
const PATIENCE_MS = 60_000;
/** Longer than a transaction waits before it begins again. */
const STILL_MS = 700;

const run = async ({ cloud }: TestCloud) => cloud.fireTimer('timer');

/** Takes the lease from whoever has it, as its end in the middle of a long run does. */
export async function leaseEnded({ cloud }: TestCloud): Promise<void> {
  const query = EJSON.stringify({ _id: 'timer-lease' });
  const data = EJSON.stringify({ $set: { until: 0 } });
  const of = { collectionName: 'settings', query, data, multi: false, upsert: false, merge: true };
  const answer = await cloud.database.handle({ action: 'database.modifyDocument', ...of });
  if ('code' in answer) throw new Error(`the lease stays: ${answer.message}`);
}

/** Puts the database back to what was taken; what nobody wrote since stays where it is. */
export async function rewound({ cloud }: TestCloud, to: Snapshot<null>): Promise<void> {
  const { rows } = await take(cloud.database, null);
  const changed = Object.keys(rows).filter((name) => rows[name]?.join() !== to.rows[name]?.join());
  for (const collectionName of changed) {
    const all = { collectionName, query: '{}', queryType: 'WHERE', multi: true };
    const answer = await cloud.database.handle({ action: 'database.removeDocument', ...all });
    if ('code' in answer) throw new Error(`cannot empty ${collectionName}: ${answer.message}`);
  }
  const before = Object.fromEntries(changed.map((name) => [name, to.rows[name] ?? []]));
  await restore(cloud.database, { result: null, rows: before });
}

/**
 * What tells only when something was looked at or sent last: that each message is sent once is tried where messages are (MSG-1, MSG-2),
 * and a demand that is reached is looked at no more.
 */
const PASSING: Record<string, readonly string[]> = {
  audit: ['sealed'],
  outbox: ['state', 'cursor', 'sentAt'],
  callings: ['countedAt'],
};
/** How the log is cut into seals follows from when each was written, and the head of the log stands in each count's header. */
const CUT = /"(signature|receipt)":"[^"]*"|\\naudit [^\\]*/g;
const NOT_COMPARED = ['audit_seals', 'settings', 'inbox'];

/** Everything that stands, in an order of its own; the seals of the log and what was delivered apart. */
export async function standing({ cloud }: TestCloud): Promise<Record<string, string[]>> {
  const { rows } = await take(cloud.database, null);
  const plain = (name: string, row: string) => {
    const fields = Object.entries(EJSON.parse(row, { relaxed: true }) as object);
    const lasting = fields.filter(([field]) => !PASSING[name]?.includes(field));
    return JSON.stringify(Object.fromEntries(lasting)).replace(CUT, '');
  };
  const kept = Object.entries(rows).filter(([name]) => !NOT_COMPARED.includes(name));
  return Object.fromEntries(kept.map(([name, all]) => [name, all.map((row) => plain(name, row)).sort()]));
}

/** Entries of the log that stand in two seals, or in none though they say so, and seals that do not follow on each other. */
export async function wrongInChain({ cloud }: TestCloud): Promise<string[]> {
  const seals = await documentsOf<SealDocument>(cloud, 'audit_seals');
  const inOrder = [...seals].sort((a, b) => a.number - b.number);
  const torn = inOrder.filter((seal, n) => n > 0 && seal.previous !== inOrder[n - 1]?.hash);
  const times = new Map<string, number>();
  for (const id of inOrder.flatMap(({ entryIds }) => entryIds)) times.set(id, (times.get(id) ?? 0) + 1);
  const entries = await documentsOf<{ _id: string; sealed: boolean }>(cloud, 'audit');
  // What the last run wrote after its sealing waits for the next one.
  const wrong = entries.filter(({ _id, sealed }) => (times.get(_id) ?? 0) !== (sealed ? 1 : 0));
  return [...torn.map(({ number }) => `seal ${number}`), ...wrong.map(({ _id }) => _id)];
}

/**
 * Runs the timer with its `nth` database request held back until a second one, which found the lease ended, has gone past it or
 * has met it. False where it has no such request any more.
 */
export async function timerOvertaken(on: TestCloud, nth: number): Promise<boolean> {
  const { faults } = on.cloud;
  faults.reset();
  const held = faults.on({ action: /^database\./, nth, then: { delay: HELD_MS } });
  let [slow, quick] = [false, false];
  const one = run(on).finally(() => (slow = true));
  const said = () => `request ${nth} of the timer: held ${held.hits}, ${slow}, ${quick}`;
  await until(() => held.hits === 1 || slow, said, PATIENCE_MS);
  const overtaken = held.hits === 1;
  await leaseEnded(on);
  const two = run(on).finally(() => (quick = true));
  // A transaction that meets what is held begins again, a few times, and then nothing more is asked for.
  let [asked, since] = [0, performance.now()];
  const still = () => {
    const now = Object.values(faults.requests()).reduce((sum, one) => sum + one, 0);
    if (now !== asked) [asked, since] = [now, performance.now()];
    return performance.now() - since > STILL_MS;
  };
  await until(() => quick || still(), said, PATIENCE_MS);
  faults.reset();
  await Promise.all([one, two]);
  return overtaken;
}

/** The next minute's run. */
export async function nextRun(on: TestCloud): Promise<void> {
  await leaseEnded(on);
  await run(on);
}
