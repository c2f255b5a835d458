import { characters } from '../community/characters';
import type { Proposal } from '../steps/proposal';
import type { Vote } from '../steps/vote';
import { Work } from '../steps/work';
import type { Yard } from '../yard';
import { raised } from './raised';
import { yardVote } from './yard-vote';

const TASK = '装定时插座，立作息牌';

function raise(yard: Yard): Proposal {
  const { calendar, people } = yard;
  const { zhou, chen } = characters;
  return raised(yard, {
    ...{ placeId: 'xingfuli', by: zhou, at: calendar.at(-59, '20:40') },
    said: {
      title: '中庭广场舞晚上九点收音',
      text: '跳坝坝舞是好事，我老伴也跳。就是音响放到晚上九点半还在响，楼上娃儿要写作业、老人要睡瞌睡。能不能大家商量个时间，到点就收音？',
      kind: 'noise',
      photos: ['yardNight'],
    },
    cosigned: [[calendar.at(-58, '08:30'), people.votersIn('xingfuli', -58, [zhou]).slice(0, 7)]],
    shared: {
      ...{ by: chen, at: calendar.at(-57, '10:05') },
      reason: '中庭是大家的，跳的人和住的人都要说得上话，适合开坝坝会商量。',
    },
  });
}

function work(yard: Yard, vote: Vote): void {
  const { story, calendar } = yard;
  const { zhou, chen, liu } = characters;
  const task = new Work(yard, vote);
  story.on(calendar.at(-50, '10:00'), async () => {
    const text =
      '中庭广场舞夏天晚上九点、冬天晚上八点半收音，音量不超过60分贝，由舞蹈队推选的两位管音响，物业立牌提醒。';
    await task.publish(chen, text, calendar.on(-35));
    await task.assign(chen, liu, { title: TASK, office: 'property-manager', dueOn: calendar.on(-38) });
  });
  const begun = { text: '牌子的样子给舞蹈队看过了，插座已经下单。', photos: ['yardDusk'] } as const;
  story.on(calendar.at(-44, '17:10'), () => task.report(liu, TASK, begun));
  const done = { text: '作息牌立在中庭东侧，定时插座装好了，到点自己断电。', photos: ['yardSign'] } as const;
  story.on(calendar.at(-39, '16:00'), () => task.report(liu, TASK, { ...done, done: true }));
  story.on(calendar.at(-38, '09:15'), () => task.confirm(zhou));
}

/** 广场舞时间: the whole way, closed by the one who raised it, with photos of before and after. */
export function tellDance(yard: Yard): void {
  const vote = yardVote(yard, {
    ...{ placeId: 'xingfuli', proposal: raise(yard), meetingOn: -53, venue: '2栋前坝子' },
    title: '坝坝会：广场舞几点收音',
    topic: '广场舞的时间和音量',
    question: '中庭广场舞晚上九点收音，音响放小一格，同意吗？',
    text: '夏天晚上九点收音，冬天晚上八点半收音；音响朝东门放，音量不超过60分贝。舞蹈队自己选两个人管音响。',
    votes: { yes: 14, no: 3, abstain: 2 },
    minutes:
      '到会的有跳舞的，也有住二楼嫌吵的。舞蹈队答应九点收音；住户答应周末可以多跳一刻钟，到时候再看。物业答应立块牌子，免得天天吵嘴。',
  });
  work(yard, vote);
}
