import { z } from 'zod';
import { command, query } from './call';
import type { Can } from './envelope';
import { birthday, clientId, id, photos, text } from './fields';

export const REPORT_KINDS = ['party-member', 'courier', 'other'] as const;
/** 党员、快递外卖小哥、其他. */
export type ReportKind = (typeof REPORT_KINDS)[number];

/** 报到: by the person themselves, at a place where they have no home (TEAM-5). */
export interface ReportView {
  id: string;
  placeId: string;
  placeName: string;
  kind: ReportKind;
  kindLabel: string;
  /** '宏远机械厂党支部', '某某外卖平台' */
  unit: string;
  at: number;
}

/** What a guardian agreed to, as an office put it down from the signed paper (TASK-5). */
export interface GuardianView {
  name: string;
  /** Also to the data, which is asked for under fourteen. */
  dataToo: boolean;
  at: number;
}

export interface VolunteerView {
  /** 'YYYY-MM-DD', asked once; null: claims are refused with VOLUNTEER_BORN_DAY. */
  bornOn: string | null;
  skills: string[];
  /** Eight digits that are shown to nobody else: said to the office that puts down a guardian's consent. */
  code: string | null;
  guardian: GuardianView | null;
  /** 'none': of age, or not known yet. */
  consent: 'none' | 'needed' | 'given';
  reports: ReportView[];
  can: Can<'describe' | 'reportIn'>;
}

/** A volunteer as an office sees them that was told the code. */
export interface CodedVolunteer {
  name: string;
  bornOn: string | null;
  guardian: GuardianView | null;
  can: Can<'consent' | 'correct'>;
}

const own = { roles: ['person'], relation: 'self' } as const;
/** Offices and, as `person`, the leaders of a team. */
const leaders = { roles: ['person'], relation: 'not-self' } as const;
const code = z
  .string()
  .trim()
  .regex(/^\d{8}$/, '请填写8位数字的志愿者码');
const skills = z.array(text(12, '特长')).max(10, '最多10项特长').default([]);

export const volunteerCalls = {
  'volunteers.mine': query(own, z.strictObject({})).returns<VolunteerView>(),
  /** A minor's born day is put right by an office only. */
  'volunteers.describe': command(
    own,
    z.strictObject({ clientId, bornOn: birthday, skills }),
  ).returns<VolunteerView>(),
  'volunteers.reportIn': command(
    { ...own, perTenMinutes: 10 },
    z.strictObject({
      clientId,
      placeId: id,
      kind: z.enum(REPORT_KINDS, '请选择身份'),
      unit: text(40, '单位或平台'),
    }),
  ).returns<VolunteerView>(),
  'volunteers.endReport': command(own, z.strictObject({ clientId, placeId: id })).returns<VolunteerView>(),
  'volunteers.byCode': query(
    { ...leaders, perTenMinutes: 20 },
    z.strictObject({ code }),
  ).returns<CodedVolunteer>(),
  'volunteers.recordConsent': command(
    { ...leaders, perTenMinutes: 20 },
    z.strictObject({
      clientId,
      code,
      guardian: text(30, '监护人姓名'),
      dataToo: z.boolean(),
      photos: photos.refine((given) => given.length > 0, '请拍监护人签字的同意书'),
    }),
  ).returns<CodedVolunteer>(),
  'volunteers.correctBornDay': command(
    { ...leaders, perTenMinutes: 20 },
    z.strictObject({ clientId, code, bornOn: birthday, reason: text(100, '更正的理由') }),
  ).returns<CodedVolunteer>(),
};
