import type { Body, Outcome, RuleId, Worth } from '@contract/decision';
import type { LocalProfile } from '@contract/profile';

/**
 * What a vote may be worth, best first (PATH-9). 法定 needs a statute and a profile, confirmed by a named
 * office, that allows electronic votes of that body; an opinion poll is only ever an opinion.
 */
export function allowedWorths(rule: RuleId, body: Body, profile: LocalProfile): Worth[] {
  if (rule === 'opinion') return ['opinion'];
  const noStatute = rule === 'households-majority' || body === 'yard';
  const confirmed = Boolean(profile.confirmedBy?.trim()) && profile.electronicVotes.includes(body);
  return noStatute || !confirmed ? ['straw', 'opinion'] : ['statutory', 'straw', 'opinion'];
}

export function worthRefusal(
  worth: Worth,
  rule: RuleId,
  body: Body,
  profile: LocalProfile,
): 'WORTH_NOT_CONFIRMED' | null {
  return allowedWorths(rule, body, profile).includes(worth) ? null : 'WORTH_NOT_CONFIRMED';
}

/** What a counted vote means for its matter. */
export type Decision = 'passed' | 'failed' | 'nothing';

/** A vote as its count has fixed it. */
export interface CountedVote {
  worth: Worth;
  outcome: Outcome;
  countedAt: number;
}

/** An opinion decides nothing, by whatever rule its figures were read (DEC-9, RES-4). */
export function decisionOf({ worth, outcome }: { worth: Worth; outcome: Outcome }): Decision {
  if (worth === 'opinion' || outcome === 'no-threshold') return 'nothing';
  return outcome === 'passed' ? 'passed' : 'failed';
}

/** What the counted votes of a matter come to: a statutory one takes the place of the polls that were counted before it (MOT-9). */
export function decisionOfAll(votes: readonly CountedVote[]): Decision {
  const decided = votes.filter((vote) => decisionOf(vote) !== 'nothing');
  const statutory = decided.filter(({ worth }) => worth === 'statutory');
  const since = Math.max(0, ...statutory.map(({ countedAt }) => countedAt));
  const standing = decided.filter(({ worth, countedAt }) => worth === 'statutory' || countedAt > since);
  if (standing.some((vote) => decisionOf(vote) === 'passed')) return 'passed';
  return standing.length > 0 ? 'failed' : 'nothing';
}
