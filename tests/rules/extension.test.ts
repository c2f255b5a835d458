import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { closingChangeRefusal } from '../../cloudfunctions/modules/motions/rules/clock';
import { extensionDue, latestClosing } from '../../cloudfunctions/modules/motions/rules/extension';

const MINUTE = 60_000;
const DAY = 86_400_000;
const opensAt = Date.parse('2026-02-20T09:00:00+08:00');
const closesAt = Date.parse('2026-02-27T18:00:00+08:00');
const motion = { opensAt, closesAt, extension: { days: 3 }, extended: null };

describe('an extension that was announced', () => {
  it.each([
    ['a millisecond too early', closesAt - 10 * MINUTE - 1, false],
    ['ten minutes before', closesAt - 10 * MINUTE, true],
    ['one minute before', closesAt - MINUTE, true],
    ['in the last minute', closesAt - MINUTE + 1, false],
    ['after the closing', closesAt + 1, false],
  ])('[EXT-2] is decided %s the closing: %s', (_, nowAt, due) => {
    expect(extensionDue(motion, nowAt)).toBe(due);
  });

  it.each([
    ['it was decided', { ...motion, extended: { at: closesAt - 9 * MINUTE, longer: false } }],
    ['none was announced', { ...motion, extension: null }],
    ['it has not opened', { ...motion, opensAt: closesAt - MINUTE }],
  ])('[EXT-2] is not decided where %s', (_, one) => {
    expect(extensionDue(one, closesAt - 2 * MINUTE)).toBe(false);
  });

  it('[EXT-5] moves the closing by whole days over the end of a month, and once', () => {
    expect(latestClosing(motion)).toBe(Date.parse('2026-03-02T18:00:00+08:00'));
    const extended = { at: closesAt - MINUTE, longer: true };
    expect(latestClosing({ ...motion, closesAt: closesAt + 3 * DAY, extended })).toBe(closesAt + 3 * DAY);
  });

  it('[EXT-2] [CLK-4] is only decided when a new closing may still be announced', () => {
    fc.assert(
      fc.property(fc.integer({ min: -20 * MINUTE, max: MINUTE }), (offset) => {
        const nowAt = closesAt + offset;
        if (!extensionDue(motion, nowAt)) return;
        // As if it were moved by hand before there were ballots: a minute ahead of the old closing and of the new one.
        const waiting = { ...motion, opensAt: nowAt + 1 };
        expect(closingChangeRefusal(waiting, latestClosing(motion), nowAt)).toBeNull();
      }),
    );
  });
});
