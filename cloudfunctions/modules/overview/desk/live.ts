import type { DeskItem } from '@contract/overview';
import { CONVENING_OFFICES } from '@contract/roles';
import type { Context } from '../../../kernel/context';
import { chinaTime } from '../../../kernel/wording';
import { meetings } from '../../meetings/repository';
import { windowRefusal } from '../../live/rules/running';
import { links } from '../links';
import { type DeskSource, due, LIMIT } from './scope';

/** A meeting is over within half a day, and its yard within four hours more. */
const BEGAN_WITHIN_MS = 16 * 60 * 60 * 1000;

/** Meetings that are held about now: the way to lead them (LIVE-1). */
async function held({ now }: Context, placeId: string): Promise<DeskItem[]> {
  const lately = { when: 'coming', from: now - BEGAN_WITHIN_MS, stages: ['noticed'] } as const;
  const { items } = await meetings.inPlace(placeId, lately, null, LIMIT);
  const on = items.filter((meeting) => now <= meeting.endsAt && windowRefusal(meeting, now) === null);
  return on.map(({ _id: id, title, placeName, venue, startsAt, endsAt }) => {
    const detail = `${chinaTime(startsAt)}，${venue}`;
    return { id, title, detail, placeName, since: startsAt, ...due(endsAt, now), link: links.live(id) };
  });
}

export const liveSources: DeskSource[] = [
  { task: 'live', label: '正在开的会', offices: CONVENING_OFFICES, find: held },
];
