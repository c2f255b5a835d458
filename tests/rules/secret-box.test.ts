import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Choice } from '@contract/decision';
import { secretBallotBlocks } from '../../cloudfunctions/modules/documents/rules/paper-ballots';
import { takenListBlocks } from '../../cloudfunctions/modules/documents/rules/door-list';
import { rollSecretRefusal } from '../../cloudfunctions/modules/motions/policy/box';
import {
  boxFigures,
  boxRefusal,
  contentFits,
  reminderDue,
  sameContent,
  secretKind,
} from '../../cloudfunctions/modules/motions/rules/secret';
import { paperVoter, voteFacts } from '../support/paper-facts';
import { contentOf } from '../support/secret-ballots';

const OFFERED: Choice[] = ['yes', 'no', 'abstain'];
const invalid = (papers: number) => ({ kind: 'invalid' as const, papers, reason: '数了两遍' });

describe('a roll', () => {
  it.each([
    [9, 'SECRET_TOO_FEW'],
    [10, null],
  ])('[SECRET-2] of %i voters votes in secret or is too small for it: %s', (heads, refusal) => {
    expect(rollSecretRefusal({ ballot: 'secret' }, heads)).toBe(refusal);
    expect(rollSecretRefusal({ ballot: 'named' }, heads)).toBeNull();
  });
});

describe('what is in a box', () => {
  it('[SECRET-1] is never taken of voters who weigh by area', () => {
    expect((['persons', 'homes', 'delegates', 'owner-groups'] as const).map(secretKind)).toEqual([
      true,
      true,
      true,
      false,
    ]);
  });

  it.each([
    [contentOf({ yes: 2, no: 1 }), contentOf({ no: 1, yes: 2, abstain: 0 }), true],
    [contentOf({ yes: 2 }), contentOf({ yes: 2 }, 1), false],
    [contentOf({ yes: 2 }), contentOf({ no: 2 }), false],
    [contentOf({ yes: 2 }), invalid(2), false],
    [invalid(3), { ...invalid(3), reason: '另一个原因' }, true],
    [invalid(3), invalid(4), false],
  ])('[SECRET-7] is the same to two officers where every figure is (%#)', (one, other, same) => {
    expect(sameContent(one, other, OFFERED)).toBe(same);
    expect(sameContent(other, one, OFFERED)).toBe(same);
  });

  it.each([
    [contentOf({ yes: 3 }), 3, null],
    [contentOf({ yes: 3 }, 1), 3, 'BOX_TOO_MANY'],
    [contentOf({ yes: 1 }), 3, null],
    [invalid(3), 3, 'BOX_NOT_OVER'],
    [invalid(4), 3, null],
  ])('[SECRET-7] is refused where it cannot be (%#)', (content, marked, refusal) => {
    expect(boxRefusal(content, marked)).toBe(refusal);
  });

  it('[SECRET-7] names the choices of the motion, each once', () => {
    expect(contentFits(contentOf({ yes: 1, 'option:1': 1 }), OFFERED)).toBe(false);
    const twice = {
      kind: 'counted' as const,
      spoiled: 0,
      counts: [1, 2].map((papers) => ({ choice: 'yes' as const, papers })),
    };
    expect(contentFits(twice, OFFERED)).toBe(false);
  });

  it('[SECRET-7] accounts for every mark: a ballot, spoiled, missing or not counted', () => {
    const papers = fc.nat({ max: 20 });
    fc.assert(
      fc.property(papers, papers, papers, papers, (yes, no, spoiled, missing) => {
        const marked = yes + no + spoiled + missing;
        for (const content of [contentOf({ yes, no }, spoiled), invalid(marked + 1), null]) {
          const { choices, ...aside } = boxFigures(content, marked);
          expect(choices.length + aside.spoiled + aside.missing + aside.uncounted).toBe(marked);
          expect(Math.min(aside.missing, aside.uncounted)).toBe(0);
        }
      }),
    );
  });

  it('[SECRET-7] is reminded of when it may be opened, and once more when little time is left', () => {
    const hour = 3_600_000;
    expect(reminderDue(0, 24 * hour, 60_000)).toBe('opened');
    expect(reminderDue(0, 24 * hour, 22 * hour)).toBe('late');
    expect(reminderDue(0, hour, 45 * 60_000)).toBe('late');
  });
});

describe('papers of a secret vote', () => {
  const vote = { ...voteFacts({ secret: true }), bothUsed: '以最先投的为准' };

  it('[SECRET-13] a ballot is the same for everybody: no voter, no room to sign, no number', () => {
    const blocks = secretBallotBlocks(vote);
    expect(blocks.some(({ kind }) => kind === 'signatures')).toBe(false);
    expect(JSON.stringify(blocks)).not.toMatch(/签名|核对码|投票人/);
    expect(blocks).toContainEqual({ kind: 'choices', choices: ['同意', '反对', '弃权'] });
  });

  it('[SECRET-13] the list to sign has everybody, whether or not they have voted', () => {
    const voters = [paperVoter(1, { voted: true }), paperVoter(2)];
    const list = { groupName: '3栋', voters, from: 0, madeAt: 0 };
    const table = takenListBlocks(vote, list).find(({ kind }) => kind === 'table');
    expect(table).toMatchObject({
      rows: [
        ['1', '3栋1单元1', '', '', ''],
        ['2', '3栋1单元2', '', '', ''],
      ],
    });
    const silent = takenListBlocks(vote, {
      ...list,
      voters: voters.map((one) => ({ ...one, voted: false })),
    });
    expect(silent).toEqual(takenListBlocks(vote, list));
  });
});
