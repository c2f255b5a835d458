import type { ErrorCode } from '@contract/errors';
import type { LocalProfile } from '@contract/profile';
import { formVoteRefusal } from '../../forms/rules/form-book';
import { type DraftCase, draftRefusal } from '../../charters/policy';
import type { MeetingDocument } from '../../meetings/documents';
import type { PathBoardDocument } from '../../paths/documents';
import { pathDenial } from '../../paths/rules/missing';
import type { ProposalDocument } from '../../proposals/documents';
import type { MotionDocument } from '../documents';
import { ANNOUNCE_MS, type VotingTime } from '../rules/clock';
import { matterRefusal, meetingRefusal, proposalRefusal, windowRefusal } from './draft';

/** What an announcement depends on besides the draft; null where there is none, or where it is gone. */
export interface Around {
  meeting: MeetingDocument | null;
  proposal: ProposalDocument | null;
  /** The motions of that matter. */
  votes: readonly MotionDocument[];
  /** What was recorded of its lawful path (PATH-17). */
  board: PathBoardDocument | null;
  /** The rules that it would change, and how; null where it changes none. */
  charter: DraftCase | null;
  profile: LocalProfile;
}

/** When a draft would be open if it were announced now: at its meeting's times or its own, and not before now. */
export function announcedTimes(
  draft: MotionDocument,
  meeting: Pick<MeetingDocument, 'startsAt' | 'endsAt'> | null,
  now: number,
): VotingTime {
  const ofMeeting = meeting !== null && draft.timesOfMeeting;
  const opensAt = ofMeeting ? meeting.startsAt : draft.opensAt;
  return { opensAt: Math.max(opensAt, now), closesAt: ofMeeting ? meeting.endsAt : draft.closesAt };
}

/** The meeting has told everybody what it is about, and whom it calls, before it votes on it (MOT-4, MOT-11). */
function meetingDenial(draft: MotionDocument, { meeting, profile }: Around): ErrorCode | null {
  if (draft.meetingId === null) return null;
  if (!meeting) return 'NOT_FOUND';
  const denial = meetingRefusal(meeting, draft, profile) ?? formVoteRefusal(meeting, draft.worth);
  if (denial) return denial;
  // The item may have become another matter since: its vote is on that one's agenda no more (MOT-4).
  const item = meeting.agenda.find(({ id }) => id === draft.agendaItemId);
  if (item && item.proposalId !== draft.proposalId) return 'ITEM_NOT_ON_AGENDA';
  if (item && draft.itemTitle && item.title !== draft.itemTitle) return 'ITEM_RETITLED';
  if (meeting.membership !== null && meeting.membership !== draft.membership) return 'MEETING_CHANGED';
  return meeting.stage === 'noticed' ? null : 'NOTICE_NOT_SENT';
}

function proposalDenial(draft: MotionDocument, { proposal, votes }: Around): ErrorCode | null {
  if (draft.proposalId === null) return null;
  return proposal ? proposalRefusal(proposal, draft, votes) : 'NOT_FOUND';
}

/** Options that were edited since are not the nominees, another place is not theirs, and another worth does not fill the seats (NOM-4). */
function nomineesDenial({ nomination, options, placeId, worth }: MotionDocument): ErrorCode | null {
  if (!nomination) return null;
  const same = nomination.options.join('\n') === options.join('\n');
  const there = (nomination.placeId ?? placeId) === placeId && (nomination.worth ?? worth) === worth;
  return same && there ? null : 'NOMINEES_CHANGED';
}

/**
 * Why a draft cannot be announced now, or null, whoever asks: what the law, the meeting or the matter allowed when it was written
 * may have changed since. Its roll is asked when it is frozen, which tells the homes whose entries are not in order.
 */
export function announceRefusal(draft: MotionDocument, around: Around, now: number): ErrorCode | null {
  const { meeting, profile } = around;
  const stands = meetingDenial(draft, around);
  if (stands) return stands;
  const motion = { ...draft, ...announcedTimes(draft, meeting, now) };
  if (motion.closesAt - motion.opensAt < ANNOUNCE_MS) return 'TIME_IN_PAST';
  return (
    matterRefusal(motion, motion.rule, profile) ??
    windowRefusal(motion, meeting, profile) ??
    proposalDenial(motion, around) ??
    pathDenial(motion, around.board, meeting) ??
    nomineesDenial(motion) ??
    (around.charter ? draftRefusal(motion, around.charter) : null)
  );
}
