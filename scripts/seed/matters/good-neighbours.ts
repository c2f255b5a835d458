import { characters } from '../community/characters';
import type { Person } from '../community/people';
import type { Yard } from '../yard';

interface Recommended {
  by: Person;
  name: string;
  where: string;
  reason: string;
}

/** 最美邻居: one nominee stands, one has agreed and waits for the desk, one has still to say yes with the code. */
export function tellGoodNeighbours(yard: Yard): void {
  const { story, calendar } = yard;
  const { chen, wang, zhong, fang, luo, tangPopo, he, zhou } = characters;
  let roundId = '';
  story.on(calendar.at(-7, '09:30'), async () => {
    const round = await yard.phone(chen).tell('nominations.open', {
      ...{ placeId: 'xingfuli', title: '今年的最美邻居', seats: 1, closesAt: calendar.at(5, '18:00') },
      purpose: '平时肯帮忙、大家都念他好的邻居。事情不怕小，写清楚帮了谁、帮了啥子。',
    });
    roundId = round.id;
  });
  const recommend = async ({ by, ...who }: Recommended, nominee: Person | null) => {
    const made = await yard.phone(by).tell('nominations.nominate', { roundId, ...who, photos: [] });
    const answer = { id: made.id, code: made.code ?? '', agree: true };
    if (nominee) await yard.phone(nominee).tell('nominations.answer', answer);
    return made.id;
  };
  story.on(calendar.at(-6, '20:00'), async () => {
    const reason = '哪家水管漏了、灯不亮了，喊一声就来，修了好多年没收过一分钱。';
    const id = await recommend({ by: wang, name: '钟师傅', where: '2栋1单元', reason }, zhong);
    const input = { id, accept: true, reason: '', joinTo: null };
    await yard.phone(chen).tell('nominations.check', input);
  });
  story.on(calendar.at(-3, '21:00'), async () => {
    const lessons = '疫情那两年天天给楼上老人送菜，现在还带娃儿们认字。';
    await recommend({ by: luo, name: '何静', where: '3栋1单元', reason: lessons }, he);
    const dance = '舞蹈队的音响是他一家一家敲门商量下来的，现在没得人吵架了。';
    await recommend({ by: fang, name: '周老师', where: '3栋1单元', reason: dance }, null);
    const porch = '下雨天总在门洞头给大家收衣服，还给流浪猫喂饭。';
    await recommend({ by: zhou, name: '唐婆婆', where: '3栋2单元', reason: porch }, tangPopo);
  });
}
