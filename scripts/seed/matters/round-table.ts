import { characters } from '../community/characters';
import type { Yard } from '../yard';

/** 圆桌议事, every month: the coming session gathers suggestions, one is on its agenda already (FORM-8 to FORM-10). */
export function tellRoundTable(yard: Yard): void {
  const { story, calendar } = yard;
  const { chen, tangPopo, zheng, luo } = characters;
  let seriesId = '';
  const coming = async () => {
    const { sessions } = await yard.by('chen').ask('series.detail', { id: seriesId });
    const session = sessions.find(({ state }) => state === 'gathering');
    if (!session?.id) throw new Error('the coming session is not prepared');
    return { ...session, id: session.id };
  };
  story.on(calendar.at(-12, '11:00'), async () => {
    const plan = await yard.phone(chen).tell('series.plan', {
      ...{ title: '幸福里圆桌议事', placeId: 'xingfuli', form: 'round-table', convener: 'secretary' },
      ...{ venue: '社区党群服务中心一楼', every: 'month', firstOn: calendar.on(5) },
      ...{ startsAt: '19:00', minutes: 90 },
    });
    seriesId = plan.id;
  });
  yard.timerAt(calendar.at(-2, '06:00'));
  const said = [
    [tangPopo, '中庭的石凳子冬天坐起冰凉，能不能换成木头的？'],
    [zheng, '外卖放门卫那里老是拿错，想要一个架子。'],
    [luo, '商铺门口的积水，下雨就漫到人行道上。'],
  ] as const;
  story.on(calendar.at(-2, '18:00'), async () => {
    const { id } = await coming();
    for (const [by, text] of said) await yard.phone(by).tell('series.suggest', { sessionId: id, text });
  });
  story.on(calendar.at(-1, '09:20'), async () => {
    const { id, suggestions } = await coming();
    const [benches, shelf] = suggestions;
    const topic = { sessionId: id, suggestionId: benches?.id ?? '', title: '中庭石凳换木凳' };
    await yard.phone(chen).tell('series.sortSuggestion', topic);
    const text = '门卫室外面这个星期就装，物业已经买好了架子。';
    const answer = { sessionId: id, suggestionId: shelf?.id ?? '', text };
    await yard.phone(chen).tell('series.answerSuggestion', answer);
  });
}
