import { characters } from '../community/characters';
import { Meeting } from '../steps/meeting';
import { Vote } from '../steps/vote';
import type { Yard } from '../yard';
import { tellOrganisations } from './organisations';

const PLACE = 'xingfuli-3';
const POLICE = '望江路派出所';
const QUARTER_MS = 15 * 60_000;

/** 楼道堆物: whenever the community is looked at, its door is open, somebody is there, and it can be led live (LIVE-1). */
export function tellMeetingToday(yard: Yard): void {
  const { story, calendar, people } = yard;
  const { zhou, chen, wang } = characters;
  const guests = tellOrganisations(yard);
  const meeting = new Meeting(yard);
  const vote = new Vote(yard);
  const startsAt = Math.ceil((calendar.nowAt + QUARTER_MS) / QUARTER_MS) * QUARTER_MS;
  const endsAt = startsAt + 6 * QUARTER_MS;
  story.on(calendar.at(-2, '17:00'), async () => {
    const organisationId = guests.get(POLICE) ?? '';
    await meeting.schedule(zhou, {
      ...{ title: '3栋楼栋会：楼道堆物', form: 'building', body: 'yard', placeId: PLACE },
      ...{ convener: 'building-head', venue: '3栋前坝子', startsAt, endsAt },
      agenda: [
        { id: 'clutter', title: '楼道里的鞋柜和纸箱怎么清', note: '请派出所讲讲消防通道的规定' },
        { id: 'watch', title: '哪些邻居愿意轮流看一看' },
      ],
      guests: [{ organisationId, part: 'speaker', itemId: 'clutter' }],
    });
    await meeting.giveNotice(zhou);
    await vote.draft(zhou, {
      title: '下个星期天一起清楼道，同意吗？',
      text: '各家先把要留的搬回屋里，星期天上午九点一起清，物业出车拉走。',
      ...{ placeId: PLACE, body: 'yard', subject: 'yard-matter', base: 'cast', worth: 'straw' },
      ...{ meetingId: meeting.detail.id, agendaItemId: 'clutter' },
      window: { opensAt: startsAt, closesAt: endsAt },
    });
    await vote.announce(zhou);
  });
  const came = people.votersIn(PLACE, -2, [wang, zhou]).slice(2, 6);
  story.on(calendar.nowAt - 1, () => meeting.checkIn(chen, came));
}
