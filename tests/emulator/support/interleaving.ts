import fc from 'fast-check';
import { expect } from 'vitest';
import type { Database } from '../../../emulator/database';
import { LIFETIME_MS, type Outcome, type Request, TransactionModel } from './transaction-model';
import { outcomeOf, wireOf } from './transaction-wire';

/** What one of several transactions does next, or what happens outside of all. */
export type Step =
  | { by: number; does: Request | 'begin' | 'commit' | 'rollback' }
  | { by: 'outside'; does: Request }
  | { by: 'time'; ms: number };

/** What was seen of the writes that came to stay; the checks of `expectNoLostWrite` need nothing of the model. */
interface Committed {
  /** Step of its first operation, which fixed its snapshot. */
  first: number;
  last: number;
  ids: Set<string>;
}

/** How often each thing was met, so that a test can tell that its cases were worth generating. */
export type Tally = Record<string, number>;

const ids = fc.constantFrom('a', 'b', 'c');
const values = fc.integer({ min: 0, max: 4 });
const requests = (...kinds: { weight: number; arbitrary: fc.Arbitrary<Request> }[]) =>
  fc.oneof(
    { weight: 3, arbitrary: fc.record({ kind: fc.constant('get' as const), id: ids }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('find' as const), from: values }) },
    {
      weight: 8,
      arbitrary: fc.record({ kind: fc.constantFrom('add', 'set', 'update', 'update'), id: ids, n: values }),
    },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('remove' as const), id: ids }) },
    ...kinds,
  );
const change = fc.record({ kind: fc.constant('change' as const), from: values, n: values });

/** Steps of `transactions` transactions; what one does that has ended begins a new one. */
export function stepsOf(transactions: number): fc.Arbitrary<Step[]> {
  const by = fc.integer({ min: 0, max: transactions - 1 });
  const step: fc.Arbitrary<Step> = fc.oneof(
    { weight: 20, arbitrary: fc.record({ by, does: requests() }) },
    {
      weight: 8,
      arbitrary: fc.record({ by, does: fc.constantFrom('begin', 'commit', 'commit', 'rollback') }),
    },
    {
      weight: 10,
      arbitrary: fc.record({
        by: fc.constant('outside' as const),
        does: requests({ weight: 3, arbitrary: change }),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ by: fc.constant('time' as const), ms: fc.constantFrom(9_000, LIFETIME_MS) }),
    },
  );
  return fc.array(step, { minLength: 10, maxLength: 30, size: 'max' });
}

/** Looking for the smallest case of a failure may take longer than a test: it is shown as far as it got. */
export const GIVE_UP = { interruptAfterTimeLimit: 20_000, markInterruptAsFailure: true };

interface Running {
  id: string;
  first?: number;
  ids: Set<string>;
}

interface Waiting {
  request: Request;
  answer: Promise<Outcome>;
  settled: boolean;
}

/** Plays steps against a database and the model, one after the other, and compares every answer. */
export class Interleaving {
  readonly #model = new TransactionModel();
  readonly #transactions = new Map<number, Running>();
  readonly #committed: Committed[] = [];
  #waiting: Waiting | undefined;
  #at = 0;

  constructor(
    private readonly database: Database,
    private readonly clock: { elapsed: number },
    private readonly tally: Tally,
  ) {}

  async play(steps: Step[]): Promise<void> {
    await this.database.handle({ action: 'database.removeDocument', collectionName: 'things', multi: true });
    try {
      for (const step of steps) {
        this.#at += 1;
        await this.#take(step);
        await this.#goOn();
      }
    } finally {
      // Also after a difference: the next case must not meet the locks of this one.
      for (const by of [...this.#transactions.keys()]) await this.#end(by, 'rollback');
      await this.#waiting?.answer;
    }
    await this.#goOn();
    const find: Request = { kind: 'find', from: 0 };
    expect(await this.#ask(find)).toEqual(this.#model.outside(find));
    expectNoLostWrite(this.#committed);
    for (const [over, times] of Object.entries(this.#model.conflicts))
      this.#add(`conflict over ${over}`, times);
  }

  async #take(step: Step): Promise<void> {
    if (step.by === 'time') {
      // A waiting write has a time limit of its own; tests of contention look at that.
      if (this.#waiting) return;
      this.clock.elapsed += step.ms;
      this.#model.pass(step.ms);
    } else if (step.by === 'outside') await this.#outside(step.does);
    else if (step.does === 'begin') await this.#begun(step.by);
    else if (step.does === 'commit' || step.does === 'rollback') await this.#end(step.by, step.does);
    else await this.#inside(step.by, step.does);
  }

  async #inside(by: number, request: Request): Promise<void> {
    const tx = await this.#begun(by);
    const expected = this.#model.inside(String(by), request);
    expect(await this.#ask(request, tx.id)).toEqual(expected);
    this.#count(expected, 'inside');
    tx.first ??= this.#at;
    for (const id of writtenBy(request, expected)) tx.ids.add(id);
    if (!this.#model.isOpen(String(by))) this.#transactions.delete(by);
  }

  /** The transaction of that number, a new one when none is open; it has no snapshot before its first operation. */
  async #begun(by: number): Promise<Running> {
    const running = this.#transactions.get(by);
    if (running) return running;
    this.#model.begin(String(by));
    const answer = await this.database.handle({ action: 'database.startTransaction' });
    const tx: Running = { id: 'code' in answer ? '' : (answer.transactionId ?? ''), ids: new Set<string>() };
    this.#transactions.set(by, tx);
    return tx;
  }

  async #end(by: number, how: 'commit' | 'rollback'): Promise<void> {
    const tx = this.#transactions.get(by);
    if (!tx) return;
    this.#transactions.delete(by);
    const expected = this.#model.end(String(by), how);
    const action = how === 'commit' ? 'database.commitTransaction' : 'database.abortTransaction';
    expect(outcomeOf(await this.database.handle({ action, transactionId: tx.id }))).toEqual(expected);
    this.#count(expected, how);
    if (how === 'commit' && expected === 'done') {
      this.#committed.push({ first: tx.first ?? this.#at, last: this.#at, ids: tx.ids });
    }
  }

  async #outside(request: Request): Promise<void> {
    if (this.#waiting) return;
    const expected = this.#model.outside(request);
    this.#count(expected, 'outside');
    const answer = this.#ask(request);
    if (expected !== 'waits') return this.#finished(request, await answer, expected);
    const waiting: Waiting = { request, answer, settled: false };
    void answer.then(() => (waiting.settled = true));
    this.#waiting = waiting;
  }

  /** Sees whether what waits may go on by now. */
  async #goOn(): Promise<void> {
    if (!this.#waiting) return;
    const { request, answer, settled } = this.#waiting;
    const expected = this.#model.outside(request);
    if (expected === 'waits') return expect(settled, 'it did not wait').toBe(false);
    this.#waiting = undefined;
    this.#finished(request, await answer, expected);
  }

  #finished(request: Request, answer: Outcome, expected: Outcome): void {
    expect(answer).toEqual(expected);
    const written = new Set(request.kind === 'change' ? [] : writtenBy(request, expected));
    // A single operation has its snapshot and its commit at one instant, before whatever comes next.
    this.#committed.push({ first: this.#at, last: this.#at, ids: written });
  }

  async #ask(request: Request, transactionId?: string): Promise<Outcome> {
    return outcomeOf(
      await this.database.handle({ collectionName: 'things', ...wireOf(request), transactionId }),
    );
  }

  #count(outcome: Outcome, where: string): void {
    const [kind] = typeof outcome === 'string' ? [outcome] : (Object.entries(outcome)[0] ?? []);
    const detail = typeof outcome === 'object' && 'refused' in outcome ? outcome.refused : String(kind);
    this.#add(`${where} ${detail}`, 1);
  }

  #add(what: string, times: number): void {
    this.tally[what] = (this.tally[what] ?? 0) + times;
  }
}

/** Of two that overlap in time at most one wrote a document: else a write was made without having seen the other. */
function expectNoLostWrite(committed: Committed[]): void {
  for (const [at, one] of committed.entries()) {
    for (const other of committed.slice(at + 1)) {
      const overlap = one.first < other.last && other.first < one.last;
      if (overlap) expect([...one.ids].filter((id) => other.ids.has(id))).toEqual([]);
    }
  }
}

function writtenBy(request: Request, outcome: Outcome): string[] {
  if (!('id' in request) || request.kind === 'get' || typeof outcome === 'string') return [];
  return 'created' in outcome || ('count' in outcome && outcome.count > 0) ? [request.id] : [];
}
