const MINUTE_MS = 60_000;
/** How long after its check a ballot may still be written (CLK-2). */
export const BALLOT_WRITE_MS = 30_000;
/** Longer than any ballot checked in time can take to be written, so none is missed (CLK-3). */
export const COUNT_DELAY_MS = 40_000;
/** Longer than a ballot checked against the old closing time can take (CLK-4). */
export const ANNOUNCE_MS = 60_000;

export interface VotingTime {
  opensAt: number;
  closesAt: number;
}

/** Whether a ballot checked at this instant counts (CLK-1, CLK-7). Epoch ms of the server. */
export function ballotTimeRefusal(
  { opensAt, closesAt }: VotingTime,
  checkedAt: number,
): 'BALLOT_NOT_OPEN' | 'BALLOT_CLOSED' | null {
  if (checkedAt < opensAt) return 'BALLOT_NOT_OPEN';
  return checkedAt > closesAt ? 'BALLOT_CLOSED' : null;
}

/** Whether a call that checked earlier may still write (CLK-2). */
export function ballotWriteRefusal(checkedAt: number, writeAt: number): 'BALLOT_TOO_LATE' | null {
  return writeAt - checkedAt > BALLOT_WRITE_MS ? 'BALLOT_TOO_LATE' : null;
}

/** The last instant at which anything that decides may be checked: the closing, or where paper is taken the end of its settling (PAP-2). */
export function settledAt({
  closesAt,
  paper,
}: {
  closesAt: number;
  paper?: { settleMinutes: number } | null;
}): number {
  return closesAt + (paper?.settleMinutes ?? 0) * MINUTE_MS;
}

/** What is left at least, after a paper was sent back, to put it right (PAP-15). */
const PUT_RIGHT_MS = 10 * MINUTE_MS;

/** The last instant at which a paper may be sent back: so long before the settling ends that it can be put right, or half of it where that is less. */
export function rejectedUntil(motion: Parameters<typeof settledAt>[0]): number {
  const settles = settledAt(motion);
  return settles - Math.min(PUT_RIGHT_MS, (settles - motion.closesAt) / 2);
}

/** What is kept with a closing time so that the timer finds a motion when it is settled; nothing where no paper is taken. */
export function settlingOf(motion: Parameters<typeof settledAt>[0]): { settlesAt?: number } {
  return motion.paper ? { settlesAt: settledAt(motion) } : {};
}

export function countingBeginsAt(closesAt: number): number {
  return closesAt + COUNT_DELAY_MS;
}

/** Whether the ballots may be counted yet (CLK-3). */
export function countRefusal(closesAt: number, nowAt: number): 'RESULT_PENDING' | null {
  return nowAt < countingBeginsAt(closesAt) ? 'RESULT_PENDING' : null;
}

/**
 * Whether a vote can still be put off or taken back: a minute before it opens, which is longer than the call takes, so that
 * nobody casts by times that are no longer true (MEET-11, MOT-10).
 */
export function postponeRefusal({ opensAt }: VotingTime, nowAt: number): 'VOTE_STARTING' | null {
  return opensAt - nowAt < ANNOUNCE_MS ? 'VOTE_STARTING' : null;
}

/** A meeting's first and last instant, epoch ms. */
export interface MeetingTime {
  startsAt: number;
  endsAt: number;
}

/** When a vote is after its meeting moved: at the meeting's own times, or as long after its beginning as before (MEET-11). */
export function movedWithMeeting(
  vote: VotingTime & { timesOfMeeting: boolean },
  from: MeetingTime,
  to: MeetingTime,
): VotingTime {
  if (vote.timesOfMeeting) return { opensAt: to.startsAt, closesAt: to.endsAt };
  const later = to.startsAt - from.startsAt;
  return { opensAt: vote.opensAt + later, closesAt: vote.closesAt + later };
}

/**
 * Whether a new closing time may be announced now (CLK-4): a minute before the old one and before the new one,
 * so that nobody's ballot is checked against one and counted by the other. Later only before it opens (EXT-4).
 */
export function closingChangeRefusal(
  { opensAt, closesAt }: VotingTime,
  newClosesAt: number,
  nowAt: number,
): 'BALLOT_CLOSED' | 'CLOSING_TOO_SOON' | 'WINDOW_WRONG' | 'EXTENSION_NOT_ANNOUNCED' | null {
  if (nowAt > closesAt) return 'BALLOT_CLOSED';
  if (newClosesAt <= opensAt) return 'WINDOW_WRONG';
  // Once there can be ballots nobody puts the closing off by hand, seeing how it stands (EXT-4).
  if (nowAt >= opensAt && newClosesAt > closesAt) return 'EXTENSION_NOT_ANNOUNCED';
  return Math.min(closesAt, newClosesAt) - nowAt < ANNOUNCE_MS ? 'CLOSING_TOO_SOON' : null;
}
