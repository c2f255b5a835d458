import type { Block } from '@contract/documents';
import type { TallyView } from '@contract/motions';
import type { ResolutionDetail } from '@contract/resolutions';
import { type Anchor, anchorText } from './anchor';
import { codes } from './codes';
import { dateWords, dayWords, timeWords } from './dates';
import type { Picture, VoteFacts } from './facts';
import { objections } from './objections';
import { changeBlocks, sheetsAfter } from './rules-change';
import * as parts from './vote-parts';

export interface ResultFacts {
  vote: VoteFacts;
  tally: TallyView;
  resolution: Pick<ResolutionDetail, 'id' | 'title' | 'text' | 'publishedAt' | 'publishedUntilOn' | 'items'>;
  /** '幸福里小区业委会': who publishes it and receives objections. */
  issuer: string;
  anchor: Anchor;
  /** The code of the resolution's page, and of the anchor. */
  pageCode: Picture;
  anchorCode: Picture;
}

/** Only what a statute made binding is called a resolution (RES-4). */
export function resultName({ worth, verdict }: Pick<TallyView, 'worth' | 'verdict'>): string {
  if (worth.id === 'opinion') return '意见征询结果';
  if (worth.id === 'straw') return '预表决结果';
  return verdict.outcome === 'passed' ? '决议书' : '表决结果';
}

/** '编号：2026-3F0A91C2': the year of its publication and the beginning of its id. */
export function numberOf({ id, publishedAt }: Pick<ResolutionDetail, 'id' | 'publishedAt'>): string {
  return `编号：${dateWords(publishedAt).slice(0, 4)}-${id.slice(0, 8).toUpperCase()}`;
}

const STATES = { open: '办理中', done: '已完工，等待确认', confirmed: '已办结' } as const;

/** What was given out to be done, by whom and until when (RES-5). */
export function workTable(items: ResolutionDetail['items']): Block[] {
  if (items.length === 0) return [];
  return [
    { kind: 'heading', text: '要办的事' },
    {
      kind: 'table',
      columns: [
        { title: '事项', width: 36, align: 'left' },
        { title: '负责', width: 22, align: 'left' },
        { title: '办结期限', width: 24, align: 'left' },
        { title: '进度', width: 18, align: 'left' },
      ],
      rows: items.map(({ title, responsible, dueOn, state }) => [
        title,
        responsible.label,
        dayWords(dueOn),
        STATES[state],
      ]),
      tall: false,
    },
  ];
}

/** The check code that lets a paper be compared with the database and with other papers (DOC-10). */
export function anchorBlocks(facts: Pick<ResultFacts, 'anchor' | 'pageCode' | 'anchorCode'>): Block[] {
  return [
    { kind: 'heading', text: '核对码' },
    { kind: 'small', text: anchorText(facts.anchor).trimEnd() },
    ...codes(
      { image: facts.pageCode, caption: '微信扫一扫\n看这次表决的全过程' },
      { image: facts.anchorCode, caption: '核对码\n（与上面的文字相同）' },
    ),
  ];
}

/** The publication's days, and the one on which it ends. */
export function termLines({ publishedAt, publishedUntilOn }: ResultFacts['resolution']) {
  return [{ label: '公示期', value: `${dateWords(publishedAt)} 至 ${dayWords(publishedUntilOn)}` }];
}

/** 决议书: everything that was asked, by which rule it was decided, and every figure (DOC-1). */
export function resolutionBlocks(facts: ResultFacts): Block[] {
  const { vote, tally, resolution, issuer } = facts;
  return [
    { kind: 'title', text: `${vote.placeName}${vote.bodyLabel}${resultName(tally)}` },
    { kind: 'number', text: numberOf(resolution) },
    {
      kind: 'lines',
      lines: [
        ...parts.questionLines(vote),
        ...parts.timeLines(vote),
        ...parts.rollLines(vote),
        { label: '表决结果', value: tally.outcomeWords },
        ...termLines(resolution),
      ],
    },
    { kind: 'heading', text: '内容' },
    { kind: 'paragraph', text: resolution.text },
    { kind: 'heading', text: '表决的题目' },
    { kind: 'paragraph', text: vote.text },
    ...changeBlocks(vote),
    { kind: 'heading', text: '计票' },
    { kind: 'lines', lines: parts.presenceLines(vote, tally) },
    parts.choiceTable(vote, tally),
    ...parts.comparisonTable(vote, tally),
    { kind: 'small', text: `${timeWords(tally.countedAt)}计票，结果当时固定，以后不能更改。` },
    ...workTable(resolution.items),
    { kind: 'heading', text: '异议和救济' },
    ...objections(vote.body, tally.worth.id, issuer).map((text) => ({ kind: 'paragraph' as const, text })),
    { kind: 'stamp', issuer, on: dateWords(resolution.publishedAt) },
    ...anchorBlocks(facts),
    ...sheetsAfter([vote]),
  ];
}
