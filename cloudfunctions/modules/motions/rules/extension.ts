import { ANNOUNCE_MS, type VotingTime } from './clock';
import { DAY_MS } from './days';

/** From how long before the closing on it is decided whether the vote is extended (EXT-2). */
const DECIDED_FROM_MS = 10 * 60_000;

/** What a motion announced of an extension, and what became of it. */
export interface Extending {
  extension?: { days: number } | null;
  extended?: { at: number; longer: boolean } | null;
}

/** The latest instant at which a motion can close, with the extension that is still open (EXT-5). Epoch ms. */
export function latestClosing({ closesAt, extension, extended }: Extending & { closesAt: number }): number {
  return extension && !extended ? closesAt + extension.days * DAY_MS : closesAt;
}

/** The closings that are decided on at an instant: from ten minutes to one minute ahead of it, both included (EXT-2, CLK-4). */
export function decidedClosings(nowAt: number): { from: number; to: number } {
  return { from: nowAt + ANNOUNCE_MS, to: nowAt + DECIDED_FROM_MS };
}

/** Whether it is to be decided now if an announced motion is extended; one that has not opened has no ballots to decide by. */
export function extensionDue(motion: VotingTime & Extending, nowAt: number): boolean {
  const { from, to } = decidedClosings(nowAt);
  const waits = Boolean(motion.extension) && !motion.extended;
  return waits && motion.opensAt <= nowAt && from <= motion.closesAt && motion.closesAt <= to;
}
