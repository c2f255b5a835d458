import type { Block } from '@contract/documents';
import { dateWords, dayWords } from './dates';
import { objections } from './objections';
import { anchorBlocks, numberOf, type ResultFacts, resultName, termLines } from './resolution';
import { changeBlocks, sheetsAfter } from './rules-change';
import * as parts from './vote-parts';

const NAMES: Record<string, string> = {
  决议书: '决议公示',
  表决结果: '表决结果公示',
  预表决结果: '预表决结果公示',
  意见征询结果: '意见征询结果公示',
};

export function noticeName(tally: ResultFacts['tally']): string {
  return NAMES[resultName(tally)] ?? '公示';
}

/** 公示, to be hung on the wall: result, term, where to object, and the anchor (DOC-10). */
export function publicNoticeBlocks(facts: ResultFacts): Block[] {
  const { vote, tally, resolution, issuer } = facts;
  return [
    { kind: 'title', text: noticeName(tally) },
    { kind: 'number', text: numberOf(resolution) },
    {
      kind: 'paragraph',
      text: `${vote.placeName}${vote.bodyLabel}就“${vote.title}”进行了${tally.worth.label}（${tally.worth.words}），结果是：${tally.outcomeWords}。现予公示，公示期到${dayWords(resolution.publishedUntilOn)}。`,
    },
    { kind: 'lines', lines: [...parts.timeLines(vote), ...termLines(resolution)] },
    parts.choiceTable(vote, tally),
    ...parts.comparisonTable(vote, tally),
    { kind: 'heading', text: '内容' },
    { kind: 'paragraph', text: resolution.text },
    ...changeBlocks(vote),
    { kind: 'heading', text: '有异议怎么办' },
    ...objections(vote.body, tally.worth.id, issuer).map((text) => ({ kind: 'paragraph' as const, text })),
    { kind: 'stamp', issuer, on: dateWords(resolution.publishedAt) },
    ...anchorBlocks(facts),
    ...sheetsAfter([vote]),
  ];
}
