import type { Body } from '@contract/decision';
import type { PathBoard } from '@contract/paths';
import type { LocalProfile } from '@contract/profile';
import type { Context } from '../../kernel/context';
import { store } from '../../kernel/reader';
import { places } from '../members/repository';
import type { MeetingDocument } from '../meetings/documents';
import { maySee as maySeeMeeting } from '../meetings/policy';
import { meetings } from '../meetings/repository';
import type { MotionDocument } from '../motions/documents';
import { maySee as maySeeMotion } from '../motions/policy/office';
import { profileOf } from '../motions/profile';
import { BODY_LABELS, worthView } from '../motions/words';
import { resolutions } from '../resolutions/repository';
import { provedBy } from './evidence';
import { type Matter, matterById, stateOf } from './matter';
import { pathBoards } from './repository';
import { stepsFor } from './rules/steps';
import { stepViews } from './views';

/** What a matter can be put to while no vote has settled it: the bodies that meet in its community. */
const BODIES_THERE: readonly Body[] = [
  'owners',
  'residents-assembly',
  'residents-delegates',
  'villagers-assembly',
  'villagers-delegates',
  'yard',
];

/** The latest vote of the matter that this person may see, of the body that was asked for where one was. */
function voteOf({ actor, now }: Context, { votes }: Matter, body: Body | null): MotionDocument | null {
  const seen = votes.filter((vote) => maySeeMotion(actor, now, vote) === null && vote.state !== 'cancelled');
  return seen.findLast((vote) => body === null || vote.body === body) ?? null;
}

/** The meeting of the vote; where that was cancelled, or nothing is drafted yet, the one whose agenda holds the matter (PATH-20). */
async function meetingOf(
  { actor, now }: Context,
  { proposal }: Matter,
  vote: MotionDocument | null,
): Promise<MeetingDocument | null> {
  if (vote && vote.meetingId === null) return null;
  for (const id of [vote?.meetingId, proposal?.meetingId]) {
    const meeting = id ? await meetings.byId(store, id) : null;
    if (meeting && meeting.stage !== 'cancelled' && maySeeMeeting(actor, now, meeting) === null)
      return meeting;
  }
  return null;
}

/** Where nothing says it yet: homes in a yard are their owners', a village group is the villagers', all else the residents'. */
async function likelyBody(matter: Matter, meeting: MeetingDocument | null): Promise<Body> {
  if (meeting) return meeting.body;
  const kinds = (await places.onPath(store, matter.path)).map(({ kind }) => kind);
  if (kinds.includes('village-group')) return 'villagers-assembly';
  return kinds.includes('estate') ? 'owners' : 'residents-assembly';
}

/** Whose local rules hold, and what that makes of a vote here (PATH-9, PATH-18). */
export function profileWords(profile: LocalProfile, body: Body): string {
  if (!profile.confirmedBy) return '这里还没有机关确认过本地办法，手机表决只能是预表决或意见征询。';
  const allowed = profile.electronicVotes.includes(body);
  const may = allowed ? '可以在手机上作法定表决' : '没有写明可以在手机上作法定表决，只能是预表决或意见征询';
  return `本地办法由${profile.confirmedBy}确认：${BODY_LABELS[body]}${may}。`;
}

function wordsOf(vote: MotionDocument | null): string {
  if (vote?.worth === 'statutory') return '这是法定表决：带“!”的步骤没做，就不能往下走。';
  if (vote)
    return `这是${worthView(vote.worth).label}，不受这些步骤限制。以后要作法定表决，需要下面这些步骤。`;
  return '还没有定下表决。要作法定表决，需要下面这些步骤。';
}

/** The board of a matter as this person sees it, read afresh. */
export async function presentBoard(
  context: Context,
  matterId: string,
  asked: Body | null = null,
): Promise<PathBoard> {
  const { actor, now } = context;
  const matter = await matterById(context, store, matterId);
  const vote = voteOf(context, matter, asked);
  const [board, meeting, profile, resolution] = await Promise.all([
    pathBoards.of(store, matterId),
    meetingOf(context, matter, vote),
    vote ? profileOf(store, vote) : places.profileFor(store, matter.path),
    vote?.resolutionId ? resolutions.byId(store, vote.resolutionId) : null,
  ]);
  const body = vote?.body ?? asked ?? (await likelyBody(matter, meeting));
  const sitting = meeting?.body === body ? meeting : null;
  const onMeeting = vote ? vote.meetingId !== null : true;
  const enforced = vote?.worth === 'statutory';
  const state = stateOf(matter, board, { meeting: sitting?._id ?? null });
  const proved = provedBy(sitting, vote, resolution);
  const bodies = [...new Set([body, ...matter.votes.map((one) => one.body), ...BODIES_THERE])];
  return {
    matterId,
    title: matter.title,
    placeId: matter.placeId,
    placeName: matter.placeName,
    body,
    bodyLabel: BODY_LABELS[body],
    bodies: bodies.map((one) => ({ body: one, label: BODY_LABELS[one] })),
    worth: vote && worthView(vote.worth),
    enforced,
    meetingId: sitting?._id ?? null,
    words: wordsOf(vote),
    profileWords: profileWords(profile, body),
    steps: stepViews(stepsFor({ body, subject: vote?.subject ?? null, onMeeting }), {
      ...{ actor, now, state, proved, enforced },
    }),
  };
}
