import { characters } from '../community/characters';
import { Vote } from '../steps/vote';
import type { Yard } from '../yard';
import { raised } from './raised';

const YARD_RULES = [
  { id: 'dance', text: '广场舞夏天晚上九点、冬天晚上八点半收音，音响朝东门放。' },
  { id: 'dogs', text: '遛狗牵绳、捡屎，早上七点到八点半避开上学的娃儿。' },
  { id: 'quilts', text: '晒铺盖用两棵桂花树之间的绳子，天黑前收回去。' },
];

const CHANGED_RULES = [
  ...YARD_RULES.slice(0, 2),
  { id: 'quilts', text: '晒铺盖用两棵桂花树之间的绳子，天黑以前收回去。' },
  { id: 'charging', text: '电瓶车和电瓶都不上楼、不进门洞，到充电桩充电。' },
];

const COVENANT = [
  { id: 'respect', text: '邻里有事先商量，不骂人，不堵门。' },
  { id: 'stairs', text: '楼道、门洞不堆东西，消防通道不停车。' },
  { id: 'elders', text: '多照看独居的老人，两天没见到人就敲敲门。' },
];

/** On paper, entered by one officer: another has still to read the photo (PAP-5). */
async function enterPaper(yard: Yard, motionId: string): Promise<void> {
  const { li } = characters;
  const phone = yard.phone(li);
  const { items } = await phone.ask('motions.paperVoters', { motionId, search: '3栋2单元601' });
  const photos = await yard.photos(li, ['ballot']);
  const entryId = items[0]?.entryId ?? '';
  const assistance = { helper: '隔壁 郑浩', consent: true } as const;
  const paper = { motionId, entryId, choice: 'yes', channel: 'door', photos, assistance } as const;
  await phone.tell('motions.enterPaper', paper);
}

/** 中庭公约: the yard's own rules; what changes in them is voted on, on the phone and on paper (CHART-3). */
export function tellYardRules(yard: Yard): void {
  const { story, calendar, people } = yard;
  const { chen, tangPopo } = characters;
  const vote = new Vote(yard);
  let charterId = '';
  story.on(calendar.at(-30, '10:00'), async () => {
    const photos = await yard.photos(chen, ['paper']);
    const recorded = await yard.phone(chen).tell('charters.record', {
      ...{ placeId: 'xingfuli', kind: 'yard-rules', title: '中庭公约', articles: YARD_RULES, photos },
      ...{ decidedOn: calendar.on(-400), decidedBy: '小区坝坝会（37户到场）' },
    });
    charterId = recorded.id;
  });
  const window = { opensAt: calendar.at(-1, '08:00'), closesAt: calendar.at(6, '20:00') };
  story.on(calendar.at(-2, '14:30'), async () => {
    await vote.draft(chen, {
      title: '中庭公约加一条“充电不上楼”，同意吗？',
      text: '再加一条，晒铺盖那一条改一个字。改了哪里，下面逐条看得到。',
      ...{ placeId: 'xingfuli', body: 'yard', subject: 'yard-matter', base: 'cast', worth: 'straw' },
      ...{ window, paper: { precedence: 'latest' } },
    });
    const { id: motionId, revision } = vote.detail;
    const input = { motionId, revision, charterId, base: 1, articles: CHANGED_RULES };
    await yard.phone(chen).tell('charters.draftChange', input);
    await vote.refresh(chen);
    await vote.announce(chen);
  });
  const voters = people.votersIn('xingfuli', -2, [tangPopo]).slice(4, 9);
  const given = voters.map((by, n) => ({ by, choice: n === 3 ? 'no' : 'yes' }) as const);
  story.on(calendar.at(-1, '18:30'), () => vote.cast(given));
  story.on(calendar.at(-1, '20:40'), () => enterPaper(yard, vote.detail.id));
}

/** 居民公约: a statutory change by the delegates, half-way on its lawful path: the party branch has discussed it (PATH-12). */
export function tellCovenant(yard: Yard): void {
  const { story, calendar, people } = yard;
  const { hu, chen, wang } = characters;
  const matter = raised(yard, {
    ...{ placeId: 'lantian', by: wang, at: calendar.at(-11, '09:10') },
    said: {
      title: '居民公约里写上“电瓶不进屋充电”',
      text: '隔壁社区上个月烧了一回。光贴告示不管用，写进居民公约，大家才当回事。',
      kind: 'safety',
    },
    cosigned: [[calendar.at(-10, '12:00'), people.votersIn('xingfuli', -11, [wang]).slice(6, 11)]],
    shared: { by: chen, at: calendar.at(-9, '11:30'), reason: '改居民公约，由居民代表会议来定。' },
  });
  story.on(calendar.at(-28, '15:00'), async () => {
    const photos = await yard.photos(hu, ['paper']);
    await yard.phone(hu).tell('charters.record', {
      ...{ placeId: 'lantian', kind: 'self-government-charter', title: '蓝田社区居民公约' },
      ...{ articles: COVENANT, decidedOn: calendar.on(-900), decidedBy: '居民代表会议', photos },
    });
  });
  story.on(calendar.at(-3, '16:10'), async () => {
    const photos = await yard.photos(chen, ['paper']);
    await yard.phone(chen).tell('paths.record', {
      ...{ matterId: matter.id, step: 'party-discussion', doneOn: calendar.on(-4), photos },
      ...{ responsible: '蓝田社区党委 陈书记', text: '党委会研究过，同意把这一条交给居民代表会议。' },
    });
  });
}
