import { characters } from '../community/characters';
import { Meeting, type MeetingPlan } from '../steps/meeting';
import { Vote } from '../steps/vote';
import type { Yard } from '../yard';

/** Plans of the secretary, the owners' committee and a building head; the first notice has to go out by the day after tomorrow. */
function plans({ calendar }: Yard) {
  const monthly: MeetingPlan = {
    ...{ title: '蓝田社区月度议事会', body: 'yard', placeId: 'lantian', convener: 'secretary' },
    ...{ venue: '社区党群服务中心二楼', startsAt: calendar.at(3, '14:30'), endsAt: calendar.at(3, '16:30') },
    agenda: [
      { id: 'visits', title: '独居老人的走访安排' },
      { id: 'fund', title: '社区保障资金怎么用', note: '请各小区先收集意见' },
    ],
  };
  const contract: MeetingPlan = {
    ...{ title: '物业合同到期，业主大会', body: 'owners', placeId: 'xingfuli', convener: 'owners-committee' },
    ...{ venue: '2栋前坝子', startsAt: calendar.at(21, '19:00'), endsAt: calendar.at(21, '21:00') },
    agenda: [
      { id: 'report', title: '物业报告三年来的服务和账目' },
      { id: 'renew', title: '续聘还是另选物业' },
    ],
  };
  const clutter: MeetingPlan = {
    ...{ title: '3栋坝坝会：楼道堆物', body: 'yard', placeId: 'xingfuli-3', convener: 'building-head' },
    ...{ venue: '3栋前坝子', startsAt: calendar.at(6, '19:30'), endsAt: calendar.at(6, '20:30') },
    agenda: [{ id: 'clutter', title: '楼道里的鞋柜和纸箱怎么清' }],
  };
  return { monthly, contract, clutter };
}

/** Three meetings whose notice has to go out, and a question that is not announced. */
export function tellDrafts(yard: Yard): void {
  const { story, calendar } = yard;
  const { chen, zhao, zhou } = characters;
  const { monthly, contract, clutter } = plans(yard);
  story.on(calendar.at(-2, '15:00'), () => new Meeting(yard).schedule(chen, monthly));
  story.on(calendar.at(-2, '16:30'), () => new Meeting(yard).schedule(zhao, contract));
  story.on(calendar.at(-1, '20:15'), () => new Meeting(yard).schedule(zhou, clutter));
  story.on(calendar.at(-1, '10:40'), () =>
    new Vote(yard).draft(chen, {
      title: '充电桩先装在哪一处？',
      text: '只是先问一问大家的想法，不作决定。三处都请消防看过，可以用。',
      ...{ placeId: 'xingfuli', body: 'yard', subject: 'consultation', worth: 'opinion', interim: 'shown' },
      options: ['1栋后面空地', '3栋自行车棚', '东门岗亭旁边'],
      window: { opensAt: calendar.at(1, '09:00'), closesAt: calendar.at(8, '18:00') },
    }),
  );
}
