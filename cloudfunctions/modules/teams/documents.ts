import type { TeamColour, TeamJoining } from '@contract/teams';

/** Collection `teams`: the guard of its leaders and of how many are in it (TEAM-2). */
export interface TeamDocument {
  _id: string;
  name: string;
  colour: TeamColour;
  purpose: string;
  joining: TeamJoining;
  placeId: string;
  placeName: string;
  path: string[];
  /** Ids of persons who are members. */
  leaders: string[];
  members: number;
  waiting: number;
  closed: { at: number; reason: string } | null;
  revision: number;
  createdAt: number;
}

/** Collection `team_members`; `_id` is made of team and person. */
export interface TeamMemberDocument {
  _id: string;
  teamId: string;
  personId: string;
  state: 'asked' | 'member';
  note: string;
  at: number;
}
