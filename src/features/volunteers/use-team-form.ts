import type { TeamColour, TeamDetail, TeamJoining } from '@contract/teams';
import { useDraftForm } from '@/features/calls/use-draft';

export const TEAM_COLOUR_ORDER: readonly TeamColour[] = ['red', 'gold', 'silver', 'white', 'blue', 'own'];

/** A team, as it is being written. */
export interface WrittenTeam {
  colour: TeamColour | null;
  name: string;
  purpose: string;
  joining: TeamJoining;
}

/** The form's state, kept on the phone. */
export function useTeamForm(placeId: string, team: TeamDetail | null) {
  return useDraftForm<WrittenTeam>(team ? `team:${team.id}:${team.revision}` : `team:${placeId}`, () => ({
    ...{ colour: team?.colour ?? null, name: team?.name ?? '', purpose: team?.purpose ?? '' },
    joining: team?.joining ?? 'open',
  }));
}
