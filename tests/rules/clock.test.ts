import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { choiceRefusal, offeredChoices } from '../../cloudfunctions/modules/motions/rules/ballot-choice';
import {
  ballotTimeRefusal,
  ballotWriteRefusal,
  closingChangeRefusal,
  countingBeginsAt,
  countRefusal,
} from '../../cloudfunctions/modules/motions/rules/clock';
import {
  ballotAction,
  type BallotRequest,
  type BallotRevision,
} from '../../cloudfunctions/modules/motions/rules/revision';
import { holds } from '../support/tallies';

const SECOND = 1_000;
const opensAt = Date.parse('2026-06-01T01:00:00Z');
const closesAt = Date.parse('2026-06-08T12:00:00Z');
const motion = { opensAt, closesAt };

describe('the clock of a vote', () => {
  it('[CLK-1] counts a ballot checked in the closing millisecond and none after', () => {
    expect(ballotTimeRefusal(motion, closesAt)).toBeNull();
    expect(ballotTimeRefusal(motion, closesAt + 1)).toBe('BALLOT_CLOSED');
  });

  it('[CLK-7] takes a ballot from the opening millisecond and none before', () => {
    expect(ballotTimeRefusal(motion, opensAt - 1)).toBe('BALLOT_NOT_OPEN');
    expect(ballotTimeRefusal(motion, opensAt)).toBeNull();
  });

  it('[CLK-2] gives up writing later than 30 s after the check', () => {
    expect(ballotWriteRefusal(closesAt, closesAt + 30 * SECOND)).toBeNull();
    expect(ballotWriteRefusal(closesAt, closesAt + 30 * SECOND + 1)).toBe('BALLOT_TOO_LATE');
  });

  it('[CLK-3] counts from 40 s after closing', () => {
    expect(countingBeginsAt(closesAt)).toBe(closesAt + 40 * SECOND);
    expect(countRefusal(closesAt, closesAt + 40 * SECOND - 1)).toBe('RESULT_PENDING');
    expect(countRefusal(closesAt, closesAt + 40 * SECOND)).toBeNull();
  });

  it('[CLK-3] begins after every ballot that counts has been written', () => {
    holds(
      fc.tuple(fc.integer({ min: opensAt, max: closesAt }), fc.nat(120 * SECOND)),
      ([checkedAt, took]) => {
        const written =
          ballotTimeRefusal(motion, checkedAt) ?? ballotWriteRefusal(checkedAt, checkedAt + took);
        if (written === null) expect(countRefusal(closesAt, checkedAt + took)).toBe('RESULT_PENDING');
      },
    );
  });

  it.each([
    ['earlier, a minute ahead', closesAt - 3_600 * SECOND, closesAt - 3_660 * SECOND, null],
    [
      'earlier, less than a minute ahead',
      closesAt - 3_600 * SECOND,
      closesAt - 3_660 * SECOND + 1,
      'CLOSING_TOO_SOON',
    ],
    ['earlier than now', closesAt - 3_600 * SECOND, closesAt - 3_599 * SECOND, 'CLOSING_TOO_SOON'],
    ['later, before it opens', closesAt + 3_600 * SECOND, opensAt - 1, null],
    ['later, once it is open', closesAt + 1, opensAt, 'EXTENSION_NOT_ANNOUNCED'],
    ['later, in the closing millisecond', closesAt + 3_600 * SECOND, closesAt, 'EXTENSION_NOT_ANNOUNCED'],
    ['later, once closed', closesAt + 3_600 * SECOND, closesAt + 1, 'BALLOT_CLOSED'],
    ['before it opens', opensAt, opensAt - 3_600 * SECOND, 'WINDOW_WRONG'],
  ] as const)('[CLK-4] [EXT-4] announces a new closing time %s', (_, newClosesAt, nowAt, refusal) => {
    expect(closingChangeRefusal(motion, newClosesAt, nowAt)).toBe(refusal);
  });

  it('[CLK-4] announces a later one a minute ahead of the old one, too, also where the vote opens within it', () => {
    const short = { opensAt: closesAt - 10 * SECOND, closesAt };
    const later = (nowAt: number) => closingChangeRefusal(short, closesAt + 3_600 * SECOND, nowAt);
    expect([later(closesAt - 60 * SECOND), later(closesAt - 60 * SECOND + 1)]).toEqual([
      null,
      'CLOSING_TOO_SOON',
    ]);
  });

  it('[CLK-4] never changes the closing time under a ballot on its way', () => {
    const instants = fc.integer({ min: closesAt - 300 * SECOND, max: closesAt + 300 * SECOND });
    holds(fc.tuple(instants, instants, fc.nat(30 * SECOND)), ([newClosesAt, nowAt, took]) => {
      if (closingChangeRefusal(motion, newClosesAt, nowAt) !== null) return;
      // Checked against the old time just before the announcement, written as late as may be.
      expect(countRefusal(newClosesAt, nowAt + took)).toBe('RESULT_PENDING');
      expect(ballotTimeRefusal({ opensAt, closesAt: newClosesAt }, nowAt)).toBeNull();
    });
  });
});

describe('changing a ballot', () => {
  const first: BallotRequest = { replaces: 0, choice: 'yes', clientId: 'call-1' };
  const second: BallotRequest = { replaces: 1, choice: 'no', clientId: 'call-2' };
  const made = (requests: readonly BallotRequest[]) =>
    requests.map(
      ({ choice, clientId }, index): BallotRevision => ({ revision: index + 1, choice, clientId }),
    );

  it('[CLK-5] writes a change that names the current revision', () => {
    expect(ballotAction([], first)).toBe('write');
    expect(ballotAction(made([first]), second)).toBe('write');
  });

  it('[CLK-5] does not write over a revision that the change does not name', () => {
    const other = { replaces: 1, choice: 'abstain', clientId: 'call-3' };
    expect(ballotAction(made([first, second]), other)).toBe('conflict');
    expect(ballotAction(made([first]), { ...other, replaces: 2 })).toBe('conflict');
    expect(ballotAction(made([first]), { ...other, replaces: 0 })).toBe('conflict');
  });

  it('[CLK-6] does nothing at a retry, also one that arrives after a change', () => {
    expect(ballotAction(made([first]), first)).toBe('repeat');
    expect(ballotAction(made([first, second]), first)).toBe('repeat');
    expect(ballotAction(made([first, second]), second)).toBe('repeat');
  });

  it('[CLK-5] tells a client id that comes back with something else', () => {
    expect(ballotAction(made([first]), { ...first, choice: 'no' })).toBe('reused');
    expect(ballotAction(made([first, second]), { ...second, replaces: 2 })).toBe('reused');
  });

  it('[CLK-6] ends at the same ballot whatever is repeated, and however late', () => {
    const calls = fc.array(fc.constantFrom('yes', 'no', 'abstain'), { minLength: 1, maxLength: 6 });
    const repeats = fc.array(fc.nat(5), { maxLength: 10 });
    holds(fc.tuple(calls, repeats), ([choices, late]) => {
      const requests = choices.map((choice, index) => ({
        replaces: index,
        choice,
        clientId: `call-${index}`,
      }));
      const history: BallotRevision[] = [];
      for (const request of [...requests, ...late.flatMap((index) => requests[index] ?? [])]) {
        if (ballotAction(history, request) === 'write')
          history.push(...made([request]).map(revised(history.length + 1)));
      }
      expect(history).toEqual(made(requests));
    });
  });

  const revised = (revision: number) => (made: BallotRevision) => ({ ...made, revision });
});

describe('choices', () => {
  it('[MOT-2] always offers 同意, 反对 and 弃权', () => {
    expect(offeredChoices()).toEqual(['yes', 'no', 'abstain']);
  });

  it('[MOT-2] offers 都不同意 and 弃权 beside several options', () => {
    expect(offeredChoices(2)).toEqual(['option:1', 'option:2', 'none-of-them', 'abstain']);
    expect(offeredChoices(20)).toHaveLength(22);
    for (const count of [0, 1, 21, 2.5, Number.NaN]) expect(() => offeredChoices(count)).toThrow(RangeError);
  });

  it.each(['yes', 'no', 'abstain'])(
    '[BAL-1] takes %s for a plain motion and not for one with options',
    (choice) => {
      expect(choiceRefusal(choice)).toBeNull();
      expect(choiceRefusal(choice, 3)).toBe(choice === 'abstain' ? null : 'CHOICE_UNKNOWN');
    },
  );

  it.each(['option:0', 'option:4', 'option:01', 'option:1 ', 'option:', 'YES', '', 'toString', '__proto__'])(
    '[BAL-1] refuses %j',
    (choice) => {
      expect(choiceRefusal(choice, 3)).toBe('CHOICE_UNKNOWN');
      expect(choiceRefusal(choice)).toBe('CHOICE_UNKNOWN');
    },
  );
});
