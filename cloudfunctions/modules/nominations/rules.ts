import type { Figures } from '@contract/decision';
import type { RoundPhase } from '@contract/nominations';

/** Of one person in one round. */
export const NOMINATIONS_EACH = 5;
/** A vote between options takes as many (MOT-2). */
export const CANDIDATES_MAX = 20;
const DAY_MS = 24 * 60 * 60 * 1000;
const SHORTEST_MS = DAY_MS;
const LONGEST_MS = 90 * DAY_MS;

/** A round is open for a day at least, and ninety at most. */
export function windowFits(now: number, closesAt: number): boolean {
  return closesAt - now >= SHORTEST_MS && closesAt - now <= LONGEST_MS;
}

interface Standing {
  closesAt: number;
  /** Whether there is a vote that was not cancelled, and whether its result is published. */
  vote: 'none' | 'running' | 'published';
}

export function phaseOf({ closesAt, vote }: Standing, now: number): RoundPhase {
  if (vote !== 'none') return vote === 'published' ? 'decided' : 'voting';
  return now <= closesAt ? 'nominating' : 'checking';
}

/** '王桂兰（3栋）'; whoever has the same name and house is told apart by a number. */
export function optionsOf(nominees: readonly { name: string; where: string }[]): string[] {
  const words = nominees.map(({ name, where }) => `${name}（${where}）`);
  return words.map((label, n) => {
    const before = words.slice(0, n).filter((one) => one === label).length;
    return before === 0 ? label : `${label}${before + 1}`;
  });
}

type Cast = { choice: string } & Figures;

/**
 * Whom opinions choose: those with most, as many as there are seats; who are level for the last seats are named and not chosen (NOM-6).
 * Whom nobody named is not chosen. Positions count from 1, as the options do.
 */
export function chosenBy(cast: readonly Cast[], seats: number): { chosen: number[]; level: number[] } {
  const ranked = cast
    .flatMap(({ choice, heads }) => {
      const option = /^option:(\d+)$/.exec(choice)?.[1];
      return option && heads > 0 ? [{ option: Number(option), heads }] : [];
    })
    .sort((one, other) => other.heads - one.heads || one.option - other.option);
  if (ranked.length <= seats) return { chosen: ranked.map(({ option }) => option), level: [] };
  const last = ranked[seats - 1]?.heads ?? 0;
  const level = ranked.filter(({ heads }) => heads === last);
  const above = ranked.filter(({ heads }) => heads > last);
  const fit = above.length + level.length <= seats;
  return {
    chosen: (fit ? [...above, ...level] : above).map(({ option }) => option),
    level: fit ? [] : level.map(({ option }) => option),
  };
}
