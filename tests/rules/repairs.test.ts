import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RepairDocument } from '../../cloudfunctions/modules/repairs/documents';
import { mayCorrect, mayObject, mayPublish } from '../../cloudfunctions/modules/repairs/policy';
import {
  BILLS_MAX,
  CORRECTIONS_MAX,
  dayProblem,
  daysAround,
  OBJECTIONS_MAX,
} from '../../cloudfunctions/modules/repairs/rules';
import type { Actor } from '../../cloudfunctions/kernel/person';

const NOW = 1_000;
const PLACE = 'xingfuli';

/** A neighbour who is also the property manager of the estate. */
const actor = {
  personId: 'p1',
  person: {
    ...{ _id: 'p1', name: '何静', places: [PLACE] },
    ties: [{ homeId: 'h1', path: [PLACE, 'h1'], relation: 'owner' }],
    offices: [
      { id: 'o1', office: 'property-manager', placeId: PLACE, path: [PLACE], fromAt: 0, untilAt: 9_999 },
    ],
  },
} as unknown as Actor;

const many = <T>(count: number, one: (n: number) => T): T[] =>
  Array.from({ length: count }, (_, n) => one(n));

function repairWith(counts: { bills?: number; objections?: number; corrections?: number }): RepairDocument {
  const { bills = 1, objections = 0, corrections = 0 } = counts;
  const answer = { text: '', by: '', at: 1 };
  return {
    ...{ placeId: PLACE, path: [PLACE], stage: 'published', found: {}, applied: null, begun: {} },
    bills: many(bills, () => ({ untilOn: '2026-03-20', publishedAt: 1 })),
    objections: many(objections, (n) => ({ id: `${n}`, personId: `q${n}`, at: 2, answer })),
    corrections: many(corrections, () => ({ step: 'found' })),
  } as unknown as RepairDocument;
}

describe('one case', () => {
  it.each([
    ['bills', BILLS_MAX, (repair: RepairDocument) => mayPublish(actor, NOW, repair)],
    ['objections', OBJECTIONS_MAX, (repair: RepairDocument) => mayObject(actor, repair, '2026-03-10')],
    [
      'corrections',
      CORRECTIONS_MAX,
      (repair: RepairDocument) => mayCorrect(actor, NOW, 'working', repair, []),
    ],
  ] as const)('[URG-8] holds so many %s and not one more: %i', (kind, most, ask) => {
    expect(ask(repairWith({ [kind]: most - 1 }))).toBeNull();
    expect(ask(repairWith({ [kind]: most }))).toBe('REPAIR_FULL');
  });
});

describe('the day of a corrected step', () => {
  const days = fc.integer({ min: 1, max: 28 }).map((n) => `2026-03-${String(n).padStart(2, '0')}`);
  const step = fc.option(days.map((doneOn) => ({ doneOn })));

  it('[URG-7] never puts the steps out of their order, however far the case has come', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('found' as const, 'applied' as const, 'working' as const),
        fc.tuple(days, step, step, step),
        days,
        (which, [foundOn, applied, begun, bill], doneOn) => {
          // As it stood before, in order.
          const [first = '', ...rest] = [foundOn, applied?.doneOn, begun?.doneOn, bill?.doneOn]
            .flatMap((day) => day ?? [])
            .sort();
          const next = () => ({ doneOn: rest.shift() ?? '' });
          const before = {
            found: { doneOn: first },
            applied: applied && next(),
            begun: begun && next(),
            bills: bill ? [next()] : [],
          };
          const changed = {
            found: which === 'found' ? { doneOn } : before.found,
            applied: which === 'applied' ? { doneOn } : before.applied,
            begun: which === 'working' ? { doneOn } : before.begun,
          };
          const order = [changed.found, changed.applied, changed.begun, ...before.bills].flatMap((one) =>
            one ? [one.doneOn] : [],
          );
          const limits = { today: '2026-03-28', ...daysAround(which, before) };
          const inOrder = order.join() === [...order].sort().join();
          expect(dayProblem(doneOn, limits) === null).toBe(inOrder);
        },
      ),
    );
  });
});
