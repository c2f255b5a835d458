import type { Body } from '@contract/decision';
import type { Block } from '@contract/documents';
import type { MeetingDetail } from '@contract/meetings';
import { codes } from './codes';
import { dateWords, timeWords } from './dates';
import type { Picture, VoteFacts } from './facts';
import { changeBlocks, sheetsAfter } from './rules-change';
import { ruleTable, timeLines } from './vote-parts';

export interface MeetingFacts {
  meeting: MeetingDetail;
  /** The announced votes on its agenda, by agenda item. */
  votes: { itemId: string | null; vote: VoteFacts }[];
  issuer: string;
  /** The code of the meeting's page. */
  pageCode: Picture;
}

const WHO: Record<Body, string> = {
  owners: '全体业主',
  'residents-assembly': '本社区年满18周岁的居民',
  'residents-delegates': '全体居民代表和居民委员会成员',
  'villagers-assembly': '本村年满18周岁的村民',
  'villagers-delegates': '全体村民代表和村民委员会成员',
  'villagers-group': '本组年满18周岁的村民',
  yard: '住在这里和在这里有房的邻居',
};

function whoComes({ body, membership }: MeetingDetail): string {
  return membership === 'households' ? '每户派一名代表' : WHO[body];
}

const guestWords = ({ name, partWords }: MeetingDetail['guests'][number]) => `${name}（${partWords}）`;

/** Who is invited besides, without a vote (ORG-2); no line where nobody is. */
function guestLine({ guests }: MeetingDetail): { label: string; value: string }[] {
  return guests.length > 0 ? [{ label: '受邀单位', value: guests.map(guestWords).join('、') }] : [];
}

/** What is on the agenda, in its order. */
export function agendaTable({ agenda, guests }: MeetingDetail): Block {
  return {
    kind: 'table',
    columns: [
      { title: '序号', width: 12, align: 'center' },
      { title: '议题', width: 40, align: 'left' },
      { title: '说明', width: 48, align: 'left' },
    ],
    rows: agenda.map(({ id, title, note, motions }, n) => {
      // A draft is the office's own, and what was cancelled is not voted on.
      const held = motions.filter(({ phase }) => phase !== 'draft' && phase !== 'cancelled');
      const vote = held.map((motion) => `表决：${motion.title}`).join('\n');
      const invited = guests
        .filter(({ itemId }) => itemId === id)
        .map((guest) => `受邀：${guestWords(guest)}`);
      return [String(n + 1), title, [note, ...invited, vote].filter((part) => part !== '').join('\n')];
    }),
    tall: false,
  };
}

/** A vote of the meeting before it is held: the question and its rule; there is nothing else to tell yet (MOT-6). */
function voteBlocks(vote: VoteFacts, n: number): Block[] {
  const choices = vote.choices.map(({ label }) => label).join('、');
  return [
    { kind: 'heading', text: `会上表决之${n + 1}：${vote.title}` },
    { kind: 'paragraph', text: vote.text },
    ...changeBlocks(vote),
    {
      kind: 'lines',
      lines: [
        { label: '表决效力', value: `${vote.worth.label}（${vote.worth.words}）` },
        { label: '选项', value: choices },
        { label: '计票办法', value: vote.headWords },
        ...timeLines(vote),
      ],
    },
    ...(vote.rule.lines.length > 0 ? [ruleTable(vote)] : []),
  ];
}

function noticePeriod({ notice, specialCircumstances }: MeetingDetail): Block {
  const period =
    notice.days > 0 ? `会议应当提前${notice.days}日通知（${notice.article}）。` : `按${notice.article}通知。`;
  const special = specialCircumstances ? `本次因特殊情况缩短通知时间，原因：${specialCircumstances}` : '';
  return { kind: 'paragraph', text: `${period}${special}` };
}

/** 会议通知: who, where, when, on what, by which rule (DOC-4). */
export function meetingNoticeBlocks({ meeting, votes, issuer, pageCode }: MeetingFacts): Block[] {
  // What was called off since is not voted on (MEET-11).
  const held = votes.map(({ vote }) => vote).filter(({ phase }) => phase !== 'cancelled');
  const { placeName, title, venue, startsAt, endsAt, convenerLabel, formName, noticedAt } = meeting;
  return [
    { kind: 'title', text: `关于召开${title}的通知` },
    { kind: 'number', text: `${placeName}　${formName}` },
    {
      kind: 'lines',
      lines: [
        { label: '召集人', value: convenerLabel },
        { label: '时间', value: `${timeWords(startsAt)} 至 ${timeWords(endsAt)}` },
        { label: '地点', value: venue },
        { label: '参加的人', value: whoComes(meeting) },
        ...guestLine(meeting),
        {
          label: '报到办法',
          value: '到会场后用手机扫报到码，或者在会议页面输入六位报到码；没有手机的请找工作人员登记。',
        },
      ],
    },
    { kind: 'heading', text: '议程' },
    agendaTable(meeting),
    ...held.flatMap(voteBlocks),
    { kind: 'heading', text: '通知时间' },
    noticePeriod(meeting),
    ...codes({ image: pageCode, caption: '微信扫一扫\n看议程、报到、表决' }),
    { kind: 'stamp', issuer, on: dateWords(noticedAt ?? startsAt) },
    ...sheetsAfter(held),
  ];
}
