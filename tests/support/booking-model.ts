/** A room in the plainest words: hours of days, each with what lies in it. Knows nothing of how the cloud keeps it. */
export interface ModelBooking {
  id: string;
  who: string;
  on: string;
  from: number;
  to: number;
  state: 'waiting' | 'offered' | 'pending' | 'booked' | 'meeting';
  /** When a request or an offer falls. */
  until: number;
}

type Time = Pick<ModelBooking, 'on' | 'from' | 'to'>;

const HOUR = 3_600_000;
const REQUEST_MS = 24 * HOUR;
const OFFER_MS = 12 * HOUR;

/** The oracle of the sequences: what must be refused with which code, and who must have what afterwards. */
export class BookingModel {
  all: ModelBooking[] = [];
  readonly closed = new Set<string>();
  /** Ids of bookings that new hours or a meeting took: their persons must hear of it. */
  readonly displaced: string[] = [];

  constructor(readonly quota: number) {}

  at(time: Time, except = ''): ModelBooking[] {
    const minutes = new Set(Array.from({ length: time.to - time.from }, (_, n) => time.from + n));
    return this.all
      .filter(({ on, state, id }) => on === time.on && state !== 'waiting' && id !== except)
      .filter(({ from, to }) =>
        Array.from({ length: to - from }, (_, n) => from + n).some((m) => minutes.has(m)),
      )
      .sort((a, b) => a.from - b.from);
  }

  used(who: string, except = ''): number {
    const counts = (one: ModelBooking) => one.state === 'pending' || one.state === 'booked';
    return this.all.filter((one) => one.who === who && one.id !== except && counts(one)).length;
  }

  refusal(who: string, time: Time, except = ''): string {
    if (this.closed.has(time.on)) return 'BOOKING_CLOSED';
    if (this.at(time, except).length > 0) return 'BOOKING_TAKEN';
    return this.used(who, except) >= this.quota ? 'BOOKING_QUOTA' : 'ok';
  }

  waitRefusal(who: string, time: Time): string {
    if (this.closed.has(time.on)) return 'BOOKING_CLOSED';
    const there = this.at(time);
    if (there.length === 0) return 'BOOKING_FREE';
    const same = (one: ModelBooking) =>
      one.state === 'waiting' &&
      one.who === who &&
      one.on === time.on &&
      one.from === time.from &&
      one.to === time.to;
    return this.all.some(same) || there.some((one) => one.who === who) ? 'BOOKING_WAITING' : 'ok';
  }

  ask(id: string, who: string, time: Time, now: number): void {
    this.all.push({ id, who, ...time, state: 'pending', until: now + REQUEST_MS });
  }

  wait(id: string, who: string, time: Time): void {
    this.all.push({ id, who, ...time, state: 'waiting', until: Infinity });
  }

  /** Takes one away and asks who waits, in the order of coming. */
  end(id: string, now: number): void {
    const gone = this.all.find((one) => one.id === id);
    this.all = this.all.filter((one) => one.id !== id);
    if (gone) this.offer(gone.on, now);
  }

  offer(on: string, now: number): void {
    if (this.closed.has(on)) return;
    for (const one of this.all) {
      if (one.state !== 'waiting' || one.on !== on || this.at(one).length > 0) continue;
      Object.assign(one, { state: 'offered', until: now + OFFER_MS });
      // Whoever is asked again for an offer that falls comes after those who came before.
    }
  }

  displace(id: string, now: number): void {
    this.displaced.push(id);
    this.end(id, now);
  }

  /** What falls by its time alone, the longest due first. */
  tick(now: number): void {
    const due = this.all.filter(({ until, state }) => until <= now && state !== 'booked');
    for (const { id } of due.sort((a, b) => a.until - b.until)) this.end(id, now);
  }

  lines(): string[] {
    return this.all.map(({ id, on, from, to, state }) => `${on} ${from}-${to} ${state} ${id}`).sort();
  }
}
