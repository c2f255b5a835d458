import type { ErrorCode } from '@contract/errors';
import type { RecordedStep } from '@contract/paths';
import type { Context } from '../../kernel/context';
import type { Reader } from '../../kernel/database';
import { Refusal } from '../../kernel/refusal';
import { meetings } from '../meetings/repository';
import type { MotionDocument } from '../motions/documents';
import { maySee as maySeeMotion } from '../motions/policy/office';
import { motions } from '../motions/repository';
import { dayOf } from '../motions/rules/days';
import { decisionOf } from '../motions/rules/worth';
import type { ProposalDocument } from '../proposals/documents';
import { maySee as maySeeProposal } from '../proposals/policy';
import { proposals } from '../proposals/repository';
import type { PathBoardDocument } from './documents';
import type { PathState } from './policy';
import { demandedBefore, GOOD_FOR, isRecorded } from './rules/steps';

/** A proposal with its votes, or a motion that has none. */
export interface Matter {
  id: string;
  title: string;
  placeId: string;
  placeName: string;
  path: string[];
  proposal: ProposalDocument | null;
  /** In the order in which they were drafted. */
  votes: MotionDocument[];
}

/** The matter of an id, as everybody who may see it finds it; NOT_FOUND for whom it is not there. */
export async function matterById({ actor, now }: Context, reader: Reader, id: string): Promise<Matter> {
  const denied = (denial: ErrorCode | null) => {
    if (denial) throw new Refusal(denial);
  };
  const proposal = await proposals.byId(reader, id);
  if (proposal) {
    denied(maySeeProposal(actor, now, proposal));
    const votes = await motions.ofProposal(reader, id);
    votes.sort((a, b) => a.createdAt - b.createdAt);
    const { title, placeId, placeName, path } = proposal;
    return { id, title, placeId, placeName, path, proposal, votes };
  }
  const motion = await motions.byId(reader, id);
  if (!motion || motion.proposalId !== null) throw new Refusal('NOT_FOUND');
  denied(maySeeMotion(actor, now, motion));
  const { title, placeId, placeName, path } = motion;
  return { id, title, placeId, placeName, path, proposal: null, votes: [motion] };
}

const STANDS: readonly MotionDocument['state'][] = ['announced', 'counted'];

/** Votes that were announced by law and not cancelled: what they rest on stays. */
const statutory = ({ votes }: Matter) =>
  votes.filter(({ state, worth }) => STANDS.includes(state) && worth === 'statutory');

type Here = PathState['here'];

/** The steps that a vote rests on, those of another meeting than the one that is looked at left out (PATH-20). */
function restsOn(vote: MotionDocument, { meeting }: Here): RecordedStep[] {
  const question = { ...vote, onMeeting: vote.meetingId !== null };
  const steps = demandedBefore(question, vote.worth).flatMap(({ step }) => (isRecorded(step) ? [step] : []));
  const there = meeting === null || meeting === vote.meetingId;
  return steps.filter((step) => there || GOOD_FOR[step] !== 'meeting');
}

/** The last charter vote that passed by law: its text is what is filed. */
function charterVote({ votes }: Matter): MotionDocument | null {
  const passed = votes.findLast(
    ({ subject, worth, verdict, countedAt }) =>
      subject === 'self-government-charter' &&
      worth === 'statutory' &&
      countedAt !== null &&
      verdict !== null &&
      decisionOf({ worth, outcome: verdict.outcome }) === 'passed',
  );
  return passed ?? null;
}

/** Meetings of the owners that a step of this matter can be recorded for: of its votes, the latest first, then of its agenda. */
function ownersMeetings({ proposal, votes }: Matter): string[] {
  const live = votes.filter(({ body, state }) => body === 'owners' && state !== 'cancelled');
  const ids = [...live.reverse().map(({ meetingId }) => meetingId), proposal?.meetingId ?? null];
  return [...new Set(ids.flatMap((id) => id ?? []))];
}

/** The meeting that a step of a meeting is recorded for: the one that was asked for, or the first that is not cancelled; null: none. */
export async function meetingFor(
  reader: Reader,
  matter: Matter,
  asked: string | null,
): Promise<string | null> {
  const ids = ownersMeetings(matter).filter((id) => asked === null || id === asked);
  for (const id of ids) {
    const meeting = await meetings.byId(reader, id);
    if (meeting?.body === 'owners' && meeting.stage !== 'cancelled') return id;
  }
  return null;
}

/** What recording on the matter's board depends on, for one of its meetings, or for what an entry was recorded for. */
export function stateOf(
  matter: Matter,
  board: PathBoardDocument | null,
  recordedFor: { meeting: string | null; vote?: string | null },
): PathState {
  const here: Here = { vote: charterVote(matter)?._id ?? null, ...recordedFor };
  const charter = matter.votes.find(({ _id }) => _id === here.vote);
  const resting = statutory(matter);
  const opened = resting.flatMap((vote) => restsOn(vote, here).map((step) => [step, vote.opensAt] as const));
  const first = [...opened].sort(([, a], [, b]) => b - a).map(([step, at]) => [step, dayOf(at)] as const);
  return {
    path: matter.path,
    records: board?.records ?? [],
    here,
    inUse: opened.map(([step]) => step),
    // The earliest comes last and stands.
    opensOn: Object.fromEntries(first),
    votedOn: charter ? dayOf(charter.closesAt) : null,
  };
}
