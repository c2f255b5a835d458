/*
 * Snapshot isolation told once more, as naively as possible: a snapshot is a copy of everything, a lock is a search through
 * the open transactions. It shares nothing with the engine, so that a mistake in one is not a mistake in both.
 */

/** One request on documents {_id, n}; `find` and `change` are conditions `n >= from`, and `change` is where().update(). */
export type Request =
  | { kind: 'get'; id: string }
  | { kind: 'find'; from: number }
  | { kind: 'add' | 'set' | 'update'; id: string; n: number }
  | { kind: 'remove'; id: string }
  | { kind: 'change'; from: number; n: number };

export type Outcome =
  | { rows: [id: string, n: number][] }
  | { count: number }
  | { created: string }
  | { refused: 'conflict' | 'duplicate' | 'ended' }
  | 'done'
  | 'waits';

/** Ms after its start at which a transaction is ended by the server. */
export const LIFETIME_MS = 30_000;

type Values = Map<string, number>;

interface Open {
  startedAt: number;
  snapshot?: { values: Values; commit: number };
  /** What it wrote; undefined is a removal. */
  own: Map<string, number | undefined>;
}

export class TransactionModel {
  readonly values: Values = new Map();
  /** Conflicts so far: over what another open transaction holds, and over what changed after the snapshot. */
  readonly conflicts = { held: 0, changed: 0 };
  readonly #open = new Map<string, Open>();
  readonly #changedAt = new Map<string, number>();
  #commit = 0;
  #now = 0;

  begin(name: string): void {
    this.#sweep();
    this.#open.set(name, { startedAt: this.#now, own: new Map() });
  }

  isOpen(name: string): boolean {
    return this.#open.has(name);
  }

  pass(ms: number): void {
    this.#now += ms;
  }

  end(name: string, how: 'commit' | 'rollback'): Outcome {
    this.#sweep();
    const tx = this.#open.get(name);
    if (!tx) return { refused: 'ended' };
    this.#open.delete(name);
    if (how === 'commit') this.#apply(tx.own);
    return 'done';
  }

  inside(name: string, request: Request): Outcome {
    this.#sweep();
    const tx = this.#open.get(name);
    if (!tx) return { refused: 'ended' };
    tx.snapshot ??= { values: new Map(this.values), commit: this.#commit };
    const sight = new Map(tx.snapshot.values);
    for (const [id, n] of tx.own) put(sight, id, n);
    const { outcome, writes } = perform(sight, request);
    const told: Outcome = this.#meets(tx, [...writes.keys()]) ? { refused: 'conflict' } : outcome;
    // Whatever fails inside a transaction ends it.
    if (typeof told === 'object' && 'refused' in told) this.#open.delete(name);
    else for (const [id, n] of writes) tx.own.set(id, n);
    return told;
  }

  /** Outside of transactions: waits while an open one holds what it would write; ask again after each step. */
  outside(request: Request): Outcome {
    this.#sweep();
    const { outcome, writes } = perform(this.values, request);
    if ([...writes.keys()].some((id) => this.#holder(id))) return 'waits';
    if (writes.size > 0) this.#apply(writes);
    return outcome;
  }

  #apply(writes: Map<string, number | undefined>): void {
    this.#commit += 1;
    for (const [id, n] of writes) {
      put(this.values, id, n);
      this.#changedAt.set(id, this.#commit);
    }
  }

  #meets(tx: Open, ids: string[]): boolean {
    const held = ids.some((id) => this.#holder(id, tx));
    const changed = ids.some((id) => !tx.own.has(id) && this.#changed(id, tx.snapshot?.commit ?? 0));
    if (held) this.conflicts.held += 1;
    else if (changed) this.conflicts.changed += 1;
    return held || changed;
  }

  #holder(id: string, except?: Open): boolean {
    return [...this.#open.values()].some((tx) => tx !== except && tx.own.has(id));
  }

  #changed(id: string, since: number): boolean {
    return (this.#changedAt.get(id) ?? 0) > since;
  }

  #sweep(): void {
    for (const [name, { startedAt }] of this.#open) {
      if (this.#now - startedAt >= LIFETIME_MS) this.#open.delete(name);
    }
  }
}

function put(values: Values, id: string, n: number | undefined): void {
  if (n === undefined) values.delete(id);
  else values.set(id, n);
}

interface Effect {
  outcome: Outcome;
  writes: Map<string, number | undefined>;
}

/** What a request comes to for who sees these values, were nobody else there. */
function perform(sight: Values, request: Request): Effect {
  const effect = (outcome: Outcome, ...writes: [string, number | undefined][]): Effect => ({
    outcome,
    writes: new Map(writes),
  });
  const from = (least: number) =>
    [...sight].filter(([, n]) => n >= least).sort(([a], [b]) => (a < b ? -1 : 1));
  if (request.kind === 'find') return effect({ rows: from(request.from) });
  if (request.kind === 'change') {
    const changed = from(request.from).filter(([, n]) => n !== request.n);
    return effect({ count: changed.length }, ...changed.map(([id]): [string, number] => [id, request.n]));
  }
  const there = sight.get(request.id);
  switch (request.kind) {
    case 'get':
      return effect({ rows: there === undefined ? [] : [[request.id, there]] });
    case 'remove':
      return there === undefined ? effect({ count: 0 }) : effect({ count: 1 }, [request.id, undefined]);
    case 'update':
      // One that changes nothing writes nothing, and so meets nobody.
      if (there === undefined || there === request.n) return effect({ count: 0 });
      return effect({ count: 1 }, [request.id, request.n]);
    case 'set':
      return effect(there === undefined ? { created: request.id } : { count: 1 }, [request.id, request.n]);
    case 'add':
      if (there !== undefined) return effect({ refused: 'duplicate' });
      return effect({ created: request.id }, [request.id, request.n]);
  }
}
