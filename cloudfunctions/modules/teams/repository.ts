import { _ } from '../../kernel/cloud';
import { type Reader, store, type Transaction } from '../../kernel/database';
import { idOf } from '../../kernel/ids';
import { pageInTurn } from '../../kernel/page';
import type { TeamDocument, TeamMemberDocument } from './documents';

const PAGE = 50;
const OWN = 100;

export const teams = {
  byId: (reader: Reader, id: string) => reader.get<TeamDocument>('teams', id),

  /** The team of a task; null of none. */
  of: async (reader: Reader, id: string | null) => (id === null ? null : teams.byId(reader, id)),

  put: (transaction: Transaction, team: TeamDocument) => transaction.put('teams', team),

  /** Those of a place and all that lies in it, then of the places around it. */
  pageAround(path: readonly string[], cursor: string | null | undefined) {
    const around = path.slice(0, -1);
    const parts = [{ path: path.at(-1) ?? '' }, { placeId: _.in(around) }];
    return pageInTurn<TeamDocument>(
      'teams',
      parts.slice(0, around.length > 0 ? 2 : 1).map((where) => ({ ...where, closed: null })),
      { by: 'createdAt', direction: 'asc', limit: PAGE },
      cursor,
    );
  },

  /** Teams that a person leads, anywhere. */
  ledBy: (personId: string) => store.find<TeamDocument>('teams', { leaders: personId }, { limit: OWN }),

  leadsAny: async (personId: string) => (await teams.ledBy(personId)).some(({ closed }) => closed === null),

  /** Open ones at a place or around or within it, for whoever makes a task. */
  openIn: (placeId: string) =>
    store.find<TeamDocument>(
      'teams',
      { path: placeId, closed: null },
      { order: [['createdAt', 'asc']], limit: OWN },
    ),
};

export const members = {
  idOf: (teamId: string, personId: string) => idOf('team-member', teamId, personId),

  byId: (reader: Reader, id: string) => reader.get<TeamMemberDocument>('team_members', id),

  ofPerson: (reader: Reader, teamId: string, personId: string) =>
    members.byId(reader, members.idOf(teamId, personId)),

  put: (transaction: Transaction, member: TeamMemberDocument) => transaction.put('team_members', member),

  remove: (transaction: Transaction, id: string) => transaction.remove('team_members', id),

  /** Who waits first, then members, each the earliest first. */
  page: (teamId: string, cursor: string | null | undefined) =>
    pageInTurn<TeamMemberDocument>(
      'team_members',
      [
        { teamId, state: 'asked' },
        { teamId, state: 'member' },
      ],
      { by: 'at', direction: 'asc', limit: PAGE },
      cursor,
    ),

  /** Those of one person, to be ended when they leave the app, and to be copied. */
  allOf: (personId: string) => store.find<TeamMemberDocument>('team_members', { personId }, { limit: 1000 }),
};
