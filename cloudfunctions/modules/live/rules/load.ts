import { askAgainMs } from './cadence';

/** Database requests of an answer: the caller and the state; more where the state has changed. */
export const REQUESTS = { unchanged: 2, changed: 4, screen: 1, figures: 6 };
const HOUR_MS = 3_600_000;

export interface Hour {
  phones: number;
  /** Of whoever leads, and projectors. */
  staff: number;
  /** Instants of changes within the hour, ms from its beginning, ascending. */
  changes: readonly number[];
}

export interface Load {
  calls: number;
  requests: number;
  /** What `watch` would send instead of answering polls: each change to each phone. */
  pushes: number;
  /** Calls that would be left with `watch`: those of who leads, and one of each phone at its beginning. */
  callsWithWatch: number;
}

/** Time in which the last change was less than `quiet` ago and at least `from`, ms. */
function msBetween(changes: readonly number[], from: number, quiet: number): number {
  return [0, ...changes].reduce((sum, at, n, all) => {
    const until = all[n + 1] ?? HOUR_MS;
    const begin = Math.min(at + from, until);
    const end = Math.min(at + quiet, until);
    return sum + Math.max(0, end - begin);
  }, 0);
}

function callsOf(face: 'staff' | 'resident', changes: readonly number[]): number {
  const edges = [0, 20_000, 60_000, 120_000, Infinity];
  const parts = edges.slice(1).map((edge, n) => {
    const from = edges[n] ?? 0;
    return msBetween(changes, from, edge) / askAgainMs(face, from, 0.5);
  });
  return parts.reduce((sum, part) => sum + part, 0);
}

/** What an hour of a live meeting costs, by the cadence that the phones are told (docs/decisions/0013). */
export function loadOf({ phones, staff, changes }: Hour): Load {
  const ofPhones = phones * callsOf('resident', changes);
  const ofStaff = staff * callsOf('staff', changes);
  const answersChanged = Math.min(ofPhones, phones * (changes.length + 1));
  const figures = (HOUR_MS / askAgainMs('staff', Infinity, 0.5)) * REQUESTS.figures;
  return {
    calls: Math.round(ofPhones + ofStaff),
    requests: Math.round(
      (ofPhones - answersChanged) * REQUESTS.unchanged +
        answersChanged * REQUESTS.changed +
        ofStaff * REQUESTS.unchanged +
        figures,
    ),
    pushes: changes.length * phones,
    callsWithWatch: Math.round(ofStaff + phones),
  };
}

const every = (ms: number): number[] =>
  Array.from({ length: Math.ceil(HOUR_MS / ms) - 1 }, (_, n) => (n + 1) * ms);

const at500 = (changes: readonly number[]): Hour => ({ phones: 500, staff: 3, changes });

/** An hour with 500 phones, two officers and a projector. */
export const SCENES = [
  { name: 'nothing happens', hour: at500([]) },
  { name: 'a speaker every three minutes', hour: at500(every(180_000)) },
  { name: 'something every half minute', hour: at500(every(30_000)) },
  { name: 'something every five seconds', hour: at500(every(5_000)) },
];

const grouped = (figure: number) => String(figure).replace(/\B(?=(\d{3})+$)/g, ',');

/** The same as a table in Markdown. */
export function loadTable(): string {
  const head = ['an hour of', 'changes', 'calls', 'calls/s', 'requests', 'calls with watch', 'pushes'];
  const rows = SCENES.map(({ name, hour }) => {
    const { calls, requests, pushes, callsWithWatch } = loadOf(hour);
    const figures = [hour.changes.length, calls, Math.round(calls / 3_600), requests, callsWithWatch, pushes];
    return [name, ...figures.map(grouped)];
  });
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
