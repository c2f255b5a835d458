import type { CallName } from '@contract/calls';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { ShiftDocument } from '../../cloudfunctions/modules/shifts/documents';
import { documentsOf } from '../support/documents';
import { startTestCloud, type TestCloud } from '../support/local-cloud';
import type { PersonKey } from '../support/motions';
import { freshId, smallCommunity, type SmallCommunity } from '../support/persons';
import { volunteerCallsOf } from '../support/volunteers';
import { codeOf } from '../support/wangs-paper';

const PEOPLE = ['wang', 'zhou', 'zhao', 'heJing', 'liuFang'] as const satisfies PersonKey[];
type Who = (typeof PEOPLE)[number];
const PLACES = 2;
const WAITLIST = 2;
const HOUR = 3_600_000;

const who = fc.constantFrom(...PEOPLE);
type Step =
  | { kind: 'claim' | 'withdraw' | 'accept' | 'decline'; who: Who }
  | { kind: 'again'; which: number }
  | { kind: 'half a day' | 'cancel' };
const steps: fc.Arbitrary<Step[]> = fc
  .tuple(
    fc.array(
      fc.oneof(
        { weight: 6, arbitrary: fc.record({ kind: fc.constant('claim' as const), who }) },
        { weight: 3, arbitrary: fc.record({ kind: fc.constant('withdraw' as const), who }) },
        {
          weight: 3,
          arbitrary: fc.record({ kind: fc.constantFrom('accept' as const, 'decline' as const), who }),
        },
        { weight: 2, arbitrary: fc.record({ kind: fc.constant('again' as const), which: fc.nat(20) }) },
        { weight: 1, arbitrary: fc.constant({ kind: 'half a day' as const }) },
      ),
      { minLength: 8, maxLength: 24 },
    ),
    fc.constantFrom<Step[]>([], [], [{ kind: 'cancel' }, { kind: 'claim', who: 'wang' }]),
  )
  .map(([first, last]) => [...first, ...last]);

/** A list on paper at the gate: names in two columns, and who was asked until when. */
class PaperList {
  in: Who[] = [];
  asked = new Map<Who, number>();
  line: Who[] = [];
  cancelled = false;

  private fill(now: number) {
    while (this.line.length > 0 && this.in.length + this.asked.size < PLACES) {
      this.asked.set(this.line.shift() as Who, now + 12 * HOUR);
    }
  }
  private has = (one: Who) => this.in.includes(one) || this.asked.has(one) || this.line.includes(one);

  claim(one: Who): string {
    if (this.has(one)) return 'ok';
    if (this.cancelled) return 'SHIFT_CANCELLED';
    if (this.in.length + this.asked.size < PLACES) this.in.push(one);
    else if (this.line.length < WAITLIST) this.line.push(one);
    else return 'SHIFT_FULL';
    return 'ok';
  }
  withdraw(one: Who, now: number): string {
    if (!this.has(one)) return 'SHIFT_NOT_CLAIMED';
    if (this.cancelled) return 'SHIFT_CANCELLED';
    this.in = this.in.filter((other) => other !== one);
    this.line = this.line.filter((other) => other !== one);
    this.asked.delete(one);
    this.fill(now);
    return 'ok';
  }
  accept(one: Who): string {
    if (this.in.includes(one)) return 'ok';
    if (this.cancelled) return 'SHIFT_CANCELLED';
    if (!this.asked.delete(one)) return 'SHIFT_NOT_OFFERED';
    this.in.push(one);
    return 'ok';
  }
  decline(one: Who, now: number): string {
    if (this.cancelled) return 'SHIFT_CANCELLED';
    if (!this.asked.delete(one)) return 'SHIFT_NOT_OFFERED';
    this.fill(now);
    return 'ok';
  }
  later(now: number): void {
    for (const [one, until] of this.asked) if (until <= now) this.asked.delete(one);
    if (!this.cancelled) this.fill(now);
  }
}

let cloud: TestCloud;
let yard: SmallCommunity;
let on: ReturnType<typeof volunteerCallsOf>;

/** A round is three years of a community; then the secretary's term ends, so each has its own. */
const ROUNDS = Array.from({ length: Number(process.env.YARD_ROUNDS ?? 1) }, (_, n) => n);

beforeEach(async () => {
  cloud = await startTestCloud();
  yard = await smallCommunity(cloud);
  on = volunteerCallsOf(cloud, yard);
  for (const person of PEOPLE) await on.described(person);
});
afterEach(() => cloud.close());

async function stored(id: string) {
  const shift = (await documentsOf<ShiftDocument>(cloud.cloud, 'shifts')).find(({ _id }) => _id === id);
  const name = (personId: string) => PEOPLE.find((key) => yard.people[key].personId === personId);
  const of = (state: string) =>
    (shift?.claims ?? [])
      .filter((one) => one.state === state)
      .sort((a, b) => a.n - b.n)
      .map(({ personId }) => name(personId));
  return { taken: of('taken').sort(), offered: of('offered').sort(), waiting: of('waiting') };
}

interface Sent {
  who: Who;
  action: CallName;
  input: { clientId: string; id: string };
  said: string;
}

async function run(all: readonly Step[]): Promise<void> {
  // The limits of calls are for ten minutes, and the shifts of the run before are over by then.
  await cloud.advance(45 * 24 * HOUR);
  const { id: task } = await on.made();
  const day = new Date(on.now() + 40 * 24 * HOUR).toISOString().slice(0, 10);
  const shape = { firstOn: day, lastOn: day, places: PLACES, waitlist: WAITLIST, withdrawHours: 0 };
  const id = (await on.laid(task, shape)).shifts[0]?.id ?? '';
  const paper = new PaperList();
  const sent: Sent[] = [];
  for (const step of all) {
    if (step.kind === 'half a day') {
      await cloud.advance(12 * HOUR);
      await on.timer();
      paper.later(on.now());
    } else if (step.kind === 'cancel') {
      await on.as('secretary').call('shifts.cancel', { clientId: freshId(), id, reason: '下雨' });
      paper.cancelled = true;
    } else if (step.kind === 'again') {
      const one = sent[step.which % Math.max(1, sent.length)];
      // What was answered with yes once is answered so again, and changes nothing.
      if (one?.said === 'ok') expect(codeOf(await on.as(one.who).send(one.action, one.input))).toBe('ok');
    } else if ('who' in step) {
      const action = `shifts.${step.kind}` as CallName;
      const input = { clientId: freshId(), id };
      const said = codeOf(await on.as(step.who).send(action, input));
      expect([step, said]).toEqual([step, paper[step.kind](step.who, on.now())]);
      sent.push({ who: step.who, action, input, said });
    }
    const { in: taken, asked, line } = paper;
    expect(await stored(id)).toEqual({
      taken: [...taken].sort(),
      offered: [...asked.keys()].sort(),
      waiting: line,
    });
  }
}

it.each(ROUNDS)(
  '[SHIFT-1] [SHIFT-2] [SHIFT-5] [SHIFT-6] [SHIFT-8] whatever people do with a shift, it is what a list on paper says (%i)',
  async (round) => {
    await fc.assert(
      fc.asyncProperty(steps, (all) => run(all)),
      { numRuns: 25, seed: 20_260_302 + round, endOnFailure: true },
    );
  },
  900_000,
);
