import { z } from 'zod';
import { command, query } from './call';
import type { Can, Page } from './envelope';
import { clientId, cursor, id, instant, text } from './fields';
import type { Me, OfficeView } from './members';
import { type Office, OFFICES } from './roles';

/** Who holds which office; public. */
export interface RosterLine {
  personId: string;
  name: string;
  office: OfficeView;
  can: Can<'withdraw'>;
}

export interface Roster {
  placeId: string;
  placeName: string;
  /** Offices at the place and within it. */
  here: RosterLine[];
  /** Offices of the places above that answer for it. */
  above: RosterLine[];
  /** The offices that the caller may give at this place itself. */
  appointable: Office[];
}

export interface FoundPerson {
  id: string;
  name: string;
  /** Homes within the place, the room masked: '3栋2单元5**' */
  homes: string[];
}

/** A term is five years at most, as of the committees (居委会组织法, 村委会组织法). */
const LONGEST_TERM_MS = 5 * 366 * 24 * 3600 * 1000;

const finders = ['administrator', 'street-officer', 'secretary', 'grid-worker'] as const;
const appointers = ['administrator', 'street-officer', 'secretary'] as const;
const appointment = { roles: appointers, relation: 'not-self' } as const;

export const officeCalls = {
  /** Makes the root of the tree of places and the caller its administrator, once (MEM-7). */
  'members.bootstrapAdministrator': command(
    { roles: ['person'], relation: 'none', perTenMinutes: 5 },
    z.strictObject({ clientId, code: text(100, '管理员码'), city: text(20, '城市名称') }),
  ).returns<Me>(),
  'members.appoint': command(
    { ...appointment, perTenMinutes: 200 },
    z
      .strictObject({
        clientId,
        personId: id,
        office: z.enum(OFFICES, '请选择职务'),
        placeId: id,
        fromAt: instant,
        untilAt: instant,
        gender: z.enum(['female', 'male']).optional(),
      })
      .refine((given) => given.fromAt < given.untilAt, { path: ['untilAt'], error: '任期结束要晚于开始' })
      .refine((given) => given.untilAt - given.fromAt <= LONGEST_TERM_MS, {
        path: ['untilAt'],
        error: '任期最长五年',
      })
      .refine((given) => given.office !== 'villagers-delegate' || given.gender, {
        path: ['gender'],
        error: '请填写性别（村民代表中妇女应占三分之一以上）',
      }),
  ).returns<Roster>(),
  'members.withdrawOffice': command(
    appointment,
    z.strictObject({ clientId, personId: id, officeId: id, reason: text(200, '理由') }),
  ).returns<{ personId: string; offices: OfficeView[] }>(),
  'members.findPeople': query(
    { roles: finders, relation: 'office-place', perTenMinutes: 120 },
    z.strictObject({ placeId: id, name: text(20, '姓名'), cursor }),
  ).returns<Page<FoundPerson>>(),
  'members.whoIsWho': query(
    { roles: ['person'], relation: 'none' },
    z.strictObject({ placeId: id }),
  ).returns<Roster>(),
};
