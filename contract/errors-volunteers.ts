/** Refusals of teams, tasks, shifts, claims, hours and surge calls. */
export const VOLUNTEER_ERROR_CODES = [
  'TEAM_CLOSED',
  'TEAM_MEMBER', // in it already, or waiting to be let in
  'TEAM_NOT_MEMBER',
  'TEAM_ANSWERED', // let in already
  'TEAM_LEADERS_FULL', // five at most (TEAM-2)
  'TEAM_FULL', // as many people as one team holds
  'VOLUNTEER_BORN_DAY', // the day of birth has to be given first
  'VOLUNTEER_MINOR', // a minor's day of birth is put right by an office
  'VOLUNTEER_CODE_WRONG', // no volunteer has this code
  'VOLUNTEER_GROWN', // nobody consents for somebody of age
  'VOLUNTEER_OWN', // nobody records their own guardian's consent or born day
  'VOLUNTEER_HOME_HERE', // who lives there needs no reporting in
  'VOLUNTEER_REPORTED',
  'VOLUNTEER_NOT_REPORTED',
  'VOLUNTEER_REPORTS_FULL', // ten places at most
  'TASK_ENDED',
  'TASK_LAID', // shifts are laid down: people have read it
  'TASK_INSURANCE', // dangerous work, and no insurance until the shift's last day (TASK-3)
  'SHIFT_CANCELLED',
  'SHIFT_STARTED',
  'SHIFT_OVER',
  'SHIFT_FULL', // no place, and none to wait for
  'SHIFT_OVERLAP', // another shift of one's own at the same time; `fields` says which
  'SHIFT_TOO_YOUNG', // under the task's age, or dangerous work under eighteen
  'SHIFT_GUARDIAN', // under eighteen without a guardian's consent
  'SHIFT_GUARDIAN_DATA', // under fourteen, and the guardian did not consent to the data
  'SHIFT_REPORT_FIRST', // neither a home there nor reported in
  'SHIFT_OWN_MANY', // as many coming shifts as one person has
  'SHIFT_NOT_CLAIMED',
  'SHIFT_NOT_OFFERED', // no place is held for this person, or not any more
  'SHIFT_REASON', // after the announced time withdrawing needs a reason
  'SERVICE_CODE_WRONG',
  'SERVICE_EARLY', // the door opens 30 minutes before the start
  'SERVICE_CLOSED', // the time for it is over: the leader puts it down
  'SERVICE_NOT_IN', // checked out without having checked in
  'SERVICE_DONE', // it stands already: it is disputed or corrected
  'SERVICE_NOT_OVER', // who did not come is known after the end
  'SERVICE_CAME', // there is a record of having been there
  'SERVICE_OWN', // nobody records their own hours as a leader
  'SERVICE_REASON', // hours that stood are put right with a reason only
  'SERVICE_TIMES', // out before in, in the future, or outside the shift
  'SERVICE_FULL', // as many corrections or lines as one record or log holds
  'SERVICE_DISPUTED', // a dispute waits for its answer, or was raised as often as can be
  'SERVICE_NO_DISPUTE',
  'SURGE_CLOSED',
] as const;

export type VolunteerErrorCode = (typeof VOLUNTEER_ERROR_CODES)[number];
