/** Who polls: whoever leads and the projector see a change within 3 s, the others within 15 s (LIVE-7). */
export type Face = 'staff' | 'resident';

/** How old the figures may be that an answer shows, ms: the rest of the promise is the time between two polls. */
export const FRESH_MS: Record<Face, number> = { staff: 1_000, resident: 3_000 };

const SECOND = 1_000;
/** How long after a change so often; from then on `slow`. */
const STEPS: Record<Face, { quick: { until: number; every: number }[]; slow: number }> = {
  staff: { quick: [{ until: 60 * SECOND, every: 1_500 }], slow: 2_000 },
  resident: {
    quick: [
      { until: 20 * SECOND, every: 5_000 },
      { until: 120 * SECOND, every: 8_000 },
    ],
    slow: 10_000,
  },
};
/** Phones are spread over this share to either side, so that hundreds who began together drift apart. */
const SPREAD = 0.2;
/** Before it begins nobody has to be told within seconds. */
export const BEFORE_MS: Record<Face, number> = { staff: 3_000, resident: 12_000 };

/**
 * ms until this phone should ask again: quick while something happens, slower when nothing does.
 * @param quietMs since the last change
 * @param spread of this phone, 0 to 1
 */
export function askAgainMs(face: Face, quietMs: number, spread: number): number {
  const { quick, slow } = STEPS[face];
  const every = quick.find(({ until }) => quietMs < until)?.every ?? slow;
  // A projector or two need no spreading, and have no time for it.
  if (face === 'staff') return every;
  return Math.round(every * (1 - SPREAD + 2 * SPREAD * Math.min(1, Math.max(0, spread))));
}

/** The longest that a face waits between two polls, ms. */
export function longestMs(face: Face): number {
  return askAgainMs(face, Infinity, 1);
}

/** 0 to 1, from the first digits of a hash: the same for one phone each time. */
export function spreadOf(hash: string): number {
  const digits = Number.parseInt(hash.slice(0, 6), 16);
  return Number.isNaN(digits) ? 0.5 : digits / 0xff_ff_ff;
}
