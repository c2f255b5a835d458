import type { LiveEnd, LiveLine, LiveState, LiveVote } from '@contract/live';
import { areaFigure, countText } from '@/services/figures';

const SECOND = 1_000;
/** Older than this the screen says since when it is. */
export const OLD_MS = 20 * SECOND;

/** 「2:05」「1:02:05」: what is left, never less than nothing. */
export function leftText(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / SECOND));
  const two = (part: number) => String(part).padStart(2, '0');
  const minutes = Math.floor(seconds / 60);
  const hours = Math.floor(minutes / 60);
  return hours > 0 ? `${hours}:${two(minutes % 60)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}

const END_WORDS: Record<LiveEnd, string> = {
  officer: '会开完了',
  cancelled: '会议取消了',
  moved: '会议改了时间或地点，请看新的通知',
  held: '会开完了',
  time: '会议时间已过',
};

export function endWords({ endedBy }: Pick<LiveState, 'endedBy'>): string {
  return END_WORDS[endedBy ?? 'officer'];
}

export interface ItemPlace {
  /** From 1. */
  number: number;
  title: string;
  before: string | null;
  after: string | null;
}

/** The item that is talked about, and its neighbours' ids. */
export function itemOf({ items, itemId }: Pick<LiveState, 'items' | 'itemId'>): ItemPlace {
  const at = Math.max(
    0,
    items.findIndex(({ id }) => id === itemId),
  );
  return {
    number: at + 1,
    title: items[at]?.title ?? '',
    before: items[at - 1]?.id ?? null,
    after: items[at + 1]?.id ?? null,
  };
}

interface Running {
  kind: 'waiting' | 'open';
  /** When it opens or closes. */
  until: number;
}
interface Over {
  kind: 'counting' | 'counted' | 'cancelled';
}
export type VoteStand = Running | Over;

/** Where a vote stands by the server's clock. */
export function voteStand(vote: LiveVote, now: number): VoteStand {
  if (vote.cancelled) return { kind: 'cancelled' };
  if (vote.result) return { kind: 'counted' };
  if (now < vote.opensAt) return { kind: 'waiting', until: vote.opensAt };
  return now <= vote.closesAt ? { kind: 'open', until: vote.closesAt } : { kind: 'counting' };
}

const OVER_WORDS: Record<Over['kind'], string> = {
  cancelled: '表决取消了',
  counted: '已有结果',
  counting: '投票结束，正在计票',
};

export function standWords(stand: VoteStand, now: number): string {
  if (!('until' in stand)) return OVER_WORDS[stand.kind];
  const left = leftText(stand.until - now);
  return stand.kind === 'open' ? `正在表决，还有 ${left}` : `还有 ${left} 开始表决`;
}

/** 「三分之二以上的户参加：61 户 / 80 户，还差 3 户」 */
export function lineWords({ what, axis, unit, numerator, denominator, met, missing }: LiveLine): string {
  const figure = (value: number) => `${(axis === 'area' ? areaFigure : countText)(value)} ${unit}`;
  const verdict = met ? '已达到 ✓' : `还差 ${figure(missing)}`;
  return `${what}：${figure(numerator)} / ${figure(denominator)}，${verdict}`;
}

const MARKS: Partial<Record<string, string>> = { yes: '✓', no: '✕', abstain: '○' };

/** 「✓ 同意 42」 */
export function castWords({ choice, label }: { choice: string; label: string }): string {
  const mark = MARKS[choice];
  return mark ? `${mark} ${label}` : label;
}
