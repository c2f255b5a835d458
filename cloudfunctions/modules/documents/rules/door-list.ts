import type { Block } from '@contract/documents';
import { timeWords } from './dates';
import type { VoteFacts } from './facts';
import type { PaperVoter } from './voters';

interface DoorList {
  /** '3栋' */
  groupName: string;
  /** The voters of this part, all of them without a ballot (DOC-7). */
  voters: readonly PaperVoter[];
  /** Where the part begins in the whole list, from 0. */
  from: number;
  madeAt: number;
}

/** 领票名单: everybody on the roll, to sign for the paper that they took; who has voted it does not know (SECRET-13). */
export function takenListBlocks(vote: VoteFacts, { groupName, voters, from, madeAt }: DoorList): Block[] {
  return [
    { kind: 'title', text: '领票名单' },
    { kind: 'number', text: `${vote.placeName}　${groupName}` },
    {
      kind: 'lines',
      lines: [
        { label: '表决事项', value: vote.title },
        { label: '截止时间', value: timeWords(vote.closesAt) },
        { label: '打印时间', value: timeWords(madeAt) },
      ],
    },
    listTable('投票人', '签名（领到无记名票）', voters, from),
    {
      kind: 'small',
      text: '名册上的人都在，谁投过了这里看不出。领票时签名，票上不写名字、不编号。不得问别人怎么投，不得看着别人填。',
    },
  ];
}

function listTable(who: string, sign: string, voters: DoorList['voters'], from: number): Block {
  return {
    kind: 'table',
    columns: [
      { title: '序号', width: 10, align: 'center' },
      { title: who, width: 34, align: 'left' },
      { title: sign, width: 30, align: 'left' },
      { title: '日期', width: 13, align: 'left' },
      { title: '备注', width: 13, align: 'left' },
    ],
    rows: voters.map(({ label }, n) => [String(from + n + 1), label, '', '', '']),
    tall: true,
  };
}

/** 入户名单: who has not voted yet, room to sign, and nothing about how anybody voted (DOC-7, BAL-13). */
export function doorListBlocks(vote: VoteFacts, { groupName, voters, from, madeAt }: DoorList): Block[] {
  return [
    { kind: 'title', text: '入户名单' },
    { kind: 'number', text: `${vote.placeName}　${groupName}` },
    {
      kind: 'lines',
      lines: [
        { label: '表决事项', value: vote.title },
        { label: '截止时间', value: timeWords(vote.closesAt) },
        { label: '打印时间', value: `${timeWords(madeAt)}，以后投了票的请跳过` },
        {
          label: '投票方式',
          value: vote.bothUsed === null ? '只在手机上投，不收纸质票' : '手机投，也收纸质票',
        },
      ],
    },
    listTable('还没投票的', vote.bothUsed === null ? '签名（已告知）' : '签名（收到表决票）', voters, from),
    {
      kind: 'small',
      text: '本名单只供入户使用，不得拍照外传；表决截止后请销毁。不得问别人怎么投。帮着填票要本人愿意并在场，登记时写明是谁帮的。',
    },
  ];
}
