import type { Block, PrintedDocument } from '@contract/documents';
import type { VoteFacts } from '../../cloudfunctions/modules/documents/rules/facts';
import type { ResultFacts } from '../../cloudfunctions/modules/documents/rules/resolution';
import { paperOf } from '../../cloudfunctions/modules/documents/rules/paper';
import type { PaperVoter } from '../../cloudfunctions/modules/documents/rules/voters';
import { decide } from '../../cloudfunctions/modules/motions/rules/decide';
import { HEAD_WORDS, outcomeWords, ruleView, worthView } from '../../cloudfunctions/modules/motions/words';

const AT = Date.parse('2026-03-02T09:00:00+08:00');
const DAY = 86_400_000;
const ROLL = { heads: 100, area: 1_000_000, hash: 'ab'.repeat(32), frozenAt: AT };
const RULED = { rule: 'owners-special', membership: null, base: null, turnout: null, options: [] } as const;

/** A vote of owners by heads and area whose figures add up. */
export function voteFacts(changes: Partial<VoteFacts> = {}): VoteFacts {
  return {
    ...{ id: 'm'.repeat(32), title: '加装电梯，您同意吗？', text: '三栋加装电梯，预算四十万元。' },
    ...{ placeName: '幸福里小区', body: 'owners', bodyLabel: '业主大会', subjectLabel: '改建' },
    ...{ worth: worthView('statutory'), rule: ruleView({ ...RULED, options: [] }) },
    ...{
      headWords: HEAD_WORDS['owner-groups'],
      unit: '户',
      bothUsed: null,
      extension: null,
      phase: 'open',
      tally: null,
      roll: ROLL,
    },
    choices: [
      { choice: 'yes', label: '同意' },
      { choice: 'no', label: '反对' },
      { choice: 'abstain', label: '弃权' },
    ],
    ...{ opensAt: AT, closesAt: AT + 10 * DAY, closingChanges: [] },
    ...changes,
  };
}

/** What was counted of it: 80 of 100 heads took part, 61 agreed. */
export function resultFacts(changes: Partial<ResultFacts> = {}): ResultFacts {
  const cast = {
    yes: { heads: 61, area: 600_050 },
    no: { heads: 15, area: 150_000 },
    abstain: { heads: 4, area: 1 },
  };
  const verdict = decide('owners-special', { all: { heads: 100, area: 1_000_000 }, cast });
  const vote = voteFacts({ phase: 'counted' });
  const choices = vote.choices.map((choice, n) => ({ ...choice, ...Object.values(cast)[n] }));
  const tally = {
    ...{
      motionId: vote.id,
      title: vote.title,
      placeName: vote.placeName,
      worth: vote.worth,
      rule: vote.rule,
    },
    ...{ verdict, unit: '户', outcomeWords: outcomeWords({ worth: 'statutory', options: [] }, verdict) },
    cast: choices.map((one) => ({ heads: 0, area: 0, ...one })),
    all: { heads: 100, area: 1_000_000 },
    notVoted: { heads: 20, area: 249_949 },
    ...{ presentByPhone: null, papers: null, paperLines: [], countedAt: AT + 10 * DAY, rollHash: ROLL.hash },
    publication: { days: 15, earliestUntilOn: '2026-03-27' },
  };
  return {
    ...{ vote: { ...vote, tally }, tally, issuer: '幸福里小区业主委员会', pageCode: null, anchorCode: null },
    resolution: {
      ...{ id: 'c0ffee00'.repeat(4), title: vote.title, text: '同意加装电梯。', items: [] },
      ...{ publishedAt: AT + 11 * DAY, publishedUntilOn: '2026-03-28' },
    },
    anchor: {
      motionId: vote.id,
      rollHash: ROLL.hash,
      keyId: 'dbc298251c51321b',
      seal: { number: 7, hash: 'cd'.repeat(32) },
    },
    ...changes,
  };
}

export const paperVoter = (n: number, changes: Partial<PaperVoter> = {}): PaperVoter => ({
  ...{ entryId: `e${n}`, label: `3栋1单元${n}`, area: 8950 + n, groupId: '3', voted: false },
  ...changes,
});

/** Blocks as the call would give them. */
export const printedOf = (blocks: Block[], title = '加装电梯'): PrintedDocument =>
  paperOf('resolution', { name: '决议书', title, blocks }, AT);
