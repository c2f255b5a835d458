import type { CallInput } from '@contract/calls';
import type { HomeView, TodoCard } from '@contract/overview';
import type { Context } from '../../../kernel/context';
import { officesNow, type PersonDocument } from '../../../kernel/person';
import type { MeetingDocument } from '../../meetings/documents';
import { meetings } from '../../meetings/repository';
import { countUnreadOf } from '../../messages/repository';
import type { MotionDocument } from '../../motions/documents';
import { motions } from '../../motions/repository';
import type { PlaceDocument } from '../../members/documents';
import { proposals } from '../../proposals/repository';
import { sightIn } from '../../proposals/sight';
import { resolutions } from '../../resolutions/repository';
import { finishedMatters, noticeCards } from '../board';
import { choicesFor } from '../choices';
import { byDeadline } from '../rules';
import { authorCards, claimCards, handlingCards, meetingCards, voteCards, workCards } from '../todo';
import { volunteerCards } from '../volunteer-cards';

const FINISHED_SHOWN = 5;
const PUBLISHED_SHOWN = 5;

interface Running {
  meetings: MeetingDocument[];
  motions: MotionDocument[];
}

async function todoOf(context: Context, person: PersonDocument, running: Running): Promise<TodoCard[]> {
  const cards = await Promise.all([
    voteCards(person, running.motions, context.now),
    meetingCards(context, running.meetings),
    authorCards(context),
    workCards(context),
    handlingCards(context),
    claimCards(context),
    volunteerCards(context),
  ]);
  return byDeadline(cards.flat());
}

/** What everybody in the place reads: of the place itself, what it lies in, and the caller's own places in it. */
async function boardOf(context: Context, place: PlaceDocument, running: Running) {
  const near = ({ path, placeId }: { path: string[]; placeId: string }) =>
    path.includes(place._id) || place.path.includes(placeId);
  const within = await sightIn(context, place._id);
  const [published, closed] = await Promise.all([
    resolutions.latestAt(place.path, PUBLISHED_SHOWN),
    proposals.inPlace({ placeId: place._id, stages: ['closed'], within }),
  ]);
  const notices = noticeCards({
    meetings: running.meetings.filter(near),
    motions: running.motions.filter(near),
    resolutions: published,
  });
  return { notices, finished: await finishedMatters(closed.items.slice(0, FINISHED_SHOWN)) };
}

const NOTHING: HomeView = {
  place: null,
  places: [],
  todo: [],
  notices: [],
  finished: [],
  unread: 0,
  signedIn: false,
  desk: false,
};

/** 首页 in one answer: what waits for the caller by deadline, what was announced, what was said and done. */
export async function readHome(context: Context, input: CallInput<'overview.home'>): Promise<HomeView> {
  const { actor, now } = context;
  const { person } = actor;
  if (!person) return NOTHING;
  const choices = await choicesFor(context, input.placeId);
  const offered = choices.all.map(({ id }) => id);
  const near = [...new Set([...person.places, ...offered, ...(choices.shown?.path ?? [])])];
  const left = (person.formerTies ?? []).flatMap(({ path }) => path);
  const [coming, running, unread] = await Promise.all([
    meetings.comingAt(near, now),
    // Whoever left a home has votes on rolls from before that wait for them (ROLL-18).
    motions.runningAt([...new Set([...near, ...left])], now),
    countUnreadOf(actor.personId),
  ]);
  const current = { meetings: coming, motions: running };
  const [todo, board] = await Promise.all([
    todoOf(context, person, current),
    choices.shown && boardOf(context, choices.shown, current),
  ]);
  return {
    ...NOTHING,
    ...board,
    place: choices.choice,
    places: choices.all,
    todo,
    unread,
    signedIn: true,
    desk: officesNow(actor, now).length > 0,
  };
}
