import { characters } from '../community/characters';
import { Meeting } from '../steps/meeting';
import type { Proposal } from '../steps/proposal';
import { talk } from '../steps/talk';
import { Vote } from '../steps/vote';
import type { Yard } from '../yard';
import { tellEntrusted } from './entrusted';
import { raised } from './raised';

/** Later than this on the day itself a meeting that evening comes too late to be looked at: then it is tomorrow's. */
const LATEST = '18:30';

function raise(yard: Yard): Proposal {
  const { calendar, people } = yard;
  const { wang, chen, luo, zheng, zhang } = characters;
  const near = people.votersIn('xingfuli', -12, [wang]);
  const proposal = raised(yard, {
    ...{ placeId: 'xingfuli', by: wang, at: calendar.at(-12, '10:30') },
    said: {
      title: '东门空地改14个停车位',
      text: '车停到消防通道上了，娃儿过路吓人得很。东门那块空地荒了两年，长满草，能不能平出来划成停车位？',
      kind: 'parking',
      photos: ['laneBlocked', 'eastLot'],
    },
    cosigned: [
      [calendar.at(-11, '19:00'), near.slice(0, 7)],
      [calendar.at(-10, '08:10'), near.slice(7, 12)],
    ],
    shared: { by: chen, at: calendar.at(-10, '14:30'), reason: '用的是共有场地，要大家商量。' },
  });
  talk(yard, calendar.at(-9, '19:10'), () => ({ kind: 'proposal', id: proposal.id }), [
    { by: luo, stance: 'for', text: '我有车，晚上十点回来转三圈找不到位子。赞成，最好装个摄像头。' },
    {
      by: zhang,
      stance: 'against',
      text: '那块地我们几个老头种了点葱葱蒜苗，改成停车位，娃儿也少了个耍处。',
    },
    { by: wang, stance: 'neutral', text: '张大爷，可以留一条边边种花种菜，坝坝会上说嘛。', to: 1 },
    { by: zheng, stance: 'neutral', text: '骑手也有电瓶车，能不能留两三个位子给两轮车？' },
  ]);
  return proposal;
}

/** The second thing on the agenda: talked over, without a vote. */
function tap(yard: Yard): Proposal {
  const { calendar, people } = yard;
  const { zhong, li } = characters;
  return raised(yard, {
    ...{ placeId: 'xingfuli', by: zhong, at: calendar.at(-15, '16:45') },
    said: {
      title: '垃圾房旁边装个洗手池',
      text: '倒了垃圾手上脏，提起包包开不了门。旁边就有水管，接个水龙头花不了几个钱。',
      kind: 'sanitation',
    },
    cosigned: [[calendar.at(-14, '20:00'), people.votersIn('xingfuli', -14, [zhong]).slice(3, 6)]],
    shared: { by: li, at: calendar.at(-13, '09:20'), reason: '用公共水、占公共地方，放到坝坝会上一起说。' },
  });
}

/** 增设停车位: a yard meeting this evening, or tomorrow's where it is late, with a motion on its agenda. */
export function tellParking(yard: Yard): void {
  const { story, calendar } = yard;
  const { chen } = characters;
  const [proposal, washing] = [raise(yard), tap(yard)];
  const meeting = new Meeting(yard);
  const vote = new Vote(yard);
  const day = calendar.nowAt < calendar.at(0, LATEST) ? 0 : 1;
  const [startsAt, endsAt] = [calendar.at(day, '19:30'), calendar.at(day, '21:00')];
  story.on(calendar.at(-3, '10:00'), async () => {
    await meeting.schedule(chen, {
      ...{ title: '坝坝会：增设停车位', body: 'yard', placeId: 'xingfuli', convener: 'secretary' },
      ...{ venue: '2栋前坝子', startsAt, endsAt },
      agenda: [
        { id: 'parking', title: '东门空地改停车位', proposalId: proposal.id },
        { id: 'tap', title: '垃圾房旁边装洗手池', proposalId: washing.id },
        { id: 'report', title: '物业报告这一季的公共收益', note: '账目提前贴在东门公示栏' },
      ],
    });
    await meeting.giveNotice(chen);
  });
  story.on(calendar.at(-2, '09:30'), async () => {
    await vote.draft(chen, {
      title: '东门空地改14个停车位，同意吗？',
      text: '平整空地，划14个停车位，其中2个给两轮车；东边留一米宽种花。费用3.8万元从公共收益里出，停车费进公共收益账，每季公布。',
      ...{ placeId: 'xingfuli', body: 'yard', subject: 'yard-matter', base: 'cast', worth: 'straw' },
      ...{ meetingId: meeting.detail.id, agendaItemId: 'parking' },
      window: { opensAt: startsAt, closesAt: calendar.at(day + 1, '21:00') },
    });
    await vote.announce(chen);
  });
  tellEntrusted(yard, vote, calendar.at(-1, '10:15'));
}
