import { characters } from '../community/characters';
import type { Proposal } from '../steps/proposal';
import { ballots, Vote } from '../steps/vote';
import { Work } from '../steps/work';
import type { Yard } from '../yard';
import { raised } from './raised';

const UNIT = 'xingfuli-3-2';
const REPAIR = '请施工队重做楼顶防水';
const ACCOUNT = '把维修资金的用款明细贴出来';

function raise(yard: Yard): Proposal {
  const { calendar, people } = yard;
  const { fang, chen } = characters;
  return raised(yard, {
    ...{ placeId: UNIT, by: fang, at: calendar.at(-56, '21:05') },
    said: {
      title: '3栋2单元楼顶漏水，用维修资金修',
      text: '我们屋头住顶楼，一下雨就拿盆盆接水，墙皮都泡泛了。楼下六楼也开始浸水。补过两回都管不到半年，请用维修资金把防水层重新做过。',
      kind: 'roof',
      photos: ['roofLeak'],
    },
    cosigned: [[calendar.at(-55, '13:00'), people.votersIn(UNIT, -55, [fang]).slice(0, 6)]],
    shared: {
      ...{ by: chen, at: calendar.at(-54, '09:30') },
      reason: '用维修资金要业主共同决定，由业委会书面征求本单元业主的意见。',
    },
  });
}

/** In writing, and 法定: the local profile allows it for the owners (PATH-9). */
function decide(yard: Yard, proposal: Proposal): Vote {
  const { story, calendar, people } = yard;
  const { zhao } = characters;
  const vote = new Vote(yard);
  const window = { opensAt: calendar.at(-47, '09:00'), closesAt: calendar.at(-40, '18:00') };
  story.on(calendar.at(-48, '11:00'), async () => {
    await vote.draft(zhao, {
      title: '用维修资金重做3栋2单元楼顶防水，同意吗？',
      text: '楼顶320平方米，铲掉旧防水层重做，质保五年。三家报价，选中间一家，预算4.6万元，从2单元各户的维修资金里按面积列支，平均每户2190元。',
      ...{ placeId: UNIT, body: 'owners', subject: 'repair-fund-use', worth: 'statutory' },
      ...{ proposalId: proposal.id, window, interim: 'shown' },
    });
    await vote.announce(zhao);
  });
  const given = ballots(people.votersIn(UNIT, -47), { yes: 14, no: 1, abstain: 1 });
  story.on(calendar.at(-46, '20:00'), () => vote.cast(given.slice(0, 9)));
  story.on(calendar.at(-42, '12:20'), () => vote.cast(given.slice(9)));
  yard.timerAt(window.closesAt + 60_000);
  return vote;
}

/** 修缮屋顶: passed, published, and under way with photos; the committee's part of it is overdue. */
export function tellRoof(yard: Yard): void {
  const { story, calendar } = yard;
  const { zhao, liu, chen } = characters;
  const work = new Work(yard, decide(yard, raise(yard)));
  story.on(calendar.at(-39, '10:30'), async () => {
    const text =
      '用维修资金重做3栋2单元楼顶防水，预算4.6万元，按面积列支。由物业请施工队，业委会公布用款明细。';
    await work.publish(zhao, text, calendar.on(-23));
    await work.assign(chen, zhao, { title: ACCOUNT, office: 'owners-committee', dueOn: calendar.on(-2) });
    await work.assign(zhao, liu, { title: REPAIR, office: 'property-manager', dueOn: calendar.on(6) });
  });
  const bare = { text: '旧防水层铲完了，晴了三天，基层干透，开始铺卷材。', photos: ['roofWork'] } as const;
  story.on(calendar.at(-12, '17:30'), () => work.report(liu, REPAIR, bare));
  const laid = { text: '卷材铺好，蓄水试了24小时不漏，还差女儿墙边收口。', photos: ['roofNew'] } as const;
  story.on(calendar.at(-3, '18:00'), () => work.report(liu, REPAIR, laid));
}
