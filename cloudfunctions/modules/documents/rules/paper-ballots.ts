import type { Block } from '@contract/documents';
import { dateWords, timeWords } from './dates';
import type { VoteFacts } from './facts';
import type { PaperVoter } from './voters';
import { ballotChangeBlocks, changesRules, sheetsAfter } from './rules-change';
import { ruleTable, weightWords } from './vote-parts';

const COPY = '工作人员：请按票数复印，每张票配一份附件，一起发。';

/** A vote that takes paper. */
export type PaperVote = VoteFacts & { bothUsed: string };

/** The rule as a table; beside a change of rules in a line, for a ballot is one page. */
function ruleBlocks(vote: PaperVote): Block[] {
  const { lines } = vote.rule;
  if (lines.length === 0) return [];
  if (!changesRules(vote)) return [ruleTable(vote)];
  const words = lines.map((line) => `${line.words}（${line.article}）`).join('；');
  return [{ kind: 'small', text: `通过的条件：${words}。` }];
}

function howCounted({ unit, closesAt, bothUsed, extension }: PaperVote): string {
  return [
    `1. 只能选一项，在方框里打“✓”。不选、多选或者看不清选的是哪一项，不能计入。`,
    `2. 这张票代表1${unit}。手机投票和纸质投票合起来只计一票，不会重复计算；两样都投了的，${bothUsed}。`,
    `3. 请在${timeWords(closesAt)}以前交给发票的工作人员，逾期不能计入。`,
    `4. 录入以后，由第二名工作人员对照原票核对。`,
    ...(extension ? [`5. ${extension}。`] : []),
  ].join('\n');
}

/** One voter's ballot, on a page of its own (DOC-5). */
export function paperBallotBlocks(vote: PaperVote, voter: PaperVoter): Block[] {
  return [
    { kind: 'title', text: '纸质表决票' },
    { kind: 'number', text: `${vote.placeName}　${vote.bodyLabel}` },
    {
      kind: 'lines',
      lines: [
        { label: '表决事项', value: vote.title },
        { label: '表决效力', value: `${vote.worth.label}（${vote.worth.words}）` },
        { label: '投票人', value: voter.label },
        { label: '计票', value: weightWords(voter.area, vote) },
      ],
    },
    { kind: 'paragraph', text: vote.text },
    ...ballotChangeBlocks(vote),
    { kind: 'choices', choices: vote.choices.map(({ label }) => label) },
    { kind: 'signatures', lines: ['投票人签名', '日期'] },
    ...ruleBlocks(vote),
    { kind: 'small', text: howCounted(vote) },
    {
      kind: 'small',
      text: `名册于${dateWords(vote.roll?.frozenAt ?? vote.opensAt)}确定，核对码 ${vote.roll?.hash ?? ''}`,
    },
  ];
}

function howCountedInSecret({ closesAt, extension }: PaperVote): string {
  return [
    '1. 只能选一项，在方框里打“✓”。不选、多选或者看不清选的是哪一项，是废票。',
    '2. 不要写名字，不要做记号。填好折起来，自己放进票箱，工作人员只登记您放过了。',
    `3. 请在${timeWords(closesAt)}以前放进票箱。手机投过的不能再用纸质票，放过纸质票的不能再在手机上投。`,
    '4. 截止以后开箱，两个人各数一遍，数得一样才计入。',
    ...(extension ? [`5. ${extension}。`] : []),
  ].join('\n');
}

/** A ballot of a secret vote: whose it is stands nowhere, and all are the same (SECRET-13). */
export function secretBallotBlocks(vote: PaperVote): Block[] {
  return [
    { kind: 'title', text: '无记名表决票' },
    { kind: 'number', text: `${vote.placeName}　${vote.bodyLabel}` },
    {
      kind: 'lines',
      lines: [
        { label: '表决事项', value: vote.title },
        { label: '表决效力', value: `${vote.worth.label}（${vote.worth.words}）` },
      ],
    },
    { kind: 'paragraph', text: vote.text },
    ...ballotChangeBlocks(vote),
    { kind: 'choices', choices: vote.choices.map(({ label }) => label) },
    ...ruleBlocks(vote),
    { kind: 'small', text: howCountedInSecret(vote) },
  ];
}

/** The ballots of several voters, one to a page, and what is to be handed out with each. */
export function paperBallotsBlocks(vote: PaperVote, voters: readonly PaperVoter[]): Block[] {
  const ballots = voters.flatMap((voter, n): Block[] => [
    ...(n > 0 ? [{ kind: 'page-break' as const }] : []),
    ...(vote.secret ? secretBallotBlocks(vote) : paperBallotBlocks(vote, voter)),
  ]);
  return [...ballots, ...sheetsAfter([vote], 'ballot', COPY)];
}
