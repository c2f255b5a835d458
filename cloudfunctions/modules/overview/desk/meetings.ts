import type { DeskItem } from '@contract/overview';
import { CONVENING_OFFICES, type Office, OFFICES } from '@contract/roles';
import type { Context } from '../../../kernel/context';
import { store } from '../../../kernel/reader';
import { officesNow } from '../../../kernel/person';
import { chinaDay, chinaTime } from '../../../kernel/wording';
import type { MeetingDocument } from '../../meetings/documents';
import { meetings } from '../../meetings/repository';
import { minutesLink } from '../../minutes/release';
import { minutes } from '../../minutes/repository';
import { places } from '../../members/repository';
import { motions } from '../../motions/repository';
import { addDays, dayOf, startOfDay } from '../../motions/rules/days';
import { noticeDays } from '../../motions/rules/notice';
import { mayReport } from '../../resolutions/policy';
import { resolutions } from '../../resolutions/repository';
import { challenges } from '../../rolls/repository';
import { links } from '../links';
import { type DeskSource, due, LIMIT, waiting } from './scope';

const PUBLISHING: Office[] = ['secretary', 'residents-committee', 'villagers-committee', 'owners-committee'];
/** Who sees at the desk what was given to their own office; the publishing ones see all work. */
const RESPONSIBLE = OFFICES.filter((office) => !PUBLISHING.includes(office));

/** Of what somebody wrote as much as a line of the desk takes. */
const DETAIL_LENGTH = 40;

/** A draft's notice has to go out while its day still keeps the notice period (PATH-1); afterwards it waits to be changed or cancelled (MEET-14). */
async function draftItem(now: number, meeting: MeetingDocument): Promise<DeskItem> {
  const { _id: id, title, body, path, placeName, startsAt, createdAt: since } = meeting;
  const days = noticeDays(body, await places.profileFor(store, path));
  const lastOn = addDays(dayOf(startsAt), -(days + 1));
  const detail =
    startsAt > now
      ? `${chinaTime(startsAt)}开会，最晚${chinaDay(lastOn)}发通知`
      : `原定${chinaTime(startsAt)}开会，没有发通知：请改时间或者取消`;
  const dueAt = startOfDay(addDays(lastOn, 1));
  return { id, title, detail, placeName, since, ...due(dueAt, now), link: links.meeting(id) };
}

async function drafts({ now }: Context, placeId: string): Promise<DeskItem[]> {
  const rows = await meetings.drafts(placeId, LIMIT);
  return Promise.all(rows.map((meeting) => draftItem(now, meeting)));
}

async function withoutMinutes({ now }: Context, placeId: string): Promise<DeskItem[]> {
  const past = { when: 'past', from: now, stages: ['noticed'] } as const;
  const { items: rows } = await meetings.inPlace(placeId, past, null, LIMIT);
  const over = rows.filter((meeting) => meeting.endsAt < now);
  return over.map(({ _id: id, title, placeName, endsAt: since }) => {
    return {
      id,
      title,
      detail: '会开完了，还没有纪要',
      placeName,
      since,
      ...waiting,
      link: links.meeting(id),
    };
  });
}

/** Corrections of minutes wait for an answer: without it they do not become final (MIN-6). */
async function askedCorrections(placeId: string): Promise<DeskItem[]> {
  const rows = await minutes.askedIn(placeId, LIMIT);
  const asked = await Promise.all(rows.map(({ _id }) => meetings.byId(store, _id)));
  return rows.flatMap(({ open, versions }, n) => {
    const meeting = asked[n];
    if (!meeting) return [];
    const { _id: id, title, placeName } = meeting;
    const since = versions.at(-1)?.at ?? meeting.endsAt;
    const detail = `${open}条更正等答复`;
    return [{ id, title, detail, placeName, since, ...waiting, link: minutesLink(id) }];
  });
}

async function motionDrafts({ now }: Context, placeId: string): Promise<DeskItem[]> {
  const rows = await motions.inPlace(placeId, ['draft'], null);
  return rows.map(({ _id: id, title, placeName, opensAt, createdAt: since }) => {
    const detail = `${chinaTime(opensAt)}开始，还没有公布`;
    return { id, title, detail, placeName, since, ...due(opensAt, now), link: links.motion(id) };
  });
}

/** Until the vote opens its roll can still be made anew (ROLL-15); afterwards an objection waits for its answer alone. */
async function rollChallenges({ now }: Context, placeId: string): Promise<DeskItem[]> {
  const rows = await challenges.openIn(placeId, LIMIT);
  const votes = await Promise.all(
    [...new Set(rows.map(({ motionId }) => motionId))].map((id) => motions.byId(store, id)),
  );
  return rows.flatMap(({ _id: id, motionId, personName, homeLabel, text, raisedAt: since }) => {
    const motion = votes.find((one) => one?._id === motionId);
    if (!motion) return [];
    const detail = [homeLabel ?? personName, text.slice(0, DETAIL_LENGTH)].join('：');
    const dueAt = now < motion.opensAt ? due(motion.opensAt, now) : waiting;
    const { title, placeName } = motion;
    return [{ id, title, detail, placeName, since, ...dueAt, link: links.roll(motionId) }];
  });
}

async function unpublished(placeId: string): Promise<DeskItem[]> {
  const left = await motions.unpublished(placeId, LIMIT);
  return left.map(({ _id: id, title, placeName, countedAt, closesAt }) => {
    const since = countedAt ?? closesAt;
    return {
      id,
      title,
      detail: '计票完成，还没有公示',
      placeName,
      since,
      ...waiting,
      link: links.motion(id),
    };
  });
}

async function openWork({ now }: Context, placeId: string): Promise<DeskItem[]> {
  const rows = await resolutions.workIn(placeId, LIMIT);
  return rows.flatMap(
    ({ _id, title: matter, placeName, publishedAt: since, publishedUntilOn, stage, items }) => {
      if (stage === 'publishing') {
        const detail = `还没有交办；公示到${chinaDay(publishedUntilOn)}，期满没有要办的事就办结`;
        const dueAt = startOfDay(addDays(publishedUntilOn, 1));
        return [
          {
            id: _id,
            title: matter,
            detail,
            placeName,
            since,
            ...due(dueAt, now),
            link: links.resolution(_id),
          },
        ];
      }
      return items
        .filter((item) => item.state === 'open')
        .map(({ id, title, responsible, dueOn }) => {
          const dueAt = startOfDay(addDays(dueOn, 1));
          const detail = `由${responsible.label}办理，${chinaDay(dueOn)}前办完`;
          return { id, title, detail, placeName, since, ...due(dueAt, now), link: links.resolution(_id) };
        });
    },
  );
}

/** Work that was given to one of the caller's offices at this place, and to no office that looks after all of it anyway (RES-6). */
async function ownWork({ actor, now }: Context, placeId: string): Promise<DeskItem[]> {
  const held = officesNow(actor, now).filter((one) => one.placeId === placeId);
  const rows = await Promise.all(held.map((one) => resolutions.workOf(one, LIMIT)));
  const work = new Map(rows.flat().map((resolution) => [resolution._id, resolution]));
  return [...work.values()].flatMap((resolution) =>
    resolution.items
      .filter((item) => mayReport(actor, now, resolution, item) === null)
      .map(({ id, title, dueOn }) => {
        const { _id, title: matter, placeName, publishedAt: since } = resolution;
        const dueAt = startOfDay(addDays(dueOn, 1));
        const detail = `${chinaDay(dueOn)}前办完：${matter}`;
        return { id, title, detail, placeName, since, ...due(dueAt, now), link: links.resolution(_id) };
      }),
  );
}

/** What the offices have taken up. */
export const meetingSources: DeskSource[] = [
  { task: 'give-notice', label: '待发通知的会议', offices: CONVENING_OFFICES, find: drafts },
  { task: 'minutes', label: '待写纪要的会议', offices: CONVENING_OFFICES, find: withoutMinutes },
  {
    task: 'minutes',
    label: '待答复的纪要更正',
    offices: CONVENING_OFFICES,
    find: (_context, placeId) => askedCorrections(placeId),
  },
  { task: 'announce', label: '待公布的表决', offices: CONVENING_OFFICES, find: motionDrafts },
  { task: 'roll-challenge', label: '待答复的名册异议', offices: CONVENING_OFFICES, find: rollChallenges },
  {
    task: 'publish',
    label: '待公示的结果',
    offices: PUBLISHING,
    find: (_context, placeId) => unpublished(placeId),
  },
  { task: 'action-item', label: '正在办理的决议', offices: PUBLISHING, find: openWork },
  { task: 'action-item', label: '交给您办的决议事项', offices: RESPONSIBLE, find: ownWork },
];
