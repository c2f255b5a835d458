import { characters } from '../community/characters';
import { Proposal } from '../steps/proposal';
import { talk } from '../steps/talk';
import type { Yard } from '../yard';
import { raised } from './raised';

/** With these, the two authors among the owners, three are missing to the fifth that can have all owners called (PATH-7). */
function raise(yard: Yard): Proposal {
  const { calendar, people } = yard;
  const { he, zhong, wang, fang, li } = characters;
  const near = people.votersIn('xingfuli', -9, [he, zhong, wang, fang]);
  return raised(yard, {
    ...{ placeId: 'xingfuli', by: he, at: calendar.at(-9, '21:20') },
    said: {
      title: '1栋后面装电瓶车充电桩',
      text: '现在好多家把电瓶车推到楼道头充电，看到都怕。1栋后面有块空地，离住家有十几米，装一排充电桩，再搭个棚棚，安全些。',
      kind: 'charging',
      photos: ['shed'],
    },
    cosigned: [
      [calendar.at(-8, '12:40'), near.slice(0, 16)],
      [calendar.at(-5, '19:30'), near.slice(16, 31)],
      [calendar.at(-1, '08:15'), near.slice(31, 40)],
    ],
    shared: {
      ...{ by: li, at: calendar.at(-8, '10:00') },
      reason: '占共有场地、接公共电，够人数就可以请业委会召集业主来定。',
    },
  });
}

/** The same, seen from the cellar: the grid worker merges the two. */
function tellCellar(yard: Yard, proposal: Proposal): void {
  const { story, calendar } = yard;
  const { zhong, li } = characters;
  const other = new Proposal(yard, 'xingfuli');
  story.on(calendar.at(-7, '18:00'), () =>
    other.submit(zhong, {
      title: '地下室飞线充电太危险',
      text: '地下室到处从楼上吊插线板下来充电，上个月还冒过烟。要不就装正规的充电桩，莫等出了事再说。',
      kind: 'charging',
      photos: ['wires'],
    }),
  );
  const reason = '两件说的是一回事，合在一起人多力量大。';
  story.on(calendar.at(-6, '09:50'), () => other.mergeInto(li, proposal, reason));
}

/** By name, and apart from the support: so many owners demand the assembly that a few are missing to the fifth (CALL-1). */
function tellDemand(yard: Yard, proposal: Proposal): void {
  const { story, calendar, people } = yard;
  const { wang, zhao } = characters;
  const owners = people.votersIn('xingfuli', -5, [wang, zhao]).slice(0, 38);
  story.on(calendar.at(-2, '20:20'), async () => {
    // One after the other: each writes the demand itself, which two at once would only do by turns.
    for (const one of owners) {
      await yard.phone(one).tell('callings.sign', { proposalId: proposal.id, body: 'owners' });
    }
  });
}

/** 充电桩: being co-signed, with a second proposal merged into it, nearly enough to have the owners called. */
export function tellCharging(yard: Yard): void {
  const { zhou, zhao, luo, tangPopo, zhang } = characters;
  const proposal = raise(yard);
  tellCellar(yard, proposal);
  tellDemand(yard, proposal);
  talk(yard, yard.calendar.at(-4, '17:15'), () => ({ kind: 'proposal', id: proposal.id }), [
    { by: zhou, stance: 'for', text: '赞成。建议刷卡计费，用好多给好多，不从公共电里出。' },
    { by: tangPopo, stance: 'neutral', text: '离1栋窗户远一点哈，晚上滴滴响起睡不着。' },
    { by: luo, stance: 'against', text: '那块空地是留给消防车掉头的，先问清楚能不能占。' },
    {
      by: zhao,
      stance: 'neutral',
      text: '业委会已经请消防来看过，靠墙三米可以用，回头把答复贴出来。',
      to: 2,
    },
    { by: zhang, stance: 'neutral', text: '听说早就把生意包给外头的老板了，是不是哦？（测试待审）' },
  ]);
}
