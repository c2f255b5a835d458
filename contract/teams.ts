import { z } from 'zod';
import { command, query } from './call';
import type { Can, Page } from './envelope';
import { clientId, cursor, id, optionalText, revision, text } from './fields';

/** 红色服务、金色教育、银发调解、白色健康、蓝色救援, and a team of its own kind (TEAM-1). */
export const TEAM_COLOURS = ['red', 'gold', 'silver', 'white', 'blue', 'own'] as const;
export type TeamColour = (typeof TEAM_COLOURS)[number];

export const TEAM_JOINING = ['open', 'asked'] as const;
/** 'open': whoever wants is in at once; 'asked': a leader lets them in. */
export type TeamJoining = (typeof TEAM_JOINING)[number];

export interface TeamSummary {
  id: string;
  name: string;
  colour: TeamColour;
  /** '红色服务队' */
  colourLabel: string;
  placeName: string;
  joining: TeamJoining;
  members: number;
  /** Where the caller stands: null is not in it. */
  mine: 'asked' | 'member' | 'leader' | null;
}

export interface TeamDetail extends TeamSummary {
  placeId: string;
  purpose: string;
  /** Names only. */
  leaders: string[];
  closed: { at: number; reason: string } | null;
  /** How many wait to be let in; 0 for whoever lets nobody in. */
  waiting: number;
  revision: number;
  can: Can<'join' | 'leave' | 'edit' | 'close' | 'letIn' | 'appoint'>;
}

export interface TeamMemberView {
  /** Of the membership, not of the person. */
  id: string;
  name: string;
  state: 'asked' | 'member';
  leader: boolean;
  mine: boolean;
  /** What they wrote with it. */
  note: string;
  at: number;
}

export interface TeamList extends Page<TeamSummary> {
  colours: { id: TeamColour; label: string }[];
  can: Can<'make'>;
}

/** Offices that keep teams, tasks and hours of what lies below them; leaders of a team are asked for besides. */
export const VOLUNTEER_OFFICES = [
  'secretary',
  'residents-committee',
  'villagers-committee',
  'owners-committee',
] as const;

const keepers = { roles: VOLUNTEER_OFFICES, relation: 'office-place' } as const;
const person = { roles: ['person'], relation: 'visible' } as const;
const leaders = { roles: ['person'], relation: 'responsible' } as const;
const one = { clientId, id };
const kept = {
  name: text(20, '队名'),
  purpose: text(200, '做什么'),
  joining: z.enum(TEAM_JOINING, '请选择怎么加入'),
};

export const teamCalls = {
  /** Of a place and what lies in it; for whoever belongs there or reported in. */
  'teams.list': query(person, z.strictObject({ placeId: id, cursor })).returns<TeamList>(),
  'teams.detail': query(person, z.strictObject({ id })).returns<TeamDetail>(),
  /** Members by name, whoever waits first: for the team's own people and the offices. */
  'teams.members': query(person, z.strictObject({ id, cursor })).returns<Page<TeamMemberView>>(),
  'teams.make': command(
    keepers,
    z.strictObject({ clientId, placeId: id, colour: z.enum(TEAM_COLOURS, '请选择队伍'), ...kept }),
  ).returns<TeamDetail>(),
  'teams.edit': command(leaders, z.strictObject({ ...one, revision, ...kept })).returns<TeamDetail>(),
  'teams.close': command(
    keepers,
    z.strictObject({ ...one, revision, reason: text(100, '解散的原因') }),
  ).returns<TeamDetail>(),
  'teams.join': command(
    person,
    z.strictObject({ ...one, note: optionalText(60, '说明') }),
  ).returns<TeamDetail>(),
  'teams.leave': command(person, z.strictObject(one)).returns<TeamDetail>(),
  'teams.letIn': command(
    leaders,
    z.strictObject({ ...one, memberId: id, letIn: z.boolean() }),
  ).returns<TeamDetail>(),
  /** A member becomes a leader, by an office; a leader steps back also by themselves. At most five. */
  'teams.appoint': command(
    leaders,
    z.strictObject({ ...one, memberId: id, leads: z.boolean() }),
  ).returns<TeamDetail>(),
};
