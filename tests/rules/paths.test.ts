import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BODIES, type Body, SUBJECTS, WORTHS } from '../../contract/decision';
import { RECORDED_STEPS, type RecordedStep } from '../../contract/paths';
import type { Actor } from '../../cloudfunctions/kernel/person';
import {
  mayCorrect,
  mayRecord,
  mayWithdraw,
  type PathState,
} from '../../cloudfunctions/modules/paths/policy';
import {
  dayProblem,
  missingBefore,
  RECORDS_MAX,
  standing,
  unrecordedBefore,
} from '../../cloudfunctions/modules/paths/rules/standing';
import { demandedBefore, GOOD_FOR, stepsFor } from '../../cloudfunctions/modules/paths/rules/steps';

const FOUR: RecordedStep[] = ['party-proposal', 'two-committees', 'party-members'];
const record = (step: RecordedStep, doneOn = '2026-03-02', setAside: object | null = null) => ({
  ...{ id: step, step, doneOn, setAside },
});
/** One that was recorded for a meeting or a vote; null: for the matter. */
const recordFor = (step: RecordedStep, forId: string | null, aside = false) => ({
  ...record(step, '2026-03-02', aside ? {} : null),
  forId,
});

describe('the steps of a body', () => {
  const DEMANDED: Record<Body, RecordedStep[]> = {
    owners: ['committee-told'],
    'residents-assembly': ['party-discussion'],
    'residents-delegates': ['party-discussion'],
    'villagers-assembly': FOUR,
    'villagers-delegates': FOUR,
    'villagers-group': [],
    yard: [],
  };

  it.each(BODIES)('[PATH-17] demands before a statutory vote of %s what its law asks for', (body) => {
    const question = { body, subject: 'community-matter' as const, onMeeting: true };
    expect(demandedBefore(question, 'statutory').map(({ step }) => step)).toEqual(DEMANDED[body]);
    expect(demandedBefore(question, 'straw')).toEqual([]);
    expect(demandedBefore(question, 'opinion')).toEqual([]);
  });

  it('[PATH-17] tells the committee of an owners’ meeting, and of no vote in writing', () => {
    const inWriting = { body: 'owners', subject: 'owners-other', onMeeting: false } as const;
    expect(demandedBefore(inWriting, 'statutory')).toEqual([]);
    expect(stepsFor(inWriting).map(({ step }) => step)).not.toContain('notice');
  });

  it('[PATH-12] ends with the filing of charters alone, and each step that is asked for names its text', () => {
    for (const body of BODIES) {
      for (const subject of SUBJECTS) {
        const steps = stepsFor({ body, subject, onMeeting: true });
        expect(steps.some(({ step }) => step === 'filing')).toBe(subject === 'self-government-charter');
        expect(steps.every(({ asked, article }) => asked === (article !== ''))).toBe(true);
        expect(new Set(steps.map(({ step }) => step)).size).toBe(steps.length);
      }
    }
  });

  it('[PATH-17] finds the first missing step as a reading of its own does, whatever was recorded and set aside', () => {
    const one = fc.record({
      step: fc.constantFrom(...RECORDED_STEPS),
      aside: fc.boolean(),
    });
    fc.assert(
      fc.property(
        fc.constantFrom(...BODIES),
        fc.constantFrom(...WORTHS),
        fc.boolean(),
        fc.boolean(),
        fc.array(one),
        (body, worth, onMeeting, told, given) => {
          const records = given.map(({ step, aside }) => record(step, '2026-03-02', aside ? {} : null));
          const vote = { body, worth, subject: 'consultation', meetingId: onMeeting ? 'm' : null } as const;
          const there = (step: string) => given.some((each) => each.step === step && !each.aside);
          const asked = body === 'owners' && (!onMeeting || told) ? [] : DEMANDED[body];
          const expected = worth === 'statutory' ? asked.find((step) => !there(step)) : undefined;
          expect(missingBefore(vote, records, told)?.step).toBe(expected);
        },
      ),
    );
  });
});

describe('what one doing of a step is good for', () => {
  it.each([
    ['party-discussion', 'matter'],
    ['party-proposal', 'matter'],
    ['two-committees', 'matter'],
    ['party-members', 'matter'],
    ['committee-told', 'meeting'],
    ['filing', 'vote'],
  ] as const)('[PATH-20] is by its article, of %s: the %s', (step, good) => {
    expect(GOOD_FOR[step]).toBe(good);
    expect(standing([recordFor(step, 'first')], step, 'first')).not.toBeNull();
    const again = standing([recordFor(step, good === 'matter' ? null : 'first')], step, 'second');
    expect(again === null).toBe(good !== 'matter');
  });

  it('[PATH-20] never lets a word to the committee of another meeting stand for this one, whatever was recorded, cancelled and recorded again', () => {
    const ids = fc.constantFrom('first', 'second', 'third');
    const one = fc.tuple(fc.constantFrom(...RECORDED_STEPS), ids, fc.boolean());
    fc.assert(
      fc.property(fc.constantFrom(...BODIES), ids, fc.array(one), (body, meetingId, given) => {
        const records = given.map(([step, id, aside]) =>
          recordFor(step, GOOD_FOR[step] === 'matter' ? null : id, aside),
        );
        const vote = { body, worth: 'statutory', subject: 'consultation', meetingId } as const;
        const missing = missingBefore(vote, records, false)?.step ?? null;
        const told = given.some(
          ([step, id, aside]) => step === 'committee-told' && id === meetingId && !aside,
        );
        expect(missing === 'committee-told').toBe(body === 'owners' && !told);
        // What is the matter's is asked for once, however many meetings it sees.
        const elsewhere = missingBefore({ ...vote, meetingId: 'another' }, records, true)?.step ?? null;
        if (body !== 'owners') expect(elsewhere).toBe(missing);
      }),
    );
  });
});

describe('one board', () => {
  const secretary = { office: 'secretary', placeId: 'lantian', path: ['lantian'], fromAt: 0, untilAt: 9_999 };
  const actor = { personId: 'p1', person: { _id: 'p1', ties: [], offices: [secretary] } } as unknown as Actor;
  const boardOf = (entries: number): PathState => ({
    ...{ path: ['lantian'], here: { meeting: null, vote: null }, inUse: [], opensOn: {}, votedOn: null },
    records: Array.from({ length: entries }, (_, n) => ({
      ...recordFor('party-discussion', null, n > 0),
      ...{ responsible: '', text: '', photos: [], by: '', at: 1 },
    })) as unknown as PathState['records'],
  });

  it('[PATH-21] holds a hundred entries, of which any can still be withdrawn', () => {
    const ask = (entries: number) => ({
      record: mayRecord(actor, 1, 'party-proposal', boardOf(entries)),
      correct: mayCorrect(actor, 1, 'party-discussion', boardOf(entries)),
      withdraw: mayWithdraw(actor, 1, 'party-discussion', boardOf(entries)),
    });
    expect(ask(RECORDS_MAX - 1)).toEqual({ record: null, correct: null, withdraw: null });
    expect(ask(RECORDS_MAX)).toEqual({ record: 'PATH_FULL', correct: 'PATH_FULL', withdraw: null });
  });
});

describe('the day of a step', () => {
  const limits = { today: '2026-03-10', opensOn: null, votedOn: null };
  const records = [record('party-proposal', '2026-03-03'), record('party-members', '2026-03-07')];

  it.each([
    ['2026-03-03', null],
    ['2026-03-07', null],
    ['2026-03-02', '日期不能早于前面的步骤'],
    ['2026-03-08', '日期不能晚于后面的步骤'],
    ['2026-03-11', '日期不能晚于今天'],
  ])('[PATH-14] of 商议 between 提议 on the 3rd and 审议 on the 7th: %s', (doneOn, problem) => {
    expect(dayProblem('two-committees', doneOn, records, limits)).toBe(problem);
  });

  it.each([
    ['party-discussion', '2026-03-05', null],
    ['party-discussion', '2026-03-06', '这一步要在表决开始以前，请核对日期'],
    ['filing', '2026-03-08', '备案要在表决以后，请核对日期'],
    ['filing', '2026-03-09', null],
  ] as const)('[PATH-14] of %s around a vote from the 5th to the 9th: %s', (step, doneOn, problem) => {
    const voted = { ...limits, opensOn: '2026-03-05', votedOn: '2026-03-09' };
    expect(dayProblem(step, doneOn, [], voted)).toBe(problem);
  });

  it('[PATH-14] names the step that has to come first; others stand by themselves', () => {
    expect(unrecordedBefore('party-members', [record('party-proposal')])).toBe('two-committees');
    expect(unrecordedBefore('two-committees', [record('party-proposal', '2026-03-01', {})])).toBe(
      'party-proposal',
    );
    expect(unrecordedBefore('party-discussion', [])).toBeNull();
  });
});
