import type { Choice } from '@contract/decision';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestCloud, type TestCloud } from './local-cloud';
import type { Detail } from './motions';
import { type PaperCalls, paperCallsOf, type Row } from './papers';
import { smallCommunity } from './persons';

const CHOICES: readonly Choice[] = ['yes', 'no', 'abstain'];

type Step =
  | { kind: 'phone'; choice: Choice }
  | { kind: 'enter'; choice: Choice; channel: 'paper' | 'door' }
  | { kind: 'agree' | 'differ' | 'reject' | 'again' | 'withdraw' | 'object' };

const choice = fc.constantFrom(...CHOICES);
const phone: fc.Arbitrary<Step> = fc.record({ kind: fc.constant('phone'), choice });

/** A paper with what happens between its entering and its end, which is where the orders differ. */
const paper = fc
  .record({
    entered: fc.record({
      kind: fc.constant('enter' as const),
      choice,
      channel: fc.constantFrom<('paper' | 'door')[]>('paper', 'door'),
    }),
    between: fc.array(phone, { maxLength: 2 }),
    end: fc.constantFrom<Step[]>(
      [{ kind: 'agree' }],
      [{ kind: 'agree' }],
      [{ kind: 'agree' }, { kind: 'object' }],
      [{ kind: 'differ' }],
      [{ kind: 'reject' }, { kind: 'object' }],
      [{ kind: 'reject' }, { kind: 'phone', choice: 'yes' }, { kind: 'again' }, { kind: 'agree' }],
      [{ kind: 'reject' }, { kind: 'again' }, { kind: 'differ' }, { kind: 'again' }, { kind: 'agree' }],
      [{ kind: 'withdraw' }],
      [{ kind: 'object' }],
      [{ kind: 'withdraw' }, { kind: 'object' }],
      [{ kind: 'differ' }, { kind: 'object' }],
      [],
    ),
  })
  .map(({ entered, between, end }): Step[] => [entered, ...between, ...end]);

const steps = fc
  .array(
    fc.oneof(
      phone.map((step) => [step]),
      paper,
      paper,
    ),
    { minLength: 2, maxLength: 5 },
  )
  .map((parts) => parts.flat());

interface Line {
  at: number;
  choice: Choice;
  channel: 'phone' | 'paper' | 'door';
}

type PaperLine = Line & { channel: 'paper' | 'door' };

/** What happened to one voter, as a clerk would write it into a book; nothing is worked out before it is asked for. */
class Book {
  private readonly phones: Line[] = [];
  private readonly papers: (PaperLine & { photos: number; checked: boolean; ended: boolean; back?: true })[] =
    [];
  private objected = false;

  constructor(private readonly precedence: 'first' | 'latest') {}

  get waiting() {
    return this.papers.find(({ checked, ended }) => !checked && !ended) ?? null;
  }

  get takesPaper(): boolean {
    const done = this.precedence === 'first' && this.papers.some(({ checked }) => checked);
    return !this.objected && !this.waiting && !done;
  }

  /** Where the first counts and a checked paper was there before the first ballot on the phone. */
  get takesPhone(): boolean {
    return this.precedence === 'latest' || !this.firstPaper;
  }

  private get firstPaper() {
    const begin = Math.min(...this.phones.map(({ at }) => at));
    return this.objected ? undefined : this.papers.find(({ checked, at }) => checked && at < begin);
  }

  phone(at: number, cast: Choice): void {
    this.phones.push({ at, choice: cast, channel: 'phone' });
  }

  enter(at: number, { choice: said, channel }: Pick<PaperLine, 'choice' | 'channel'>, photos: number): void {
    this.papers.push({ at, choice: said, channel, photos, checked: false, ended: false });
  }

  /** The same paper, written in again on its old line. */
  enterAnew(): void {
    if (this.rightable) this.rightable.ended = false;
  }

  end(how: 'checked' | 'ended'): void {
    if (this.waiting) this.waiting[how] = true;
  }

  /** The last paper that officers ended by reading it differently or sending it back, with none checked since. */
  get rightable() {
    const checked = this.papers.findLastIndex((one) => one.checked);
    return this.papers.slice(checked + 1).findLast(({ ended, back }) => ended && !back) ?? null;
  }

  /** Nobody brings this paper again. */
  takeBack(): void {
    if (this.waiting) this.waiting.back = true;
    this.end('ended');
  }

  object(): void {
    this.objected = true;
    this.end('ended');
  }

  /** Whether there is a paper that somebody could object to. */
  get openToObjection(): boolean {
    const mayCount = this.papers.some(({ checked }) => checked) || this.waiting || this.rightable;
    return !this.objected && Boolean(mayCount);
  }

  get counts(): Line | null {
    if (this.precedence === 'first') return this.firstPaper ?? this.phones.at(-1) ?? null;
    const papers = this.objected ? [] : this.papers.filter(({ checked }) => checked);
    const inTime = [...papers, ...this.phones].sort((a, b) => a.at - b.at);
    return inTime.at(-1) ?? null;
  }

  /** Papers that nobody will find among the ballots. */
  get uncounted(): number {
    return this.papers.length - (this.counts && this.counts.channel !== 'phone' ? 1 : 0);
  }
}

let cloud: TestCloud;
let to: PaperCalls;

/** Takes what is refused as refused, and fails on anything that was to be taken. */
async function taken<T>(expected: boolean, call: Promise<T>): Promise<T | null> {
  const answer = await call.catch(() => null);
  expect(answer !== null).toBe(expected);
  return answer;
}

async function play(precedence: 'first' | 'latest', all: readonly Step[]): Promise<void> {
  // Each sequence has a rate limit's window of its own.
  await cloud.advance(600_000);
  const motion = await to.poll(precedence);
  const entryId = await to.on.voterOf('wang', motion.id);
  const book = new Book(precedence);
  let row: Row | null = null;
  let papers = 0;
  const numbers = new Map<number, string>();
  const secretary = to.on.as('secretary');
  for (const step of all) {
    await cloud.advance(1000);
    const { waiting } = book;
    if (step.kind === 'phone') {
      const standing = (await to.ballot(motion.id, entryId))?.revision ?? 0;
      if (await taken(book.takesPhone, to.on.cast('wang', motion.id, step.choice, standing)))
        book.phone(to.now(), step.choice);
    } else if (step.kind === 'enter') {
      // Another number of photos each time: never the same paper once more (PAP-6).
      const photos = Array<string>(((papers + 1) % 9) + 1).fill(to.photo);
      const { channel } = step;
      const entering = to.enter(motion.id, entryId, step.choice, { photos, channel });
      const entered = await taken(book.takesPaper, entering);
      if (entered) {
        papers += 1;
        row = entered;
        book.enter(to.now(), step, photos.length);
      }
    } else if (row && step.kind === 'agree') {
      if (await taken(waiting !== null, to.confirm(row, waiting?.choice ?? 'yes'))) book.end('checked');
    } else if (row && step.kind === 'differ') {
      const wrong = CHOICES.find((one) => one !== waiting?.choice) ?? 'yes';
      if (await taken(waiting !== null, to.confirm(row, wrong))) book.end('ended');
    } else if (row && step.kind === 'reject') {
      const input = { ...to.named(row), reason: '看不清' };
      if (await taken(waiting !== null, to.on.as('gridWorker').call('motions.rejectPaper', input)))
        book.end('ended');
    } else if (step.kind === 'again' && book.rightable) {
      const { choice: said, channel, photos: kept } = book.rightable;
      const photos = Array<string>(kept).fill(to.photo);
      row = (await taken(book.takesPaper, to.enter(motion.id, entryId, said, { photos, channel }))) ?? row;
      if (book.takesPaper) book.enterAnew();
    } else if (row && step.kind === 'withdraw') {
      if (await taken(waiting !== null, secretary.call('motions.withdrawPaper', to.named(row))))
        book.takeBack();
    } else if (row && step.kind === 'object') {
      if (await taken(book.openToObjection, to.object('wang', motion.id, entryId))) book.object();
    }
    expect((await to.ballot(motion.id, entryId))?.choice ?? null).toBe(book.counts?.choice ?? null);
    const last = await to.lastBallot(motion.id, entryId);
    for (const { revision, proof } of last ? [...last.history, last] : []) {
      expect(numbers.get(revision) ?? proof?.commitment).toBe(proof?.commitment);
      numbers.set(revision, proof?.commitment ?? '');
    }
    expect(last?.revision ?? 0).toBe(numbers.size);
  }
  await ended(motion, book);
}

/** The voter is told which one counts, and the result says of all of them by which channel it came and how many came to nothing. */
async function ended(motion: Detail, book: Book): Promise<void> {
  const { counts } = book;
  const { ballot } = await to.mineOf('wang', motion.id);
  expect(ballot && { choice: ballot.choice, channel: ballot.channel }).toEqual(
    counts && { choice: counts.choice, channel: counts.channel },
  );
  await to.on.count(motion);
  const { verdict, papers } = await to.on.as('secretary').call('motions.tally', { id: motion.id });
  const cast = verdict.cast.flatMap((one) => (one.heads > 0 ? [[one.choice, one.heads]] : []));
  expect(cast).toEqual(counts ? [[counts.choice, 1]] : []);
  const channels = { phone: 0, paper: 0, door: 0, ...(counts && { [counts.channel]: 1 }) };
  expect(papers?.counted).toEqual(channels);
  const reasons = Object.values(papers?.uncounted ?? {}).map(Number);
  expect(reasons.every((one) => one >= 0)).toBe(true);
  expect(reasons.reduce((sum, one) => sum + one, 0)).toBe(book.uncounted);
}

/** Generated sequences of one voter against the book of a clerk, under both precedences. */
export function paperSequences(runs: number): void {
  beforeAll(async () => {
    cloud = await startTestCloud();
    to = await paperCallsOf(cloud, await smallCommunity(cloud));
  });
  afterAll(() => cloud.close());

  it.each(['first', 'latest'] as const)(
    '[PAP-8] [PAP-9] [PAP-10] [PAP-11] leaves what a clerk’s book says, tells its voter, and no number stands twice (%s)',
    async (precedence) => {
      await fc.assert(
        fc.asyncProperty(steps, (all) => play(precedence, all)),
        { numRuns: runs, seed: 8, endOnFailure: true },
      );
    },
    600_000,
  );
}
