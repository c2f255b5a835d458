import type { TodoCard } from '@contract/overview';
import type { Context } from '../../kernel/context';
import { chinaTime } from '../../kernel/wording';
import { officesNow, type PersonDocument } from '../../kernel/person';
import { store } from '../../kernel/reader';
import type { MeetingDocument } from '../meetings/documents';
import { isOfMeeting, mayCheckIn } from '../meetings/policy';
import { attendances } from '../meetings/repository';
import { claims } from '../members/repository';
import type { MotionDocument } from '../motions/documents';
import { partsOf } from '../motions/mine';
import { DAY_MS, startOfDay } from '../motions/rules/days';
import type { ProposalDocument } from '../proposals/documents';
import { proposals } from '../proposals/repository';
import { silentOnOf } from '../proposals/silence';
import { mayReport } from '../resolutions/policy';
import { resolutions } from '../resolutions/repository';
import { links } from './links';

/** A meeting is put before people a week ahead, and the answer to a claim stays for as long. */
const WEEK_MS = 7 * DAY_MS;
const CLAIMS_LOOKED_AT = 10;
const WORK_LIMIT = 50;

/** Open votes in which the person, or a home of theirs, has not voted yet. */
export async function voteCards(
  person: PersonDocument,
  running: readonly MotionDocument[],
  now: number,
): Promise<TodoCard[]> {
  const open = running.filter((motion) => motion.opensAt <= now);
  const parts = await partsOf(person, open);
  return open.flatMap(({ _id: id, title, placeName, closesAt }) => {
    const { voters = 0, cast = 0 } = parts.get(id) ?? {};
    if (cast >= voters) return [];
    const detail = cast === 0 ? '正在表决，您还没有投票' : `正在表决，您还有${voters - cast}票没有投`;
    return [{ kind: 'vote', id, title, detail, placeName, dueAt: closesAt, link: links.motion(id) }];
  });
}

async function meetingCard({ actor, now }: Context, meeting: MeetingDocument): Promise<TodoCard | null> {
  if (!isOfMeeting(actor, now, meeting) || meeting.startsAt > now + WEEK_MS) return null;
  const denial = mayCheckIn(actor, now, meeting);
  const { _id: id, title, venue, placeName, startsAt, endsAt } = meeting;
  const detail = `${chinaTime(startsAt)}，${venue}`;
  if (denial !== null) {
    return { kind: 'meeting', id, title, detail, placeName, dueAt: startsAt, link: links.meeting(id) };
  }
  const there = await attendances.ofPerson(store, id, actor.personId);
  if (there) return null;
  return { kind: 'check-in', id, title, detail, placeName, dueAt: endsAt, link: links.checkIn(id) };
}

/** Meetings of the coming days, and those where the door is open. */
export async function meetingCards(
  context: Context,
  coming: readonly MeetingDocument[],
): Promise<TodoCard[]> {
  const cards = await Promise.all(coming.map((meeting) => meetingCard(context, meeting)));
  return cards.filter((card) => card !== null);
}

async function authorCard(proposal: ProposalDocument): Promise<TodoCard | null> {
  const { _id: id, title, placeName, stage, appeal, resolutionId } = proposal;
  if (stage === 'returned') {
    if (appeal?.decision === 'pending') return null;
    const detail = '被退回了，可以改了再提，也可以申诉';
    return { kind: 'returned', id, title, detail, placeName, dueAt: null, link: links.proposal(id) };
  }
  const detail = '办好了，请您看看是不是真的办好了';
  const base = { kind: 'confirm', title, detail, placeName } as const;
  const resolution = resolutionId ? await resolutions.byId(store, resolutionId) : null;
  const silentOn = resolution ? resolution.silentOn : silentOnOf(proposal);
  const dueAt = silentOn ? startOfDay(silentOn) : null;
  if (!resolutionId) return { ...base, id, dueAt, link: links.proposal(id) };
  return { ...base, id: resolutionId, dueAt, link: links.resolution(resolutionId) };
}

/** What waits for its author: a finished matter to be confirmed, a returned one to be written anew. */
export async function authorCards({ actor }: Context): Promise<TodoCard[]> {
  const own = await proposals.waitingFor(actor.personId);
  const cards = await Promise.all(own.map(authorCard));
  return cards.filter((card) => card !== null);
}

/** Action items for which the caller's office is responsible (RES-6). */
export async function workCards({ actor, now }: Context): Promise<TodoCard[]> {
  const own = await Promise.all(officesNow(actor, now).map((held) => resolutions.workOf(held, WORK_LIMIT)));
  const work = new Map(own.flat().map((one) => [one._id, one]));
  return [...work.values()].flatMap((resolution) =>
    resolution.items
      .filter((item) => mayReport(actor, now, resolution, item) === null)
      .map(({ title, dueOn }) => ({
        kind: 'action-item' as const,
        id: resolution._id,
        title,
        detail: resolution.title,
        placeName: resolution.placeName,
        dueAt: startOfDay(dueOn) + DAY_MS,
        link: links.resolution(resolution._id),
      })),
  );
}

/** 公事 and 家事 that the caller's office was given (PRO-12). */
export async function handlingCards({ actor, now }: Context): Promise<TodoCard[]> {
  const own = await Promise.all(
    officesNow(actor, now).map(({ placeId, office }) => proposals.givenTo(placeId, [office], WORK_LIMIT)),
  );
  const matters = new Map(own.flat().map((one) => [one._id, one]));
  return [...matters.values()].map(({ _id: id, title, placeName }) => {
    const detail = '交给您办的事，办好了请报告';
    return { kind: 'action-item', id, title, detail, placeName, dueAt: null, link: links.proposal(id) };
  });
}

/** Claims of the caller that were decided within the week. */
export async function claimCards({ actor, now }: Context): Promise<TodoCard[]> {
  const own = await claims.ofPerson(actor.personId, CLAIMS_LOOKED_AT);
  const lately = own.filter(({ decidedAt }) => decidedAt !== null && decidedAt > now - WEEK_MS);
  return lately.flatMap(({ _id: id, homeLabel, state, reason }) => {
    if (state !== 'accepted' && state !== 'refused') return [];
    const detail = state === 'accepted' ? '房屋认领通过了' : `房屋认领没有通过：${reason ?? ''}`;
    return [{ kind: 'claim', id, title: homeLabel, detail, placeName: '', dueAt: null, link: links.homes }];
  });
}
