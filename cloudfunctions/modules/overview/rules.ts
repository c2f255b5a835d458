import type { DeskItem, MatterGroup, TodoCard } from '@contract/overview';
import type { ProposalStage } from '@contract/proposals';

/** Stages that stand together in 议事; what was returned, merged or withdrawn is found at its author's. */
export const GROUP_STAGES: Record<MatterGroup, readonly ProposalStage[]> = {
  collecting: ['collecting'],
  'to-meet': ['to-meet'],
  voting: ['voting'],
  publishing: ['publishing'],
  doing: ['handling', 'doing', 'done'],
  closed: ['closed', 'rejected'],
};

export function groupCounts(byStage: ReadonlyMap<ProposalStage, number>): Record<MatterGroup, number> {
  const sum = (stages: readonly ProposalStage[]) =>
    stages.reduce((total, stage) => total + (byStage.get(stage) ?? 0), 0);
  return {
    collecting: sum(GROUP_STAGES.collecting),
    'to-meet': sum(GROUP_STAGES['to-meet']),
    voting: sum(GROUP_STAGES.voting),
    publishing: sum(GROUP_STAGES.publishing),
    doing: sum(GROUP_STAGES.doing),
    closed: sum(GROUP_STAGES.closed),
  };
}

const NEVER = Number.MAX_SAFE_INTEGER;

/** The earliest deadline first; what has none comes last, in the order given. */
export function byDeadline<T extends Pick<TodoCard | DeskItem, 'dueAt'>>(cards: readonly T[]): T[] {
  return [...cards].sort((a, b) => (a.dueAt ?? NEVER) - (b.dueAt ?? NEVER));
}

/** At the desk what waits longest comes first among what has no deadline. */
export function byUrgency(items: readonly DeskItem[]): DeskItem[] {
  return [...items].sort((a, b) => (a.dueAt ?? NEVER) - (b.dueAt ?? NEVER) || a.since - b.since);
}

/** The places that lie in none of the others: what is asked of them is asked of all below. */
export function topmost<P extends { placeId: string; path: readonly string[] }>(places: readonly P[]): P[] {
  const ids = new Set(places.map((place) => place.placeId));
  const seen = new Set<string>();
  return places.filter(({ placeId, path }) => {
    if (seen.has(placeId) || path.some((id) => id !== placeId && ids.has(id))) return false;
    seen.add(placeId);
    return true;
  });
}
