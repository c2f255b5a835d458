import { characters } from '../community/characters';
import { Meeting } from '../steps/meeting';
import { Proposal } from '../steps/proposal';
import type { Yard } from '../yard';

/** 柳林新苑: met last night, and nobody has written the minutes. */
function tellLiulin(yard: Yard): void {
  const { story, calendar, people } = yard;
  const { hu, chen } = characters;
  const neighbours = people.votersIn('liulin', -11);
  const [first] = neighbours;
  if (!first) throw new Error('nobody of 柳林新苑 uses the app');
  const proposal = new Proposal(yard, 'liulin');
  story.on(calendar.at(-11, '17:20'), () =>
    proposal.submit(first, {
      title: '两栋楼中间装一排晾衣架',
      text: '天气好的时候大家抢到晒铺盖，绳子拉得到处都是，走路打脑壳。请装一排固定的晾衣架。',
      kind: 'other',
    }),
  );
  story.on(calendar.at(-10, '20:00'), () => proposal.support(neighbours.slice(1)));
  story.on(calendar.at(-9, '11:00'), () => proposal.share(chen, '占的是共有的坝子，两栋楼的人一起商量。'));
  const meeting = new Meeting(yard);
  story.on(calendar.at(-5, '10:00'), async () => {
    await meeting.schedule(hu, {
      ...{ title: '柳林新苑坝坝会', body: 'yard', placeId: 'liulin', convener: 'residents-committee' },
      ...{ venue: '两栋楼中间的坝子', startsAt: calendar.at(-1, '19:00'), endsAt: calendar.at(-1, '20:30') },
      agenda: [{ id: 'rack', title: '晾衣架装在哪里', proposalId: proposal.id }],
    });
    await meeting.giveNotice(hu);
  });
  story.on(calendar.at(-1, '19:05'), () => meeting.checkIn(hu, neighbours));
  const bikes = new Proposal(yard, 'liulin');
  story.on(calendar.ago(3), () =>
    bikes.submit(first, {
      title: '1栋楼下的僵尸自行车清一清',
      text: '堆了十几架没人骑的烂自行车，占了半边路。先贴个条子，没人认就拖走。',
      kind: 'sanitation',
    }),
  );
}

/** 三组: a matter of the village group, whose meeting is drafted. */
function tellSanzu(yard: Yard): void {
  const { story, calendar, people } = yard;
  const { yang, zeng } = characters;
  const proposal = new Proposal(yard, 'sanzu');
  story.on(calendar.at(-10, '18:10'), () =>
    proposal.submit(yang, {
      title: '三组晒坝边上装两盏太阳能路灯',
      text: '秋收时候晚上还在晒坝收谷子，黑灯瞎火的。装两盏太阳能灯，不拉电线，晚上摆龙门阵也亮堂。',
      kind: 'lighting',
    }),
  );
  story.on(calendar.at(-9, '19:30'), () => proposal.support(people.votersIn('sanzu', -9, [yang])));
  story.on(calendar.at(-8, '09:00'), () => proposal.share(zeng, '组上的公益事，开小组会由各户代表来定。'));
  const meeting = new Meeting(yard);
  story.on(calendar.at(-2, '11:20'), () =>
    meeting.schedule(zeng, {
      ...{ title: '三组村民小组会', body: 'villagers-group', membership: 'households', placeId: 'sanzu' },
      ...{ convener: 'villagers-committee', venue: '三组晒坝' },
      ...{ startsAt: calendar.at(15, '19:00'), endsAt: calendar.at(15, '20:30') },
      agenda: [
        { id: 'lamps', title: '晒坝装太阳能路灯', proposalId: proposal.id },
        { id: 'road', title: '机耕道清沟，各户出工安排' },
      ],
    }),
  );
}

/** What goes on outside 幸福里小区. */
export function tellNeighbours(yard: Yard): void {
  tellLiulin(yard);
  tellSanzu(yard);
}
