/** What wants to be run when the clock reaches an instant: the timers of the local cloud. */
export interface ClockDriver {
  /** The next instant (epoch ms) at which something is due, or undefined. */
  nextDueAt(): number | undefined;
  /** Runs whatever is due at `at` or before; resolves when it has ended. */
  runDue(at: number): Promise<void>;
  /** The clock was set to `at`: what lay between is skipped. */
  jumped(at: number): void;
}

/** The cloud's clock: real time at first, and then wherever a test puts it. Functions' `Date` follows it. */
export interface CloudClock {
  /** Epoch ms. */
  now(): number;
  readonly frozen: boolean;
  /** Jumps to an instant, backwards too; timers in between are skipped. */
  set(at: number): void;
  /**
   * Moves on by `ms` (>= 0) and runs every timer that becomes due, in order, each at its own instant. Ends early when the clock is
   * set meanwhile.
   */
  advance(ms: number): Promise<void>;
  /** Stops the clock where it stands. */
  freeze(): void;
  /** Goes on from where it stands, as fast as real time. */
  run(): void;
  /** Back to real time. */
  real(): void;
  /** Registers a driver; the function that is returned removes it and resolves when what it runs has ended. */
  attach(driver: ClockDriver): () => Promise<void>;
  /** Something else is due than before: a driver's plan has changed. */
  replan(): void;
  /** The clock's state for worker threads: see SLOT. */
  readonly shared: SharedArrayBuffer;
}

/** Slots of the shared BigInt64Array: 1 when frozen, the instant at which it stands, its distance from real time. */
export const SLOT = { frozen: 0, standsAt: 1, offset: 2 } as const;

/** Longest wait of one setTimeout in ms: a machine that slept notices within a minute. */
const LONGEST_WAIT_MS = 60_000;

/** Milliseconds of a shared clock, for the main thread and workers alike. */
export function readClock(slots: BigInt64Array, realNow: () => number): number {
  if (Atomics.load(slots, SLOT.frozen) === 1n) return Number(Atomics.load(slots, SLOT.standsAt));
  return realNow() + Number(Atomics.load(slots, SLOT.offset));
}

class Clock implements CloudClock {
  readonly shared = new SharedArrayBuffer(3 * BigInt64Array.BYTES_PER_ELEMENT);
  private readonly slots = new BigInt64Array(this.shared);
  private readonly drivers = new Set<ClockDriver>();
  private moves: Promise<void> = Promise.resolve();
  private wakeUp: NodeJS.Timeout | undefined;
  /** How often the clock was put somewhere: an advance that is under way ends there. */
  private jumps = 0;

  now(): number {
    return readClock(this.slots, Date.now);
  }

  get frozen(): boolean {
    return Atomics.load(this.slots, SLOT.frozen) === 1n;
  }

  set(at: number): void {
    this.jumps += 1;
    this.place(at);
    this.announceJump();
  }

  advance(ms: number): Promise<void> {
    if (!(ms >= 0)) throw new RangeError(`advance takes ms >= 0, not ${ms}; set() goes back`);
    return this.inTurn(async () => {
      const { jumps } = this;
      const target = this.now() + Math.round(ms);
      for (let due = this.nextDueAt(); due !== undefined && due <= target; due = this.nextDueAt()) {
        if (due > this.now()) this.place(due);
        await this.runDue(due);
        if (this.jumps !== jumps) return;
      }
      if (target > this.now()) this.place(target);
    });
  }

  freeze(): void {
    const at = this.now();
    Atomics.store(this.slots, SLOT.standsAt, BigInt(at));
    Atomics.store(this.slots, SLOT.frozen, 1n);
    this.arm();
  }

  run(): void {
    const at = this.now();
    Atomics.store(this.slots, SLOT.offset, BigInt(at - Date.now()));
    Atomics.store(this.slots, SLOT.frozen, 0n);
    this.arm();
  }

  real(): void {
    this.jumps += 1;
    Atomics.store(this.slots, SLOT.offset, 0n);
    Atomics.store(this.slots, SLOT.frozen, 0n);
    this.announceJump();
  }

  attach(driver: ClockDriver): () => Promise<void> {
    this.drivers.add(driver);
    driver.jumped(this.now());
    this.arm();
    return () => {
      this.drivers.delete(driver);
      this.arm();
      return this.moves;
    };
  }

  replan(): void {
    this.arm();
  }

  private announceJump(): void {
    for (const driver of this.drivers) driver.jumped(this.now());
    this.arm();
  }

  private place(at: number): void {
    Atomics.store(this.slots, SLOT.standsAt, BigInt(Math.round(at)));
    if (!this.frozen) Atomics.store(this.slots, SLOT.offset, BigInt(Math.round(at) - Date.now()));
  }

  private nextDueAt(): number | undefined {
    const dues = [...this.drivers].map((driver) => driver.nextDueAt()).filter((due) => due !== undefined);
    return dues.length > 0 ? Math.min(...dues) : undefined;
  }

  private async runDue(at: number): Promise<void> {
    for (const driver of this.drivers) await driver.runDue(at);
  }

  /** One move at a time: two overlapping ones would run a timer at the wrong instant. */
  private inTurn(move: () => Promise<void>): Promise<void> {
    const done = this.moves.then(move).finally(() => this.arm());
    this.moves = done.catch(() => undefined);
    return done;
  }

  /** Sets the alarm for the next timer, when the clock runs by itself. */
  private arm(): void {
    clearTimeout(this.wakeUp);
    const due = this.frozen ? undefined : this.nextDueAt();
    if (due === undefined) return;
    const wait = Math.min(Math.max(due - this.now(), 0), LONGEST_WAIT_MS);
    this.wakeUp = setTimeout(() => void this.inTurn(() => this.wake()), wait);
    this.wakeUp.unref();
  }

  /** After a sleep of the machine each timer runs once, not once for every instant that was missed. */
  private async wake(): Promise<void> {
    const due = this.nextDueAt();
    const now = this.now();
    if (!this.frozen && due !== undefined && due <= now) await this.runDue(now);
  }
}

/** A clock at real time, or standing at `frozenAt` (epoch ms). */
export function createClock(options: { frozenAt?: number } = {}): CloudClock {
  const clock = new Clock();
  if (options.frozenAt !== undefined) {
    clock.freeze();
    clock.set(options.frozenAt);
  }
  return clock;
}
