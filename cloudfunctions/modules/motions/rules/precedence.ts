/** How a motion that takes paper decides between a voter's ballots (PAP-1, PAP-8). */
export type Precedence = 'first' | 'latest';

const AT_MEETING_MINUTES = 30;
const IN_WRITING_MINUTES = 24 * 60;

/** What a draft settles of paper, with the usual time for checking where none was chosen (PAP-2). */
export function paperTermsOf(
  asked: { precedence: Precedence; settleMinutes: number | null } | null,
  atMeeting: boolean,
): { precedence: Precedence; settleMinutes: number } | null {
  if (!asked) return null;
  const usual = atMeeting ? AT_MEETING_MINUTES : IN_WRITING_MINUTES;
  return { precedence: asked.precedence, settleMinutes: asked.settleMinutes ?? usual };
}

export interface Registered {
  /** Epoch ms of the server, when it was taken: of a paper its entering, however late it is checked. */
  castAt: number;
  /** Missing: on the phone. */
  channel?: 'phone' | 'paper' | 'door';
}

/**
 * Whether a paper counts rather than the ballot of the voter that stands, whose revisions these are, oldest first. First: it was
 * there before all of them. Latest: after the one that stands. Taken in the same millisecond, the phone's counts: its voter
 * cast it with their own hand (PAP-8).
 */
export function paperCounts(
  precedence: Precedence,
  registeredAt: number,
  revisions: readonly Registered[],
): boolean {
  if (precedence === 'first') return revisions.every(({ castAt }) => registeredAt < castAt);
  const standing = revisions.at(-1);
  return !standing || registeredAt > standing.castAt;
}

/**
 * Whether a ballot on the phone, checked at an instant, goes over the paper that stands (PAP-8). A paper can come to stand while
 * the call is under way: what was taken earlier then decides, as if it had been written at once.
 */
export function phoneCounts(precedence: Precedence, standing: Registered, checkedAt: number): boolean {
  return precedence === 'first' ? checkedAt <= standing.castAt : checkedAt >= standing.castAt;
}
