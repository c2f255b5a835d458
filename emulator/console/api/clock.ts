import { setTimeout as wait } from 'node:timers/promises';
import { SLOT, type CloudClock } from '../../clock';
import type { ClockView } from '../shapes';
import { number, refuse, text, type Answer } from './asked';

/** A move that takes longer, because timers run on the way, goes on after the answer. */
const ANSWER_WITHIN_MS = 1000;
const LONGEST_ADVANCE_MS = 400 * 24 * 60 * 60_000;
/** The span of four-digit years. */
const FIRST = Date.UTC(1970, 0, 1);
const LAST = Date.UTC(9999, 11, 31);

/** What the console does to the clock. */
export interface ClockDesk {
  view(): ClockView;
  /** `{do: 'freeze' | 'run' | 'real' | 'set' | 'advance', at?: epoch ms, ms?}` */
  move: Answer;
}

export function createClockDesk(clock: CloudClock): ClockDesk {
  let moves = 0;
  const view = (): ClockView => {
    const realNow = Date.now();
    return { now: clock.now(), state: stateOf(clock), realNow, moving: moves > 0 };
  };
  const advance = async (ms: number) => {
    if (!(ms >= 0 && ms <= LONGEST_ADVANCE_MS)) throw refuse('推进取 0 到 400 天');
    moves += 1;
    const done = clock.advance(ms).finally(() => (moves -= 1));
    await Promise.race([done, wait(ANSWER_WITHIN_MS, undefined, { ref: false })]);
  };
  const ways: Record<string, (body: Record<string, unknown>) => void | Promise<void>> = {
    freeze: () => clock.freeze(),
    run: () => clock.run(),
    real: () => clock.real(),
    set: (body) => clock.set(instant(number(body, 'at'))),
    advance: (body) => advance(number(body, 'ms') ?? -1),
  };
  return {
    view,
    move: async ({ body }) => {
      const way = text(body, 'do');
      if (!Object.hasOwn(ways, way)) throw refuse(`时钟不会 ${way}`);
      await ways[way]?.(body);
      return view();
    },
  };
}

function instant(at = Number.NaN): number {
  if (!(at >= FIRST && at <= LAST)) throw refuse('时刻取 1970 到 9999 年');
  return at;
}

function stateOf(clock: CloudClock): ClockView['state'] {
  if (clock.frozen) return 'frozen';
  return Atomics.load(new BigInt64Array(clock.shared), SLOT.offset) === 0n ? 'real' : 'shifted';
}
