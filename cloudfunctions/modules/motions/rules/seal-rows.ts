import type { Channel, Origin, Weighed } from './seal-text';

/** One ballot as a part of the seal keeps it: with what opens its commitments. */
export interface KeptBallot extends Weighed {
  revision: number;
  commitment: string;
  origin: Origin;
  choice: string;
  salt: string;
  channel: Channel;
  weightSalt: string;
}

/** Ballots of one part, a power of two: a part is a subtree of its own, and stays under the 100 KB of a request (platform.md). */
export const PART = 256;

export function partsOf<T>(rows: readonly T[]): T[][] {
  const count = Math.ceil(rows.length / PART);
  return Array.from({ length: count }, (_, n) => rows.slice(n * PART, (n + 1) * PART));
}

/** No value has a blank; with its field names each row would be half as long again. */
export function ballotRow(kept: KeptBallot): string {
  const { voter, revision, commitment, origin, choice, salt, area, channel, weightSalt } = kept;
  return [voter, revision, commitment, origin, choice, salt, area, channel, weightSalt].join(' ');
}

export function keptBallot(row: string): KeptBallot {
  const [voter = '', revision, commitment = '', origin, choice = '', salt = '', area, channel, weightSalt] =
    row.split(' ');
  if (weightSalt === undefined) throw new Error('a part of the seal has a row that is none');
  return {
    voter,
    revision: Number(revision),
    commitment,
    origin: origin as Origin,
    choice,
    salt,
    area: Number(area),
    channel: channel as Channel,
    weightSalt,
  };
}

export const silentRow = ({ voter, area }: Weighed): string => `${voter} ${area}`;

export function silentVoter(row: string): Weighed {
  const [voter = '', area] = row.split(' ');
  return { voter, area: Number(area) };
}
