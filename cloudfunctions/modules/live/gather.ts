import type { VerdictLine } from '@contract/decision';
import type { LiveLine, LiveVote } from '@contract/live';
import type { MotionFigures } from '@contract/motions';
import { store } from '../../kernel/reader';
import { attendances, meetings } from '../meetings/repository';
import type { MotionDocument } from '../motions/documents';
import { figuresView } from '../motions/figures';
import { countsPresent } from '../motions/policy/terms';
import { motions } from '../motions/repository';
import { HEAD_UNITS, outcomeWords } from '../motions/words';
import type { AskDocument, LiveMeetingDocument, LiveVoteDocument } from './documents';
import { asks, type Gathered, lives } from './repository';
import { endedByMeeting } from './rules/running';

function lineView({ bodyKind }: Pick<MotionDocument, 'bodyKind'>, line: VerdictLine): LiveLine {
  const { what, axis, numerator, denominator, met, missing } = line;
  const unit = axis === 'area' ? '㎡' : HEAD_UNITS[bodyKind];
  return { what, axis, unit, numerator, denominator, met, missing };
}

function resultOf(motion: MotionDocument, figures: MotionFigures | null): LiveVote['result'] {
  if (!motion.verdict || !figures?.final) return null;
  return {
    outcome: motion.verdict.outcome,
    words: outcomeWords(motion, motion.verdict),
    cast: (figures.cast ?? []).map(({ choice, label, heads }) => ({ choice, label, heads })),
    lines: figures.lines.map((line) => lineView(motion, line)),
  };
}

/** What all may see of a vote, as its own page shows it: the same counting, the same hiding (LIVE-10). */
export function voteOf(
  motion: MotionDocument,
  figures: MotionFigures | null,
  qrFileId: string | null,
): LiveVoteDocument {
  const { _id: motionId, title, opensAt, closesAt, state } = motion;
  return {
    ...{ motionId, title, opensAt, closesAt, qrFileId },
    unit: HEAD_UNITS[motion.bodyKind],
    voted: figures?.part.heads ?? null,
    all: figures?.all.heads ?? null,
    turnout: (figures?.lines ?? [])
      .filter(({ kind }) => kind === 'turnout')
      .map((line) => lineView(motion, line)),
    result: resultOf(motion, figures),
    cancelled: state === 'cancelled',
  };
}

/** The vote that is shown and whether enough are there, from the motions on the meeting. */
async function votes(live: LiveMeetingDocument, now: number) {
  const linked = (await motions.ofMeeting(store, live._id)).filter(({ state }) => state !== 'draft');
  const shown = linked.find(({ _id }) => _id === live.vote?.motionId);
  const counting = linked.find((motion) => motion.state === 'announced' && countsPresent(motion));
  const [ofShown, ofCounting] = await Promise.all(
    [shown, counting].map(async (motion) => (motion ? figuresView(motion, now) : null)),
  );
  const lines = ofCounting?.lines.filter(({ kind }) => kind === 'turnout') ?? [];
  return {
    vote: shown ? voteOf(shown, ofShown ?? null, live.vote?.qrFileId ?? null) : null,
    quorum: counting ? lines.map((line) => lineView(counting, line)) : [],
  };
}

/** Homes are read only when somebody has come since they were last counted. */
async function there({ _id, figures }: LiveMeetingDocument) {
  const present = await attendances.count(_id);
  if (present === figures.present) return { present, presentHomes: figures.presentHomes };
  const rows = await attendances.ofMeeting(_id);
  return { present: rows.length, presentHomes: new Set(rows.flatMap(({ homeIds }) => homeIds)).size };
}

/**
 * Deals numbers to those who asked since, in the order of asking. The numbers are reserved first: whoever breaks off leaves a gap,
 * and nobody deals a number that somebody else deals (LIVE-3).
 */
async function dealt(live: LiveMeetingDocument): Promise<number[]> {
  const rows = await asks.waiting(live);
  const unnumbered = rows.filter(({ number }) => number === 0);
  const numbered = rows.filter(({ number }) => number > 0).map(({ number }) => number);
  const inOrder = (numbers: number[]) => numbers.sort((a, b) => a - b);
  if (unnumbered.length === 0 || !(await lives.reserveNumbers(live, unnumbered.length))) {
    return inOrder(numbered);
  }
  const give = async (ask: AskDocument, n: number) => {
    const number = live.lastNumber + n + 1;
    return (await asks.deal(ask, number)) ? number : null;
  };
  const given = await Promise.all(unnumbered.map(give));
  return inOrder([...numbered, ...given.filter((number) => number !== null)]);
}

/** Everything that others changed around a live meeting, added up once for all who look. */
export async function gather(live: LiveMeetingDocument, now: number): Promise<Gathered> {
  const [meeting, present, around, waiting] = await Promise.all([
    meetings.byId(store, live._id),
    there(live),
    votes(live, now),
    dealt(live),
  ]);
  return {
    figures: { ...present, quorum: around.quorum, waiting, asOfAt: now, leaseUntil: 0 },
    vote: around.vote,
    endedBy: endedByMeeting(live, meeting, now),
  };
}
