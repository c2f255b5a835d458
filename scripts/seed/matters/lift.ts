import { characters } from '../community/characters';
import { Meeting } from '../steps/meeting';
import type { Proposal } from '../steps/proposal';
import { ballots, Vote } from '../steps/vote';
import { talk } from '../steps/talk';
import type { Yard } from '../yard';
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

function discuss(yard: Yard, proposal: Proposal, vote: Vote): void {
  const { calendar } = yard;
  const { wang, zhou, he, luo, zheng, tangPopo, liuDaye, fang, li } = characters;
  const lines = [
    { by: liuDaye, stance: 'for', text: '七楼举双手赞成。楼上多出点钱我也认，我这个腰杆实在爬不动了。' },
    {
      by: luo,
      stance: 'against',
      text: '我在4单元一楼二楼有房子，以后轮到4单元装，挡光、房租掉价，哪个来补？',
    },
    {
      by: zhou,
      stance: 'neutral',
      text: '井道外移40厘米以后，设计单位算过，一楼冬至那天还有两个半小时日照。图纸贴在2单元门口的。',
      to: 1,
    },
    { by: he, stance: 'for', text: '1单元也想装，先看2单元装得咋样。建议把维护费写进合同。' },
    { by: wang, stance: 'neutral', text: '我五楼，装我是想装，就想问清楚以后坏了哪个来修、多久修得好？' },
    {
      by: zhou,
      stance: 'neutral',
      text: '厂家质保两年，坏了两小时到场；两年后用每户每月35元的维护费请人。',
      to: 4,
    },
    { by: luo, stance: 'against', text: '说来说去都是楼上占欺头，哪个不晓得你们几家早就串通好了。' },
    { by: tangPopo, stance: 'for', text: '不求别的，就求早点坐起电梯下楼晒太阳。' },
  ] as const;
  talk(
    yard,
    calendar.at(-14, '12:30'),
    () => ({ kind: 'proposal', id: proposal.id }),
    lines,
    (ids) =>
      yard.phone(li).tell('discussion.hide', {
        id: ids[6] ?? '',
        reason: '没有根据地说邻居串通，伤和气。意见可以换个说法再发。',
      }),
  );
  const late = [
    { by: fang, stance: 'for', text: '施工的时候能不能避开娃儿中考那两周？' },
    { by: zheng, stance: 'neutral', text: '我是租房子的，投不了票。就提个建议：装好以后给外卖留个门铃。' },
  ] as const;
  talk(yard, calendar.at(-7, '19:30'), () => ({ kind: 'motion', id: vote.detail.id }), late);
}

/** 加装电梯: being voted on, closing in two days, with hidden figures. */
export function tellLift(yard: Yard): void {
  const proposal = raise(yard);
  meet(yard, proposal);
  discuss(yard, proposal, decide(yard, proposal));
}
