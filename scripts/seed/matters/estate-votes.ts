import { characters } from '../community/characters';
import type { Proposal } from '../steps/proposal';
import { Work } from '../steps/work';
import type { Yard } from '../yard';
import { tellCorrection } from './gate-minutes';
import { raised } from './raised';
import { yardVote } from './yard-vote';

const ESTATE = { placeId: 'xingfuli', venue: '2栋前坝子' } as const;

function raiseDogs(yard: Yard): Proposal {
  const { calendar, people } = yard;
  const { zhang, chen } = characters;
  return raised(yard, {
    ...{ placeId: 'xingfuli', by: zhang, at: calendar.at(-40, '07:50') },
    said: {
      title: '中庭草坪不准遛狗',
      text: '草坪上狗屎多得很，娃儿一摔就是一手。我提议中庭草坪一律不准遛狗。',
      kind: 'sanitation',
    },
    cosigned: [[calendar.at(-39, '18:00'), people.votersIn('xingfuli', -39, [zhang]).slice(5, 8)]],
    shared: { by: chen, at: calendar.at(-38, '10:40'), reason: '养狗的和不养狗的都住这里，要一起商量。' },
  });
}

/** 遛狗: voted down, and published with what was missing (RES-9). */
function tellDogs(yard: Yard): void {
  const { story, calendar } = yard;
  const vote = yardVote(yard, {
    ...ESTATE,
    ...{ proposal: raiseDogs(yard), meetingOn: -34, title: '坝坝会：中庭遛狗', topic: '中庭草坪能不能遛狗' },
    question: '中庭草坪一律不准遛狗，同意吗？',
    text: '通过以后，中庭草坪不再遛狗；遛狗走外圈步道，牵绳、捡屎照旧。',
    votes: { yes: 6, no: 10, abstain: 1 },
    minutes: '养狗的说一律不准太死了，愿意牵绳、捡屎、避开早晚高峰。多数人觉得先管起来，不要一刀切。',
  });
  const text = '没有通过。中庭草坪仍可以遛狗，请牵绳、捡屎，早上七点到八点半避开上学的娃儿。';
  story.on(calendar.at(-31, '10:00'), () =>
    new Work(yard, vote).publish(characters.chen, text, calendar.on(-15)),
  );
}

function raiseWaste(yard: Yard): Proposal {
  const { calendar, people } = yard;
  const { tangPopo, chen } = characters;
  return raised(yard, {
    ...{ placeId: 'xingfuli', by: tangPopo, at: calendar.at(-23, '08:40') },
    said: {
      title: '东侧垃圾房改成分类投放点',
      text: '东侧垃圾房又臭又黑，热天走过去要捂鼻子。请改成有盖盖、有灯的分类投放点，桶桶分开放。',
      kind: 'sanitation',
      photos: ['binsMess', 'binsSorted'],
    },
    cosigned: [[calendar.at(-22, '19:40'), people.votersIn('xingfuli', -22, [tangPopo]).slice(2, 7)]],
    shared: { by: chen, at: calendar.at(-21, '11:10'), reason: '位置和样式关系到周围几栋楼，要商量。' },
  });
}

/** 分类投放点: passed, its result on the board for the days that the law asks for. */
function tellWaste(yard: Yard): void {
  const { story, calendar } = yard;
  const vote = yardVote(yard, {
    ...ESTATE,
    ...{ proposal: raiseWaste(yard), meetingOn: -9, title: '坝坝会：垃圾分类投放点' },
    topic: '投放点的位置、样式和开放时间',
    question: '东侧垃圾房改成四分类投放点，早晚开放，同意吗？',
    text: '早上6点半到9点、下午5点到8点半开放，其他时间锁盖；装一盏灯、一个摄像头。费用2.1万元，街道补助一半，公共收益出一半。',
    votes: { yes: 13, no: 2, abstain: 1 },
    minutes: '都同意改。开放时间讨论最久，上夜班的邻居提出留一个小口全天可以投，采纳。',
  });
  const text =
    '东侧垃圾房改成四分类投放点，早晚开放，另留一个小口全天投放。费用2.1万元，街道和公共收益各一半。';
  story.on(calendar.at(-6, '09:30'), () =>
    new Work(yard, vote).publish(characters.chen, text, calendar.on(10)),
  );
}

/** 大门刷卡: counted last night; the desk has still to publish it. */
function tellGate(yard: Yard): void {
  const { calendar, people } = yard;
  const { luo, li } = characters;
  const proposal = raised(yard, {
    ...{ placeId: 'xingfuli', by: luo, at: calendar.at(-17, '22:30') },
    said: {
      title: '小区大门晚上11点后刷卡进出',
      text: '上个月我铺面后门被撬了。晚上11点以后大门关起来，住户刷卡、访客登记，大家睡得安稳些。',
      kind: 'safety',
    },
    cosigned: [[calendar.at(-16, '12:00'), people.votersIn('xingfuli', -16, [luo]).slice(6, 9)]],
    shared: { by: li, at: calendar.at(-15, '10:15'), reason: '关系到每家每户进出，要商量。' },
  });
  const vote = yardVote(yard, {
    ...ESTATE,
    ...{ proposal, meetingOn: -3, title: '坝坝会：夜里大门刷卡', topic: '夜里大门怎么管' },
    question: '小区大门晚上11点到早上6点刷卡进出，同意吗？',
    text: '每户免费发两张卡，多的每张10元；门卫值夜不变，忘了带卡的登记以后照样进。',
    votes: { yes: 11, no: 3, abstain: 1 },
    minutes: '多数同意。骑手和上夜班的邻居要求登记不超过一分钟，物业答应。',
  });
  tellCorrection(yard, vote, people.votersIn(ESTATE.placeId, -3));
}

/** Three more votes of the estate, each ended in another way. */
export function tellEstateVotes(yard: Yard): void {
  tellDogs(yard);
  tellWaste(yard);
  tellGate(yard);
}
