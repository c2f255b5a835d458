import type { ArticleDifference } from '@contract/charters';
import type { Block } from '@contract/documents';
import { fitsOnBallot } from './ballot-room';
import type { RulesChange, VoteFacts } from './facts';

/** Characters of changed articles that a paper holds beside everything else. */
const SHORT = 400;
type On = 'paper' | 'ballot';

type Changing = VoteFacts & { rules: RulesChange };

export function changesRules(vote: VoteFacts): vote is Changing {
  return vote.rules !== undefined;
}

const isChanged = ({ state }: ArticleDifference) => state !== 'same';

/** Whether articles that stay stand in another order: then only the whole text tells it. */
function isReordered(difference: readonly ArticleDifference[]): boolean {
  const numbers = difference.flatMap(({ before, after }) => (before && after ? [before.number] : []));
  return numbers.some((number, n) => number < (numbers[n - 1] ?? 0));
}

const leadOf = ({ title, effect }: RulesChange) =>
  `《${title}》改动的条文。${effect}没有列出的条文，文字不变，条号依次顺延。`;

/** Whether the change goes on a sheet of its own: beside it a ballot is one page (CHART-7). */
function isLong(vote: Changing, on: On): boolean {
  const { difference } = vote.rules;
  const changed = difference.filter(isChanged);
  if (isReordered(difference)) return true;
  if (on === 'ballot') return !fitsOnBallot(vote, leadOf(vote.rules), changed.map(rowOf));
  const length = changed.reduce(
    (sum, { before, after }) => sum + (before?.text.length ?? 0) + (after?.text.length ?? 0),
    0,
  );
  return length > SHORT;
}

/** '附件 3F0A91C2': the beginning of the hash, so that no other text has the same number. */
const sheetNumber = ({ hash }: RulesChange) => `附件 ${hash.slice(0, 8).toUpperCase()}`;

function rowOf({ state, before, after }: ArticleDifference): string[] {
  const whole = (side: { number: number; text: string }) => `第${side.number}条\n${side.text}`;
  if (!before) return ['（没有这一条）', after ? `新增：${whole(after)}` : ''];
  if (!after) return [whole(before), `（删去第${before.number}条）`];
  return [state === 'same' ? `第${before.number}条\n（文字不变）` : whole(before), whole(after)];
}

function articleTable({ base }: RulesChange, lines: readonly ArticleDifference[]): Block {
  return {
    kind: 'table',
    columns: [
      { title: `原来（第${base}版）`, width: 50, align: 'left' },
      { title: '改为', width: 50, align: 'left' },
    ],
    rows: lines.map(rowOf),
    tall: false,
  };
}

const countWords = ({ difference }: RulesChange) => `${difference.filter(isChanged).length}条`;

const whereWords = (rules: RulesChange) =>
  `改动${countWords(rules)}，逐条写在“${sheetNumber(rules)}”上，和本页一起才完整；没有拿到附件的，请先向工作人员要。`;
const REST = '没有列出的条文，文字不变，条号依次顺延。';
const hashWords = ({ hash }: RulesChange) => `改后全文的校验码（和手机上的一样）：${hash}`;

/** What the vote changes, old and new in words; where that is long, by number and hash of the sheet that says it (CHART-7). */
export function changeBlocks(vote: VoteFacts): Block[] {
  if (!changesRules(vote)) return [];
  const { rules } = vote;
  const heading = { kind: 'heading', text: `《${rules.title}》改动的条文` } as const;
  const hash = { kind: 'small', text: hashWords(rules) } as const;
  if (isLong(vote, 'paper')) {
    return [heading, { kind: 'paragraph', text: `${whereWords(rules)}${rules.effect}` }, hash];
  }
  const changed = articleTable(rules, rules.difference.filter(isChanged));
  return [heading, changed, { kind: 'small', text: `${REST}${rules.effect}` }, hash];
}

/** The same in less room: a ballot is one page. */
export function ballotChangeBlocks(vote: VoteFacts): Block[] {
  if (!changesRules(vote)) return [];
  const { rules } = vote;
  if (isLong(vote, 'ballot')) {
    const title = `《${rules.title}》改动的条文。${rules.effect}`;
    return [{ kind: 'small', text: [`${title}${whereWords(rules)}`, hashWords(rules)].join('\n') }];
  }
  return [
    { kind: 'small', text: leadOf(rules) },
    articleTable(rules, rules.difference.filter(isChanged)),
    { kind: 'small', text: hashWords(rules) },
  ];
}

/** The sheet: every article old and new, in the order of the new text. */
export function sheetBlocks({ rules, ...vote }: Changing): Block[] {
  return [
    { kind: 'title', text: `《${rules.title}》改动对照` },
    { kind: 'number', text: sheetNumber(rules) },
    {
      kind: 'lines',
      lines: [
        { label: '表决事项', value: vote.title },
        { label: '改动', value: `第${rules.base}版，改动${countWords(rules)}` },
        { label: '效力', value: rules.effect },
        { label: '校验码', value: rules.hash },
      ],
    },
    articleTable(rules, rules.difference),
    {
      kind: 'small',
      text: '校验码由改后的全文算出，改一个字就对不上；和表决票、手机上的校验码一样，就是同一份文字。',
    },
  ];
}

/** The sheets that follow a paper of these votes: of those whose change is too long for the paper itself (CHART-7). */
export function sheetsAfter(votes: readonly VoteFacts[], on: On = 'paper', note?: string): Block[] {
  return votes
    .filter(changesRules)
    .filter((vote) => isLong(vote, on))
    .flatMap((vote): Block[] => [
      { kind: 'page-break' },
      ...sheetBlocks(vote),
      ...(note ? [{ kind: 'small' as const, text: note }] : []),
    ]);
}
