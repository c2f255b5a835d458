import type { Block } from '@contract/documents';
import { describe, expect, it } from 'vitest';
import type { RulesChange } from '../../../cloudfunctions/modules/documents/rules/facts';
import { paperBallotsBlocks } from '../../../cloudfunctions/modules/documents/rules/paper-ballots';
import { publicNoticeBlocks } from '../../../cloudfunctions/modules/documents/rules/public-notice';
import { resolutionBlocks } from '../../../cloudfunctions/modules/documents/rules/resolution';
import { paperVoter, resultFacts, voteFacts } from '../../support/paper-facts';

const rowsOf = (blocks: readonly Block[]) =>
  blocks.flatMap((block) => (block.kind === 'table' ? block.rows : []));
const wordsOf = (blocks: readonly Block[]) => JSON.stringify(blocks);

describe('a vote on written rules', () => {
  const text = (length: number) => '条'.repeat(length);
  const changed = (length = 20) => ({
    ...{ state: 'changed' as const, before: { number: 2, text: text(length) } },
    after: { number: 3, text: `改${text(length)}` },
  });
  const stays = (was: number, is: number) => ({
    ...{ state: 'same' as const, before: { number: was, text: `留${was}` } },
    after: { number: is, text: `留${was}` },
  });
  const removed = { state: 'removed' as const, before: { number: 4, text: '旧' }, after: null };
  const added = { state: 'added' as const, before: null, after: { number: 2, text: '新' } };
  const vote = (difference: RulesChange['difference']) => {
    const rules = {
      title: '议事规矩',
      base: 2,
      hash: 'ab12cd34'.repeat(8),
      effect: '成为第3版。',
      difference,
    };
    return { ...voteFacts({ rules }), bothUsed: '以最后投的为准' };
  };
  const papersOf = (of: ReturnType<typeof vote>) => {
    const facts = resultFacts();
    const result = { ...facts, vote: { ...facts.vote, rules: of.rules } };
    return [
      paperBallotsBlocks(of, [paperVoter(1), paperVoter(2)]),
      paperBallotsBlocks({ ...of, secret: true }, [paperVoter(1)]),
      publicNoticeBlocks(result),
      resolutionBlocks(result),
    ];
  };
  const breaks = (blocks: readonly Block[]) => blocks.filter(({ kind }) => kind === 'page-break').length;

  it('[CHART-7] carries the changed articles, old and new, on each of its papers where they are short', () => {
    const short = vote([stays(1, 1), added, changed(15), removed]);
    for (const blocks of papersOf(short).slice(1)) {
      expect(rowsOf(blocks)).toEqual(
        expect.arrayContaining([
          ['（没有这一条）', '新增：第2条\n新'],
          [`第2条\n${text(15)}`, `第3条\n改${text(15)}`],
          ['第4条\n旧', '（删去第4条）'],
        ]),
      );
      expect(wordsOf(blocks)).toContain(short.rules?.hash);
      expect(wordsOf(blocks)).not.toContain('附件');
      expect(wordsOf(blocks)).not.toContain('留1');
    }
    // A ballot that is signed is full: the sheet behind it has the articles.
    const [signed = []] = papersOf(short);
    expect(wordsOf(signed)).toContain('附件 AB12CD34');
    expect(rowsOf(signed)).toContainEqual([`第2条\n${text(15)}`, `第3条\n改${text(15)}`]);
    expect(wordsOf(papersOf(vote([]))[1] ?? [])).not.toContain('（没有这一条）');
    expect(wordsOf(paperBallotsBlocks({ ...short, rules: undefined }, [paperVoter(1)]))).not.toContain(
      '改动',
    );
  });

  it.each([
    ['long', [changed(250), stays(5, 5)]],
    ['in another order', [stays(2, 1), stays(1, 2)]],
  ])(
    '[CHART-7] names the number and the hash of the sheet that follows where the change is %s',
    (_, difference) => {
      const long = vote(difference);
      for (const blocks of papersOf(long)) {
        const at = blocks.findLastIndex(({ kind }) => kind === 'page-break');
        const [before, sheet] = [blocks.slice(0, at), blocks.slice(at)];
        for (const side of [before, sheet]) {
          expect(wordsOf(side)).toContain('附件 AB12CD34');
          expect(wordsOf(side)).toContain(long.rules?.hash);
        }
        expect(rowsOf(before).flat().join()).not.toMatch(/条条|留/);
        expect(rowsOf(sheet)).toHaveLength(difference.length);
      }
      expect(papersOf(long).map(breaks)).toEqual([2, 1, 1, 1]);
      expect(papersOf(vote([changed(), stays(3, 4)])).map(breaks)).toEqual([2, 0, 0, 0]);
      // A ballot is one page: it names the sheet where a notice still holds the articles.
      expect(papersOf(vote([changed(100)])).map(breaks)).toEqual([2, 1, 0, 0]);
    },
  );

  it('[CHART-7] keeps a secret ballot on one page: many short articles, a long question or many choices send them to the sheet', () => {
    const secret = (
      changes: Partial<ReturnType<typeof vote>>,
      difference: RulesChange['difference'] = [changed(15), changed(15)],
    ) => breaks(paperBallotsBlocks({ ...vote(difference), secret: true, ...changes }, [paperVoter(1)]));
    const choices = vote([]).choices.flatMap((one) => [one, one]);
    expect(secret({})).toBe(0);
    expect(secret({}, Array<typeof removed>(20).fill(removed))).toBe(1);
    expect(secret({ text: '问'.repeat(120) })).toBe(1);
    expect(secret({ text: '一\n二\n三\n四' })).toBe(1);
    expect(secret({ choices })).toBe(1);
  });
});
