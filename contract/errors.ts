import { ROOM_ERROR_CODES } from './errors-rooms';
import { VOLUNTEER_ERROR_CODES } from './errors-volunteers';
import { VOTE_ERROR_CODES } from './errors-votes';

/**
 * The closed set of refusals that leave the cloud. The phone's Chinese sentence for each stands in
 * `src/services/messages.ts`; a code without a sentence fails the type check.
 */
export const ERROR_CODES = [
  // Every call
  'INTERNAL', // unknown failure; the stack stays in the log under the request id
  'UNKNOWN_ACTION', // no such call in the contract
  'INVALID_INPUT', // the input does not fit the call's schema; `fields` says where
  'INPUT_TOO_LARGE', // the request is over the size that a call may have
  'NOT_IDENTIFIED', // no WeChat identity came with the call
  'NOT_SIGNED_IN', // the person has not signed in (no name, no consent)
  'NOT_VERIFIED', // the person has no accepted home or office yet
  'NOT_ALLOWED', // the person's offices do not reach this
  'NOT_FOUND', // nothing there, or nothing that this person may see
  'TOO_OFTEN', // rate limit of a person and action
  'CLIENT_ID_REUSED', // the same client id came with another input
  'STALE', // the document has changed since it was read: read again
  'BUSY', // conflicts would not end: try again
  'CONTENT_REFUSED', // the content check called the text risky
  'CONTENT_UNCHECKED', // the content check did not answer, and what an office announces waits for it
  'PHOTO_UNKNOWN', // a photo is not in storage, or not a picture
  // Members
  'CONSENT_NEEDED',
  'NAME_NOT_IN_REGISTER', // no such person in the register of this home
  'NAME_AMBIGUOUS', // several persons of that name in the register of this home
  'REGISTER_TAKEN', // another person came to this home as the same registered owner or resident
  'CODE_WRONG', // letterbox or administrator's code unknown or used
  'HOME_UNSOLD', // nobody lives there: whoever speaks for the developer shows a proof
  'HOME_ALREADY_YOURS',
  'CLAIM_PENDING', // a claim of the same home waits for a decision
  'CLAIM_DECIDED',
  'OWN_CLAIM', // nobody decides on their own claim
  'OWN_OFFICE', // nobody appoints themselves
  'OFFICE_NOT_THERE', // the office does not exist at this kind of place
  'OFFICE_HELD',
  'OFFICE_ENDED',
  'ADMINISTRATOR_EXISTS',
  'PLACE_KIND_WRONG',
  'REGISTER_ROW_WRONG',
  'IMPORT_FILE_MISSING', // the file is not in storage, or gone
  'IMPORT_FILE_UNREADABLE', // neither .xlsx, .xls nor a text table
  'IMPORT_FILE_LOCKED', // the file has a password
  'IMPORT_FILE_TOO_LARGE', // over 8 MB, or swells beyond what the function may hold
  'IMPORT_FILE_TOO_MANY_ROWS',
  'IMPORT_HAS_PROBLEMS', // all or nothing: a file with a problem is not used
  'IMPORT_NAMESAKES', // same names that nobody decided on (ROLL-3)
  'IMPORT_OUTDATED', // the register has changed since the preview was compared with it
  'IMPORT_STAGE', // the import was used or thrown away already
  'REGISTER_APPLYING', // a new register is being brought in
  'HOME_GONE', // the register does not have the home any more
  'LEAVE_OFFICE', // who holds an office hands it back before leaving
  'LEAVE_PROXY', // others entrusted them with a vote that is still running
  // Proposals and discussion
  'PROPOSAL_STAGE', // the stage of the proposal does not allow this
  'OWN_PROPOSAL', // an author does not support their own proposal
  'ALREADY_SUPPORTED',
  'NOT_SUPPORTED', // there is no support of this person to take back
  'NOT_AUTHOR',
  'ON_AGENDA', // it is on an agenda already
  'MERGE_SELF',
  'APPEAL_USED', // one appeal only
  'APPEAL_PENDING', // another officer decides on it first
  'TEXT_HELD', // the content check has not passed it: an officer decides on the text first
  'MERGE_OTHER_PLACE', // the proposal that goes on is for another place
  'OWN_DECISION', // an appeal is decided by another officer
  'OPINION_HIDDEN',
  'ALREADY_HIDDEN',
  'NOT_HIDDEN', // there is nothing to show again
  'TEXT_DECIDED', // the text is not held any more
  'CALL_NOT_COUNTED', // this person is none of those whose demand the law hears
  'CALL_NOT_SIGNED', // there is no signature of this person to take back
  'CALL_REACHED', // enough have signed: nothing is added or taken back
  'CALL_NOT_REACHED', // there is nothing to answer yet
  'CALL_ANSWERED',
  // Meetings
  'MEETING_STAGE',
  'NOTICE_NOT_SENT', // the meeting has not told anybody yet what it votes on (MOT-4)
  'NOTICE_TOO_SHORT', // the notice period of the body is not kept
  'AGENDA_LOCKED',
  'AGENDA_EMPTY',
  'PROPOSAL_NOT_SHARED', // only 共事 goes on an agenda
  'CONVENER_WRONG', // the law names another convener
  'NO_SPECIAL_CIRCUMSTANCES', // owners have no short notice
  'MEETING_TIMES_WRONG', // it ends before it begins, or lasts over half a day
  'VOTE_STARTING', // a vote opens within a minute: it stands, with its meeting's times (MEET-11, MOT-10)
  'MEETING_CHANGED', // it now calls other voters than its vote was drafted for
  'CHECK_IN_CODE_WRONG',
  'CHECK_IN_CLOSED',
  'NOT_IN_SCOPE', // the meeting or vote is for another place
  'TIME_IN_PAST',
  'MINUTES_NOT_RELEASED', // there is no version yet to correct or to sign
  'MINUTES_UNCHANGED', // a new version that says what the last one says
  'MINUTES_ATTENDEES_ONLY', // corrections and signatures are for those who checked in
  'MINUTES_SIGNED', // signed already in this capacity
  'NOT_RECORDER', // somebody else wrote this version
  'CORRECTIONS_OVER', // the announced time for corrections is over
  'CORRECTIONS_ENOUGH', // as many corrections as one person can ask for
  'CORRECTION_ANSWERED', // there is no open correction to answer
  ...VOTE_ERROR_CODES,
  // Resolutions
  'RESOLUTION_STAGE',
  'PUBLICATION_TOO_SHORT', // at least 15 days
  'ACTION_ITEM_STAGE',
  'PHOTO_NEEDED',
  'NOT_PROPOSER',
  'NOT_RESPONSIBLE',
  // Urgent repairs
  'REPAIR_STAGE', // the case is at another step
  'REPAIR_APPLICANT', // the owners' committee applies, or who stands in for it
  'REPAIR_PLACE', // no property management area there
  'REPAIR_EXISTS', // the proposal has become a case already
  'REPAIR_FULL', // as many bills, objections or corrections as one case holds (URG-8)
  'REPAIR_PUBLISHING', // the bill's publication is not over
  'OBJECTION_OPEN', // an objection waits for its answer
  'OBJECTION_ANSWERED', // it has its answer, or was raised as often as can be
  'OWN_OBJECTION', // nobody answers their own objection
  // Community rules
  'CHARTER_EXISTS', // rules of this name are recorded at this place
  'CHARTER_CHANGED', // another version came into force: the change is drafted anew against it
  'CHARTER_UNCHANGED', // the draft says what is in force
  'CHARTER_WRONG_FOR_MOTION', // the vote is of another subject or place, or between options
  'CHARTER_NOT_FILED_HERE', // no law asks for filing these rules
  'CHARTER_FILED', // the filing of this version is recorded
  // Nominations
  'NOMINATING_OVER', // the days for nominating are over, or there is a vote
  'NOMINATING_OPEN', // the days for nominating are not over yet
  'NOMINATIONS_ENOUGH', // as many nominations as one person can make in a round
  'NOMINATION_STAGE', // the nomination has its answer, or waits for another one
  'NOMINATION_OWN', // nobody agrees for whom they nominated, nor checks what they agreed to
  'NOMINATION_VOTING', // the vote has been drafted, or has opened
  'NOMINEES_TOO_FEW', // a vote is between two at least
  'NOMINEES_ENOUGH', // a vote takes no more options
  'NOMINEES_CHANGED', // the vote is not the one between the nominees any more: options, place or worth
  'NOMINEE_TWICE', // the same person agreed to be a nominee of this round already
  // Documents
  'DOCUMENT_NOT_READY', // what the paper is about has not come so far: no notice, no minutes, not announced
  'DOCUMENT_PART', // there is no such part or no such group of voters
  // Live meetings
  'LIVE_NOT_RUNNING', // nobody has begun it, or it is over
  'LIVE_RUNNING', // it has begun already
  'LIVE_TOO_EARLY', // the door is not open yet
  'LIVE_NOT_LEADING', // another officer leads it now
  'LIVE_LEADING', // the caller leads it already
  'LIVE_CHECK_IN_FIRST', // who is there asks to speak
  'LIVE_NOT_ASKED', // there is no wish to speak to take back
  'LIVE_CALLED', // the number was called already
  'LIVE_NOBODY_WAITING',
  'LIVE_VOTE_ELSEWHERE', // no announced vote of the item that is talked about
  'PAIRING_WRONG', // no meeting shows this code now
  'SCREENS_FULL', // as many projectors as a meeting may have
  'SCREEN_UNKNOWN', // the projector is paired with no meeting, or its meeting began anew
  // Photos that prove something
  'PHOTO_TOO_LARGE', // more than 8 MB
  'STORAGE_SLOW', // files could not be read in time (FILE-4)
  'PHOTO_EXCHANGED', // the file proved something before and has other content now, or is gone where a second officer reads it
  ...ROOM_ERROR_CODES,
  ...VOLUNTEER_ERROR_CODES,
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];
export type VolunteerErrorCode = (typeof VOLUNTEER_ERROR_CODES)[number];
export type VoteErrorCode = (typeof VOTE_ERROR_CODES)[number];
export type RoomErrorCode = (typeof ROOM_ERROR_CODES)[number];
