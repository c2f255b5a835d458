import type { CallInput } from '@contract/calls';
import type { ErrorCode } from '@contract/errors';
import type { MotionDetail } from '@contract/motions';
import type { LocalProfile } from '@contract/profile';
import { change } from '../../../kernel/change';
import type { Context } from '../../../kernel/context';
import type { Reader, Transaction } from '../../../kernel/database';
import { store } from '../../../kernel/reader';
import { enforce, found, Refusal, requireRevision } from '../../../kernel/refusal';
import { charterCase } from '../../charters/case';
import type { MeetingDocument } from '../../meetings/documents';
import { meetings } from '../../meetings/repository';
import { boardFor, requirePath, touchBoard } from '../../paths/gate';
import { proposals } from '../../proposals/repository';
import { announced, whoAndWhen } from '../announcement';
import type { MotionDocument } from '../documents';
import { conveningLaw } from '../drafting';
import { followAnnounced } from '../follow';
import { announcedTimes, announceRefusal, type Around } from '../policy/announce';
import { requireRollForSecret } from '../secret/roll';
import { mayAnnounce, maySee } from '../policy/office';
import { presentById } from '../present';
import { motions } from '../repository';
import { standOfRegisters } from '../../register/touching';
import { freezeRoll } from '../roll/freeze';
import { settlingOf, type VotingTime } from '../rules/clock';

type AroundWithLaw = Omit<Around, 'profile'> & { law: Awaited<ReturnType<typeof conveningLaw>> };

/** The meeting, the matter and the law of a motion, as this reader sees them: the roll may take a while, and meanwhile they change. */
async function aroundOf(reader: Reader, motion: MotionDocument, now: number): Promise<AroundWithLaw> {
  const { meetingId, proposalId } = motion;
  const meeting = meetingId === null ? null : await meetings.byId(reader, meetingId);
  const proposal = proposalId === null ? null : await proposals.byId(reader, proposalId);
  const votes = proposalId === null ? [] : await motions.ofProposal(reader, proposalId);
  const charter = await charterCase(reader, motion);
  const law = await conveningLaw(motion, now, reader);
  return { meeting, proposal, votes, charter, law, board: await boardFor(reader, motion) };
}

/** Throws the denial; of a missing step the phone is told beside the code which it is (PATH-17). */
function enforceLawful(
  denial: ErrorCode | null,
  motion: MotionDocument,
  { board, meeting }: Omit<Around, 'profile'>,
): void {
  if (denial === 'PATH_STEP_MISSING') requirePath(motion, board, meeting);
  enforce(denial);
}

/** Written with each vote announced on it: so the vote finds a meeting that is being cancelled or moved, or is found by it (MEET-11). */
async function touchMeeting(transaction: Transaction, meeting: MeetingDocument | null): Promise<void> {
  if (!meeting) return;
  await meetings.put(transaction, { ...meeting, votesAnnounced: (meeting.votesAnnounced ?? 0) + 1 });
}

function announcementOf(motion: MotionDocument) {
  const { rule, worth, opensAt, closesAt, roll, charter } = motion;
  return announced(motion, {
    kind: 'vote-announced',
    title: `表决通知：${motion.title}`,
    body: whoAndWhen(motion),
    facts: {
      rule,
      worth,
      opensAt,
      closesAt,
      roll: roll?.id,
      rollHash: roll?.hash,
      ...(charter ? { charter } : {}),
    },
  });
}

/** The motion as everybody hears of it: times, roll and what the local profile says of it are fixed from here on. */
function announcedAs(
  before: MotionDocument,
  times: VotingTime,
  roll: NonNullable<MotionDocument['roll']>,
  profile: LocalProfile,
): MotionDocument {
  return {
    ...before,
    ...times,
    ...settlingOf({ ...before, ...times }),
    state: 'announced',
    roll,
    phonePresence: profile.phonePresence.includes(before.body),
    confirmedBy: profile.confirmedBy,
    profile,
    revision: before.revision + 1,
  };
}

/**
 * Announces a motion: freezes its roll before the transaction, for it is too large for one (ROLL-12), then makes it current with
 * one write. Broken off in between it is taken up again: a version that nothing refers to harms nobody.
 */
export async function announceMotion(
  context: Context,
  input: CallInput<'motions.announce'>,
): Promise<MotionDetail> {
  const { actor, now } = context;
  const draft = found(await motions.byId(store, input.id));
  enforce(maySee(actor, now, draft));
  const denialOf = (motion: MotionDocument, { law, ...around }: AroundWithLaw) =>
    mayAnnounce(actor, now, motion, law.conveners) ??
    announceRefusal(motion, { ...around, profile: law.profile }, now);
  // Announced already, it is a repetition, or it is refused below: then no roll is made.
  const waiting =
    draft.revision === input.revision && denialOf(draft, await aroundOf(store, draft, now)) === null;
  // Read before the roll and again with it made current: a roll is never half of one register and half of another (REG-7).
  const stand = waiting ? await standOfRegisters(store, draft) : '';
  const roll = waiting ? await freezeRoll(draft, now) : null;
  await change(context, async (transaction) => {
    const before = found(await motions.byId(transaction, input.id));
    const around = await aroundOf(transaction, before, now);
    enforceLawful(denialOf(before, around), before, around);
    requireRevision(before, input.revision);
    // What forbade it a moment ago is gone, and no roll was made: the screen is to be read again.
    if (!roll) throw new Refusal('STALE');
    requireRollForSecret(before, roll.heads);
    const times = announcedTimes(before, around.meeting, now);
    if (stand !== (await standOfRegisters(transaction, before))) throw new Refusal('BUSY');
    const motion = announcedAs(before, times, roll, around.law.profile);
    await motions.put(transaction, motion);
    await touchMeeting(transaction, around.meeting);
    await touchBoard(transaction, around.board);
    await followAnnounced(transaction, context, motion);
    return announcementOf(motion);
  });
  return presentById(context, input.id);
}
