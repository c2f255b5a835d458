import type { Block } from '@contract/documents';
import type { MinutesRecord, MinutesWords } from '@contract/minutes';
import { dateWords, timeWords } from './dates';
import type { VoteFacts } from './facts';
import type { MeetingFacts } from './meeting-notice';
import { recordBlocks, versionLines } from './minutes-record';
import { choiceTable, comparisonTable } from './vote-parts';

type Minutes = MinutesWords & { by: string; at: number };

/** What is printed, from the record whose hash stands beside it: a meeting that was read a moment before may carry other words. */
export function printedMinutes({ words, versions: [newest] }: MinutesRecord): Minutes | null {
  return words && newest ? { ...words, by: newest.by, at: newest.at } : null;
}

/** The result of a counted vote; of one that is not counted yet only that (MOT-6). */
function voteBlocks(vote: VoteFacts): Block[] {
  const { tally } = vote;
  const words = tally
    ? `${tally.worth.label}（${tally.worth.words}）。${tally.outcomeWords}。`
    : outcomePending(vote);
  return [
    { kind: 'paragraph', text: `表决：${vote.title}\n${words}` },
    ...(tally ? [choiceTable(vote, tally), ...comparisonTable(vote, tally)] : []),
  ];
}

function outcomePending({ phase }: VoteFacts): string {
  return phase === 'cancelled' ? '这次表决已取消。' : '还没有计票，结果另行公布。';
}

function itemBlocks({ meeting, votes }: MeetingFacts, minutes: Minutes): Block[] {
  return meeting.agenda.flatMap((item, n) => {
    const said = minutes.items.find(({ itemId }) => itemId === item.id)?.text;
    return [
      { kind: 'heading' as const, text: `议题${n + 1}：${item.title}` },
      ...(said ? [{ kind: 'paragraph' as const, text: said }] : []),
      ...votes.filter(({ itemId }) => itemId === item.id).flatMap(({ vote }) => voteBlocks(vote)),
    ];
  });
}

/** Which invited organisations came: apart from the neighbours, for they are counted nowhere (ORG-3). */
function guestLine({ guests }: MeetingFacts['meeting']): { label: string; value: string }[] {
  const came = guests.flatMap(({ name, arrived }) => (arrived ? [`${name}${arrived.who}`] : []));
  return came.length > 0 ? [{ label: '受邀单位到会', value: `${came.join('、')}（不参加表决）` }] : [];
}

/** 会议纪要: which version, who came in figures, what was said on each item, what the votes came to, corrections and confirmations (DOC-13). */
export function minutesBlocks(facts: MeetingFacts, minutes: Minutes, record: MinutesRecord): Block[] {
  const { meeting, issuer } = facts;
  const { placeName, formName, title, venue, startsAt, endsAt, convenerLabel } = meeting;
  return [
    { kind: 'title', text: `${title}会议纪要` },
    { kind: 'number', text: `${placeName}　${formName}` },
    {
      kind: 'lines',
      lines: [
        { label: '时间', value: `${timeWords(startsAt)} 至 ${timeWords(endsAt)}` },
        { label: '地点', value: venue },
        { label: '召集人', value: convenerLabel },
        { label: '报到', value: `${meeting.attendance}人，来自${meeting.attendanceHomes}户` },
        ...guestLine(meeting),
        { label: '记录', value: `${minutes.by}，${timeWords(minutes.at)}` },
        ...versionLines(record),
      ],
    },
    ...itemBlocks(facts, minutes),
    { kind: 'heading', text: '纪要' },
    { kind: 'paragraph', text: minutes.text },
    ...recordBlocks(record),
    { kind: 'signatures', lines: ['主持人', '记录人'] },
    { kind: 'stamp', issuer, on: dateWords(minutes.at) },
  ];
}
