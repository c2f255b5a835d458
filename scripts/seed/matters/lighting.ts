import { characters } from '../community/characters';
import type { Proposal } from '../steps/proposal';
import type { Vote } from '../steps/vote';
import { Work } from '../steps/work';
import type { Yard } from '../yard';
import { raised } from './raised';
import { yardVote } from './yard-vote';

const UNIT = 'xingfuli-3-2';
const TASK = '换14盏声控灯';

function raise(yard: Yard): Proposal {
  const { calendar, people } = yard;
  const { wang, chen } = characters;
  return raised(yard, {
    ...{ placeId: UNIT, by: wang, at: calendar.at(-30, '19:50') },
    said: {
      title: '3栋2单元楼道灯夜里不亮',
      text: '三楼到六楼的灯坏了半个多月，晚上打起手电上楼。前天晚上唐婆婆脚下踩空，差点摔一跤。请把灯修好，最好换成有声音就亮的那种。',
      kind: 'lighting',
      photos: ['stairsDark'],
    },
    cosigned: [[calendar.at(-29, '12:15'), people.votersIn(UNIT, -29, [wang]).slice(0, 6)]],
    shared: {
      ...{ by: chen, at: calendar.at(-29, '15:30') },
      reason: '换灯的钱从2单元的公共收益里出，要单元里的住户商量。',
    },
  });
}

function work(yard: Yard, vote: Vote): void {
  const { story, calendar } = yard;
  const { chen, liu } = characters;
  const task = new Work(yard, vote);
  story.on(calendar.at(-21, '10:00'), async () => {
    const text = '3栋2单元楼道灯全部换成声控灯，共14盏，费用952元从本单元公共收益列支，由物业负责更换。';
    await task.publish(chen, text, calendar.on(-5));
    await task.assign(chen, liu, { title: TASK, office: 'property-manager', dueOn: calendar.on(1) });
  });
  const begun = { text: '灯到货了，一楼到三楼已经换好。', photos: ['stairsWork'] } as const;
  story.on(calendar.at(-6, '15:40'), () => task.report(liu, TASK, begun));
  const done = { text: '14盏全部换好，晚上八点上下走了一遍，每层都亮。', photos: ['stairsLit'] } as const;
  story.on(calendar.at(-1, '16:20'), () => task.report(liu, TASK, { ...done, done: true }));
}

/** 楼道照明: done since yesterday, waiting for 王大姐 to say so. */
export function tellLighting(yard: Yard): void {
  const vote = yardVote(yard, {
    ...{ placeId: UNIT, proposal: raise(yard), meetingOn: -24, venue: '3栋2单元门口' },
    title: '坝坝会：2单元楼道灯',
    topic: '楼道灯怎么换、钱从哪里出',
    question: '楼道灯换成声控灯，费用从公共收益里出，同意吗？',
    text: '一共14盏，每盏连工带料68元，合计952元，从2单元的公共收益里列支，账目贴在单元门口。',
    votes: { yes: 12, no: 1, abstain: 1 },
    minutes: '大家都说早该换了。有人担心声控灯夜里一惊一乍，物业说可以把灵敏度调低。费用没有意见。',
  });
  work(yard, vote);
}
