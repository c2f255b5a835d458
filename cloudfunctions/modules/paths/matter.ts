import type { ErrorCode } from '@contract/errors';
import type { RecordedStep } from '@contract/paths';
import type { Context } from '../../kernel/context';
import type { Reader } from '../../kernel/database';
import { Refusal } from '../../kernel/refusal';
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
import { demandedBefore, isRecorded } from './rules/steps';

/** A proposal with its votes, or a motion that has none. */
export interface Matter {
  id: string;
  title: string;
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
    const { title, placeName, path } = proposal;
    return { id, title, placeName, path, proposal, votes };
  }
  const motion = await motions.byId(reader, id);
  if (!motion || motion.proposalId !== null) throw new Refusal('NOT_FOUND');
  denied(maySeeMotion(actor, now, motion));
  const { title, placeName, path } = motion;
  return { id, title, placeName, path, proposal: null, votes: [motion] };
}

const STANDS: readonly MotionDocument['state'][] = ['announced', 'counted'];

/** Votes that were announced by law and not cancelled: what they rest on stays. */
const statutory = ({ votes }: Matter) =>
  votes.filter(({ state, worth }) => STANDS.includes(state) && worth === 'statutory');

function restsOn(vote: MotionDocument): RecordedStep[] {
  const question = { ...vote, onMeeting: vote.meetingId !== null };
  return demandedBefore(question, vote.worth).flatMap(({ step }) => (isRecorded(step) ? [step] : []));
}

function charterVotedOn({ votes }: Matter): string | null {
  const passed = votes.find(
    ({ subject, worth, verdict, countedAt }) =>
      subject === 'self-government-charter' &&
      worth === 'statutory' &&
      countedAt !== null &&
      verdict !== null &&
      decisionOf({ worth, outcome: verdict.outcome }) === 'passed',
  );
  return passed ? dayOf(passed.closesAt) : null;
}

/** What recording on the matter's board depends on. */
export function stateOf(matter: Matter, board: PathBoardDocument | null): PathState {
  const resting = statutory(matter);
  const opened = resting.flatMap((vote) => restsOn(vote).map((step) => [step, vote.opensAt] as const));
  const first = [...opened].sort(([, a], [, b]) => b - a).map(([step, at]) => [step, dayOf(at)] as const);
  return {
    path: matter.path,
    records: board?.records ?? [],
    inUse: opened.map(([step]) => step),
    // The earliest comes last and stands.
    opensOn: Object.fromEntries(first),
    votedOn: charterVotedOn(matter),
  };
}
