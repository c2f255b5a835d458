import type { MotionDetail, MyVoter } from '@contract/motions';
import type { ErrorCode } from '@contract/errors';
import type { Context } from '../../kernel/context';
import { personOf } from '../../kernel/context';
import { store } from '../../kernel/reader';
import { found } from '../../kernel/refusal';
import { charterCase } from '../charters/case';
import { mayMakeVoterPapers } from '../documents/policy';
import type { MeetingDocument } from '../meetings/documents';
import { attendances, meetings } from '../meetings/repository';
import { boardFor } from '../paths/gate';
import { pathDenial } from '../paths/rules/missing';
import { proposals } from '../proposals/repository';
import { mayPublish } from '../resolutions/policy';
import type { MotionDocument } from './documents';
import { conveningLaw } from './drafting';
import { extensionWords } from './extension-words';
import { figuresView } from './figures';
import { votersView } from './mine';
import { announceRefusal, type Around } from './policy/announce';
import { paperTermsView } from './paper-views';
import { mayOpenBox } from './policy/box';
import * as office from './policy/office';
import { mayOpenPapers } from './policy/paper';
import { phaseOf } from './policy/phase';
import { needsPresence } from './policy/terms';
import { motions } from './repository';
import { rollView, summaryView, termsView, ballotView } from './views';
import { BODY_LABELS, choicesOf, ruleView, SUBJECT_LABELS } from './words';

type Meeting = MotionDetail['meeting'];

async function meetingView(
  context: Context,
  motion: MotionDocument,
  meeting: MeetingDocument | null,
): Promise<Meeting> {
  if (!meeting) return null;
  const { _id: id, title, startsAt } = meeting;
  const attendance = await attendances.ofPerson(store, id, context.actor.personId);
  return { id, title, startsAt, checkedIn: attendance !== null, needsPresence: needsPresence(motion) };
}

/** Why the caller can cast nothing now, or null: asked in the order in which the call asks (SEC-15). */
function voteDenial(
  context: Context,
  motion: MotionDocument,
  meeting: Meeting,
  mine: readonly MyVoter[],
): ErrorCode | null {
  const own = mine.filter((voter) => voter.may === null);
  if (own.length === 0) return mine[0]?.may ?? 'NOT_ON_ROLL';
  const time = office.ballotTime(motion, context.now);
  if (time) return time;
  if (meeting?.needsPresence && !meeting.checkedIn) return 'PRESENCE_NEEDED';
  return own.every((voter) => voter.locked !== null) ? (own[0]?.locked ?? null) : null;
}

/** Only an office has to know which body convenes: for everybody else nothing is read. */
async function canDo(
  context: Context,
  motion: MotionDocument,
  vote: ErrorCode | null,
  around: Omit<Around, 'profile' | 'votes' | 'board' | 'charter'>,
): Promise<MotionDetail['can']> {
  const { actor, now } = context;
  const denial = office.mayPrepare(actor, now, motion.path);
  const board = denial ? null : await boardFor(store, motion);
  const known = {
    vote,
    publish: mayPublish(actor, now, motion) ?? pathDenial(motion, board, around.meeting),
    enterPaper: mayOpenPapers(actor, now, motion),
    box: mayOpenBox(actor, now, motion),
    print: mayMakeVoterPapers(actor, now, { ...motion, phase: phaseOf(motion, now) }),
  };
  if (denial) return { ...known, edit: denial, announce: denial, changeClosing: denial, cancel: denial };
  const { proposalId } = motion;
  const [{ conveners, profile }, charter, votes] = await Promise.all([
    conveningLaw(motion, now),
    charterCase(store, motion),
    proposalId === null ? [] : motions.ofProposal(store, proposalId),
  ]);
  return {
    ...known,
    edit: office.mayEdit(actor, now, motion, conveners),
    announce:
      office.mayAnnounce(actor, now, motion, conveners) ??
      announceRefusal(motion, { ...around, votes, board, charter, profile }, now),
    changeClosing: office.mayChangeClosing(actor, now, motion, conveners),
    cancel: office.mayCancel(actor, now, motion, conveners),
  };
}

/** Everything that the screen of one motion shows to this person, in one answer. */
export async function presentMotion(context: Context, motion: MotionDocument): Promise<MotionDetail> {
  const [mine, held, figures, proposal] = await Promise.all([
    votersView(personOf(context), motion, context.now),
    motion.meetingId ? meetings.byId(store, motion.meetingId) : null,
    figuresView(motion, context.now),
    motion.proposalId ? proposals.byId(store, motion.proposalId) : null,
  ]);
  const meeting = await meetingView(context, motion, held);
  const vote = voteDenial(context, motion, meeting, mine);
  const { mine: _counts, ...summary } = summaryView(motion, context.now, { voters: 0, cast: 0 });
  const { text, bodyKind, interim, closingChanges, cancelled, verdict, countedAt, resolutionId } = motion;
  return {
    ...summary,
    ...{ text, bodyKind, interim, closingChanges, cancelled, verdict, countedAt, resolutionId },
    terms: termsView(motion),
    ...ballotView(motion),
    bodyLabel: BODY_LABELS[motion.body],
    subjectLabel: SUBJECT_LABELS[motion.subject],
    rule: ruleView(motion),
    choices: choicesOf(motion),
    proposalTitle: proposal?.title ?? null,
    meeting,
    roll: rollView(motion),
    confirmedBy: motion.confirmedBy ?? null,
    paper: paperTermsView(motion),
    extensionWords: extensionWords(motion, context.now),
    figures,
    charter: motion.charter ?? null,
    mine,
    revision: motion.revision,
    can: await canDo(context, motion, vote, { meeting: held, proposal }),
  };
}

/** The same after a command, whatever it changed. */
export async function presentById(context: Context, id: string): Promise<MotionDetail> {
  return presentMotion(context, found(await motions.byId(store, id)));
}
