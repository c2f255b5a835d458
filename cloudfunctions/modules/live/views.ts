import type { LiveLine, LiveState, LiveView } from '@contract/live';
import type { MotionPhase } from '@contract/meetings';
import { OFFICE_WORDS } from '../../kernel/offices';
import { BODY_LABELS } from '../motions/words';
import type { AskDocument, LiveMeetingDocument, LiveVoteDocument } from './documents';
import { standing } from './policy';
import { isRunning } from './rules/running';

const lineView = ({ what, axis, unit, numerator, denominator, met, missing }: LiveLine): LiveLine => ({
  ...{ what, axis, unit, numerator, denominator, met, missing },
});

function voteView(vote: LiveVoteDocument): LiveState['vote'] {
  const { motionId, title, opensAt, closesAt, unit, voted, all, result, cancelled } = vote;
  return {
    ...{ motionId, title, opensAt, closesAt, unit, voted, all, cancelled },
    turnout: vote.turnout.map(lineView),
    result: result && {
      outcome: result.outcome,
      words: result.words,
      cast: result.cast.map(({ choice, label, heads }) => ({ choice, label, heads })),
      lines: result.lines.map(lineView),
    },
  };
}

/** The shared state: what is on the projector may be known to everybody in the yard (LIVE-2). */
export function stateView(live: LiveMeetingDocument, now: number): LiveState {
  const { meeting, figures, version, items, itemId, timer, vote } = live;
  const over = !isRunning(live, now);
  return {
    meetingId: live._id,
    title: meeting.title,
    placeName: meeting.placeName,
    bodyLabel: BODY_LABELS[meeting.body],
    venue: meeting.venue,
    startsAt: meeting.startsAt,
    version,
    stage: over ? 'ended' : 'running',
    endedBy: live.endedBy ?? (over ? 'time' : null),
    items: items.map(({ id, title }) => ({ id, title })),
    itemId,
    speaker: over ? null : (live.speaker?.number ?? null),
    timer: over || !timer ? null : { from: timer.from, until: timer.until },
    waiting: over ? [] : figures.waiting,
    present: figures.present,
    presentHomes: figures.presentHomes,
    quorum: figures.quorum.map(lineView),
    figuresAt: figures.asOfAt,
    vote: vote && voteView(vote),
  };
}

export function leaderView(live: LiveMeetingDocument, you: boolean): LiveView['leader'] {
  return { office: OFFICE_WORDS[live.lead.office], you, term: live.lead.term };
}

/** The caller's own place in the queue. */
export function mineView(
  live: LiveMeetingDocument | null,
  ask: AskDocument | null,
  checkedIn: boolean,
): LiveView['mine'] {
  const own = live && standing(live, ask);
  const nothing = { checkedIn, asked: null, number: null, ahead: null };
  if (!live || !own) return nothing;
  const number = own.number || null;
  if (own.state === 'speaking') return { checkedIn, asked: 'speaking', number, ahead: null };
  const before = live.figures.waiting.filter((waiting) => number !== null && waiting < number);
  return { checkedIn, asked: 'waiting', number, ahead: number === null ? null : before.length };
}

/** What whoever leads sees besides: the names behind the numbers, and the code for a projector. */
export function deskView(
  live: LiveMeetingDocument,
  now: number,
  queue: readonly AskDocument[],
  votes: readonly { id: string; title: string; itemId: string | null; phase: MotionPhase }[],
): NonNullable<LiveView['desk']> {
  const { pairing, screens } = live;
  const known = queue.filter(({ number }) => number > 0).sort((a, b) => a.number - b.number);
  return {
    queue: known.map(({ number, name }) => ({ number, name })),
    code: pairing && pairing.until > now ? { digits: pairing.code, until: pairing.until } : null,
    screens: screens.length,
    motions: votes.map(({ id, title, itemId, phase }) => ({ id, title, itemId, phase })),
  };
}
