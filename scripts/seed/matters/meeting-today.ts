import { characters } from '../community/characters';
import { Meeting } from '../steps/meeting';
import { Vote } from '../steps/vote';
import type { Yard } from '../yard';
import { tellOrganisations } from './organisations';

const PLACE = 'xingfuli-3';
const POLICE = '望江路派出所';
const QUARTER_MS = 15 * 60_000;

/** 消防通道: whenever the community is looked at, its door is open, somebody is there, and it can be led live (LIVE-1). */
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
      ...{ title: '3栋楼栋会：消防通道', form: 'building', body: 'yard', placeId: PLACE },
      ...{ convener: 'building-head', venue: '3栋前坝子', startsAt, endsAt },
      agenda: [
        { id: 'lane', title: '消防通道怎么管住乱停车', note: '请派出所讲讲规定' },
        { id: 'watch', title: '哪些邻居愿意轮流看一看、喊一声' },
      ],
      guests: [{ organisationId, part: 'speaker', itemId: 'lane' }],
    });
    await meeting.giveNotice(zhou);
    await vote.draft(zhou, {
      title: '消防通道两边画黄线、装两根立柱，同意吗？',
      text: '黄线由物业画，立柱两根连工带料640元，从3栋的公共收益里出。',
      ...{ placeId: PLACE, body: 'yard', subject: 'yard-matter', base: 'cast', worth: 'straw' },
      ...{ meetingId: meeting.detail.id, agendaItemId: 'lane' },
      window: { opensAt: startsAt, closesAt: endsAt },
    });
    await vote.announce(zhou);
  });
  const came = people.votersIn(PLACE, -2, [wang, zhou]).slice(2, 6);
  story.on(calendar.nowAt - 1, () => meeting.checkIn(chen, came));
}
