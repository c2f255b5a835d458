import { characters } from '../community/characters';
import { Meeting } from '../steps/meeting';
import type { Proposal } from '../steps/proposal';
import { ballots, Vote } from '../steps/vote';
import type { Yard } from '../yard';
import { talkOfLift } from './lift-talk';
import { raised } from './raised';

const BUILDING = 'xingfuli-3';

function raise(yard: Yard): Proposal {
  const { calendar, people } = yard;
  const { tangPopo, li } = characters;
  const near = people.votersIn(BUILDING, -26, [tangPopo]);
  return raised(yard, {
    ...{ placeId: BUILDING, by: tangPopo, at: calendar.at(-26, '09:40') },
    said: {
      title: '3栋加装电梯方案与分摊比例',
      text: '我住六楼，膝盖不好，买个菜要歇三回。3栋像我这样的老人有二十几个。政府有补贴，请大家商量一下装电梯的事，怎么装、钱怎么分，都摆到坝坝头说清楚。',
      kind: 'lift',
      photos: ['stairsLong', 'facade'],
    },
    cosigned: [
      [calendar.at(-26, '19:30'), near.slice(0, 6)],
      [calendar.at(-25, '08:20'), near.slice(6, 11)],
    ],
    shared: {
      ...{ by: li, at: calendar.at(-25, '15:00') },
      reason: '电梯占的是共有的地方，出钱的是大家，要业主共同决定。',
    },
  });
}

function meet(yard: Yard, proposal: Proposal): void {
  const { story, calendar, people } = yard;
  const { zhou, chen } = characters;
  const meeting = new Meeting(yard);
  story.on(calendar.at(-20, '10:00'), async () => {
    await meeting.schedule(chen, {
      ...{ title: '3栋坝坝会：装不装电梯', body: 'yard', placeId: BUILDING, convener: 'building-head' },
      ...{ venue: '3栋前坝子', startsAt: calendar.at(-16, '19:30'), endsAt: calendar.at(-16, '21:30') },
      agenda: [
        { id: 'plan', title: '电梯装在哪里、谁来施工', proposalId: proposal.id },
        { id: 'cost', title: '费用按楼层怎么分摊', note: '街道请了设计单位来讲图纸' },
      ],
    });
    await meeting.giveNotice(chen);
  });
  story.on(calendar.at(-16, '19:15'), () =>
    meeting.checkIn(chen, people.votersIn(BUILDING, -16).slice(0, 10)),
  );
  story.on(calendar.at(-15, '11:00'), () =>
    meeting.recordMinutes(
      zhou,
      '设计单位讲了图纸，十一位邻居发言。一楼担心挡光和管线，设计单位答应把井道外移40厘米。先在2单元试装，其他单元看了再定。',
      {
        plan: '先装2单元，井道外移40厘米，一楼窗户前不立柱子。',
        cost: '一楼二楼不出钱，三楼起按楼层往上加。意见不同的有三户，写在纪要后面。',
      },
    ),
  );
}

/** Five waves of ballots: 69 of the building's 120 owners; 王大姐 and six others have not voted, 刘大爷 voted for his daughter too. */
function decide(yard: Yard, proposal: Proposal): Vote {
  const { story, calendar, people } = yard;
  const { zhao, wang, fang } = characters;
  const vote = new Vote(yard);
  const window = { opensAt: calendar.at(-8, '09:00'), closesAt: calendar.at(2, '18:00') };
  story.on(calendar.at(-9, '16:00'), async () => {
    await vote.draft(zhao, {
      title: '同意3栋2单元加装电梯，按楼层分摊费用吗？',
      text: '总价52万元，政府补贴20万元，余下32万元由2单元住户分摊：一楼、二楼不出；三楼出8%，四楼15%，五楼21%，六楼26%，七楼30%，同一层各户平摊。维护费每户每月35元。井道外移40厘米，一楼窗前不立柱子。',
      ...{ placeId: BUILDING, body: 'owners', subject: 'rebuilding', worth: 'straw' },
      ...{ proposalId: proposal.id, window, interim: 'hidden' },
    });
    await vote.announce(zhao);
  });
  const given = ballots(people.votersIn(BUILDING, -8, [wang, fang]), { yes: 51, no: 11, abstain: 7 });
  const waves = [
    [calendar.at(-8, '12:10'), 0, 24],
    [calendar.at(-6, '20:00'), 24, 42],
    [calendar.at(-4, '19:20'), 42, 56],
    [calendar.at(-2, '21:10'), 56, 64],
    [calendar.ago(4), 64, 69],
  ] as const;
  for (const [at, from, until] of waves) story.on(at, () => vote.cast(given.slice(from, until)));
  return vote;
}

/** 加装电梯: being voted on, closing in two days, with hidden figures. */
export function tellLift(yard: Yard): void {
  const proposal = raise(yard);
  meet(yard, proposal);
  talkOfLift(yard, proposal, decide(yard, proposal));
}
