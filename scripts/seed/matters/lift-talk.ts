import { characters } from '../community/characters';
import type { Proposal } from '../steps/proposal';
import { type Line, talk } from '../steps/talk';
import type { Vote } from '../steps/vote';
import type { Yard } from '../yard';

const { wang, zhou, he, luo, zheng, tangPopo, liuDaye, fang, li } = characters;

/** After the meeting, under the proposal. */
const LINES: readonly Line[] = [
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
];
/** The one of these lines that the grid worker hides. */
const SLANDER = 6;

/** Under the vote itself. */
const LATE: readonly Line[] = [
  { by: fang, stance: 'for', text: '施工的时候能不能避开娃儿中考那两周？' },
  { by: zheng, stance: 'neutral', text: '我是租房子的，投不了票。就提个建议：装好以后给外卖留个门铃。' },
];

/** What the building says of the lift; one opinion goes too far and is hidden with a reason (TALK-2). */
export function talkOfLift(yard: Yard, proposal: Proposal, vote: Vote): void {
  const { calendar } = yard;
  const reason = '没有根据地说邻居串通，伤和气。意见可以换个说法再发。';
  const hide = (ids: readonly string[]) =>
    yard.phone(li).tell('discussion.hide', { id: ids[SLANDER] ?? '', reason });
  talk(yard, calendar.at(-14, '12:30'), () => ({ kind: 'proposal', id: proposal.id }), LINES, hide);
  talk(yard, calendar.at(-7, '19:30'), () => ({ kind: 'motion', id: vote.detail.id }), LATE);
}
