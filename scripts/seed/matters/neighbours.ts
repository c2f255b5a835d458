import { characters } from '../community/characters';
import { Meeting } from '../steps/meeting';
import { Proposal } from '../steps/proposal';
import { Vote } from '../steps/vote';
import type { Yard } from '../yard';
import { raised } from './raised';

/** 柳林新苑: met last night, and nobody has written the minutes. */
function tellLiulin(yard: Yard): void {
  const { story, calendar, people } = yard;
  const { hu, chen } = characters;
  const neighbours = people.votersIn('liulin', -11);
  const [first] = neighbours;
  if (!first) throw new Error('nobody of 柳林新苑 uses the app');
  const proposal = raised(yard, {
    ...{ placeId: 'liulin', by: first, at: calendar.at(-11, '17:20') },
    said: {
      title: '两栋楼中间装一排晾衣架',
      text: '天气好的时候大家抢到晒铺盖，绳子拉得到处都是，走路打脑壳。请装一排固定的晾衣架。',
      kind: 'other',
    },
    cosigned: [[calendar.at(-10, '20:00'), neighbours.slice(1)]],
    shared: { by: chen, at: calendar.at(-9, '11:00'), reason: '占的是共有的坝子，两栋楼的人一起商量。' },
  });
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
  const text = '堆了十几架没人骑的烂自行车，占了半边路。先贴个条子，没人认就拖走。';
  story.on(calendar.ago(3), () =>
    new Proposal(yard, 'liulin').submit(first, {
      title: '1栋楼下的僵尸自行车清一清',
      text,
      kind: 'sanitation',
    }),
  );
}

/** 三组: a matter of the village group, whose meeting is drafted. */
function tellLamps(yard: Yard): void {
  const { story, calendar, people } = yard;
  const { yang, zeng } = characters;
  const proposal = raised(yard, {
    ...{ placeId: 'sanzu', by: yang, at: calendar.at(-10, '18:10') },
    said: {
      title: '三组晒坝边上装两盏太阳能路灯',
      text: '秋收时候晚上还在晒坝收谷子，黑灯瞎火的。装两盏太阳能灯，不拉电线，晚上摆龙门阵也亮堂。',
      kind: 'lighting',
    },
    cosigned: [[calendar.at(-9, '19:30'), people.votersIn('sanzu', -9, [yang])]],
    shared: { by: zeng, at: calendar.at(-8, '09:00'), reason: '组上的公益事，开小组会由各户代表来定。' },
  });
  story.on(calendar.at(-2, '11:20'), () =>
    new Meeting(yard).schedule(zeng, {
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

/** 三组: what the households would like, asked without deciding anything. */
function tellFeast(yard: Yard): void {
  const { story, calendar, people } = yard;
  const { zeng, yang } = characters;
  const vote = new Vote(yard);
  story.on(calendar.at(-3, '14:00'), async () => {
    await vote.draft(zeng, {
      title: '今年的坝坝宴哪天办？',
      text: '还是老规矩，一家出一桌菜。先问一问大家哪天方便。',
      ...{ placeId: 'sanzu', body: 'yard', subject: 'consultation', worth: 'opinion', interim: 'shown' },
      options: ['这个月最后一个星期六', '下个月第一个星期日', '等娃儿放假再办'],
      window: { opensAt: calendar.at(-3, '15:00'), closesAt: calendar.at(5, '20:00') },
    });
    await vote.announce(zeng);
  });
  const choices = ['option:1', 'option:3', 'option:3'] as const;
  const voters = people.votersIn('sanzu', -3, [yang]);
  const given = voters.flatMap((by, n) => choices.slice(n, n + 1).map((choice) => ({ by, choice })));
  story.on(calendar.at(-2, '20:30'), () => vote.cast(given));
}

/** What goes on outside 幸福里小区. */
export function tellNeighbours(yard: Yard): void {
  tellLiulin(yard);
  tellLamps(yard);
  tellFeast(yard);
}
