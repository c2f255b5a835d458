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
  // Motions and ballots
  'MOTION_STAGE',
  'SUBJECT_REFUSED_ELECTION', // a statutory committee election needs a booth
  'SUBJECT_REFUSED_COLLECTIVE', // collective land and assets: another law
  'SUBJECT_URGENT_REPAIR', // 民法典 281 has a path of its own (PATH-11)
  'NARROWER_AREA', // only the whole property management area decides (OWN-9)
  'RULE_WRONG_FOR_SUBJECT',
  'WORTH_NOT_CONFIRMED', // statutory only where a confirmed profile allows it
  'WINDOW_WRONG',
  'ITEM_RETITLED', // the agenda item has another title than when the vote was drafted (PATH-24)
  'ITEM_NOT_ON_AGENDA', // a meeting votes on what its locked agenda holds (MOT-4)
  'ROLL_EMPTY',
  'DELEGATES_COMPOSITION', // 4/5 delegates, women 1/3
  'NOT_ON_ROLL',
  'NOT_VOTER_TENANT',
  'NOT_VOTER_UNHANDED', // sold but not handed over: the developer still votes
  'CO_OWNER_NAMED', // the co-owners named another one
  'CO_OWNER_VOTED', // another co-owner's ballot stands
  'NOT_REPRESENTATIVE', // another household representative votes for the home
  'AUTHORISED_CLOSED', // the motion is not open to this kind of voter
  'VOTER_VOTED', // somebody else's ballot for this home or person stands
  'PRESENCE_NEEDED', // an assembly counts those who checked in (ASM-9)
  'BALLOT_NOT_OPEN',
  'BALLOT_CLOSED',
  'BALLOT_CHANGED', // the revision it replaces is not the present one
  'BALLOT_TOO_LATE', // the write would come later than 30 s after its check
  'CHOICE_UNKNOWN',
  'CLOSING_TOO_SOON', // a new closing time is announced at least a minute ahead
  'RESULT_PENDING', // counting begins 40 s after closing
  'CHALLENGE_OPEN', // the person's objection to the roll waits for its answer
  'CHALLENGE_ANSWERED', // it has its answer, and was raised as often as can be
  'OWN_CHALLENGE', // nobody answers their own objection
  'ROLL_NOT_RENEWED', // «corrected» is said once the roll was made anew
  'ROLL_UNCHANGED', // the register gives the very roll that stands
  'ROLL_FROZEN', // the vote has opened: its roll stands (ROLL-12)
  'PAPER_NOT_TAKEN', // the motion takes ballots on the phone only
  'PAPER_WAITING', // a paper of this voter waits for the second officer
  'PAPER_STANDS', // a paper that came first counts (PAP-8)
  'PAPER_OBJECTED', // the voter's people set a paper aside: they vote on the phone
  'PAPER_OWN', // nobody enters or checks the paper of their own voter or home
  'PAPER_SAME_OFFICER', // the second officer is another person
  'PAPER_STAGE', // the paper has come to its end, or is still to be checked
  'PAPER_SETTLED', // the time for checking and objecting is over
  'PAPER_REJECT_LATE', // too little time is left to put a mistaken rejection right (PAP-15)
  'PAPER_NOT_AT_DOOR', // an assembly counts those who are there: no visits
  'NOT_SEALED', // counted before counts were sealed (SEAL-1)
  'FORM_NO_DECISION', // this form of meeting hears opinions and decides nothing (FORM-2)
  'SUGGESTIONS_CLOSED', // the agenda of the session has gone out (FORM-9)
  'SUGGESTIONS_OWN_FULL', // three of one person for one session
  'SUGGESTIONS_FULL', // thirty for one session
  'SUGGESTION_TAKEN_UP', // it is on the agenda or has its answer
  'SUGGESTION_OPEN', // it has no answer that could be judged
  'SERIES_ENDED',
  'EXTENSION_NOT_ANNOUNCED', // an open vote is put off only as it was announced to be (EXT-4)
  'RECORDS_CLOSED', // neither a voter of the roll nor an office that answers for the place (SEAL-6)
  'PATH_STEP_MISSING', // the law asks for an earlier step; `fields` says which and the article (PATH-17)
  'PATH_STEP_RECORDED', // somebody has recorded this step
  'PATH_STEP_IN_USE', // an announced vote rests on it (PATH-16)
  'PATH_STEP_FOLLOWED', // a later step was recorded after it
  'PATH_NO_MEETING', // the step belongs to a meeting, and there is none or it was cancelled (PATH-20)
  'PATH_FULL', // as many entries as one board holds (PATH-21)
  'PROXY_BODY', // this body's members vote themselves: only owners and households can entrust somebody
  'PROXY_SECRET', // a secret vote is cast by one's own hand
  'PROXY_GIVEN', // the voter has entrusted somebody already
  'PROXY_CODE_WRONG', // no proxy waits under this code
  'PROXY_NAME', // the slip names somebody else
  'PROXY_SELF', // the holder may cast this ballot anyway
  'PROXY_MANAGER', // the property manager holds no proxies
  'PROXY_OUTSIDE', // the holder has nothing to do with the place of the vote
  'PROXY_LIMIT', // the holder has as many as the local profile allows
  'PROXY_ENDED', // it was taken back, handed back or never stood
  'PROXY_OVERRIDDEN', // the voter's own ballot stands
  'PROXY_OWN_BALLOT', // the voter's own ballot stands: a proxy would let nobody cast (PROXY-16)
  'PROXY_OTHER_VOTED', // another of the voter's people has had this ballot cast
  'PROXY_OFFICER', // no officer enters or checks a proxy that names themself
  'PROXY_FORBIDDEN', // the local profile allows no proxies at all
  'PROXY_GIVEN_OFTEN', // the voter gave as many within a day as anybody means to
  'PROXY_OBJECTED', // the voter's people took a proxy on paper back
  'BALLOT_SECRET', // a call for named ballots, on a secret one
  'BALLOT_NAMED', // a call for secret ballots, on a named one
  'SECRET_TOO_FEW', // fewer than ten voters on the roll (SECRET-2)
  'SECRET_STANDS', // the voter has voted, and a secret ballot is not changed (SECRET-5)
  'BOX_STANDS', // the voter's paper is in the box
  'BOX_NOT_TAKEN', // the secret ballot is on the phone only
  'BOX_NOT_MARKED', // there is no such mark to take back, or another officer made it
  'BOX_NOT_CLOSED', // the box is opened once the vote has closed
  'BOX_STAGE', // somebody else entered it, or it is done
  'BOX_SAME_OFFICER', // the second officer is another person
  'BOX_TOO_MANY', // more papers than marks: the whole box is invalid
  'BOX_NOT_OVER', // said to be invalid, with no more papers than marks
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
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];
