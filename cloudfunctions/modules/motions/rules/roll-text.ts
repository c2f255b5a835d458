import type { RollEntry } from './roll';

/**
 * The roll as text to be hashed: one JSON array a line, voters, keys and homes in the order of their code
 * units, so that the same roll gives the same text on every machine (ROLL-11, ROLL-12). Throws RangeError for a
 * voter listed twice.
 */
export function canonicalRoll(entries: readonly RollEntry[]): string {
  const lines = entries.map(lineOf).sort();
  const voters = new Set(entries.map(({ voterKey }) => voterKey));
  if (voters.size !== entries.length) throw new RangeError('a voter is listed twice');
  return lines.map((line) => `${line}\n`).join('');
}

function lineOf({ kind, voterKey, keys, namedKey, area, homes }: RollEntry): string {
  const listed = homes
    .map((home) => JSON.stringify([home.homeId, home.area, home.areaBasis, home.parkingBasis]))
    .sort()
    .map((text): unknown => JSON.parse(text));
  return JSON.stringify([kind, voterKey, [...keys].sort(), namedKey, area, listed]);
}
