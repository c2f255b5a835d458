/** Refusals of motions, ballots, rolls, papers, proxies and the lawful path. */
export const VOTE_ERROR_CODES = [
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
] as const;
