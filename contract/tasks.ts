import { z } from 'zod';
import { command, query } from './call';
import type { Can, Page } from './envelope';
import { clientId, cursor, day, id, optionalText, revision, text } from './fields';
import type { ShiftSummary } from './shifts';

export interface TaskSummary {
  id: string;
  title: string;
  where: string;
  placeName: string;
  teamName: string | null;
  dangerous: boolean;
  minimumAge: number;
  state: 'open' | 'ended';
}

export interface TaskDetail extends TaskSummary {
  placeId: string;
  teamId: string | null;
  what: string;
  skills: string[];
  bring: string;
  /** Said before anybody claims; '没有特别的风险' is a choice (TASK-1). */
  risks: { none: boolean; text: string };
  /** '' where none is needed. */
  training: string;
  insurance: { insurer: string; policyNumber: string; untilOn: string } | null;
  /** Names of whoever leads it. */
  leaders: string[];
  ended: { at: number; reason: string } | null;
  /** Those that are not over, the next first, at most 62. */
  shifts: ShiftSummary[];
  revision: number;
  can: Can<'edit' | 'insure' | 'lay' | 'end'>;
}

export interface TaskList extends Page<TaskSummary> {
  /** Teams that the caller may make tasks for; null: for none, which offices may. */
  teams: { id: string; name: string }[];
  can: Can<'make'>;
}

/** What a pattern lays down, before it is done. */
export interface ShiftPreview {
  items: { startsAt: number; endsAt: number; state: 'new' | 'there' | 'past' }[];
}

const visible = { roles: ['person'], relation: 'visible' } as const;
/** Offices of the place, and leaders of the task's team. */
const leaders = { roles: ['person'], relation: 'responsible' } as const;
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, '请选择几点');
const one = { clientId, id, revision };

const said = {
  title: text(24, '名称'),
  what: text(500, '做什么'),
  where: text(60, '地点'),
  skills: z.array(text(12, '需要的特长')).max(5, '最多5项特长').default([]),
  bring: optionalText(100, '要带什么').default(''),
  risks: z.discriminatedUnion(
    'none',
    [
      z.strictObject({ none: z.literal(true) }),
      z.strictObject({ none: z.literal(false), text: text(200, '有什么风险') }),
    ],
    '请说明风险，或者选“没有特别的风险”',
  ),
  minimumAge: z.int('请填写最小年龄').min(6, '最小6岁').max(70, '最大70岁').default(18),
  training: optionalText(100, '培训').default(''),
  dangerous: z.boolean('请选择危不危险'),
};

const pattern = {
  firstOn: day,
  lastOn: day,
  /** 1 Monday … 7 Sunday; empty: every day. */
  weekdays: z.array(z.int().min(1).max(7)).max(7).default([]),
  from: clock,
  /** Not after `from`: it ends on the next day, after at most 24 hours. */
  to: clock,
};

export const taskCalls = {
  'tasks.list': query(visible, z.strictObject({ placeId: id, cursor })).returns<TaskList>(),
  'tasks.detail': query(visible, z.strictObject({ id })).returns<TaskDetail>(),
  /** For a team: also by its leaders. */
  'tasks.make': command(
    leaders,
    z.strictObject({ clientId, placeId: id, teamId: id.nullable().default(null), ...said }),
  ).returns<TaskDetail>(),
  /** Until the first shift is laid down: then people have read it. */
  'tasks.edit': command(leaders, z.strictObject({ ...one, ...said })).returns<TaskDetail>(),
  'tasks.insure': command(
    leaders,
    z.strictObject({
      ...one,
      insurer: text(40, '保险公司'),
      policyNumber: text(40, '保单号'),
      untilOn: day,
    }),
  ).returns<TaskDetail>(),
  'tasks.preview': query(leaders, z.strictObject({ id, ...pattern })).returns<ShiftPreview>(),
  /** At most 62 at once; those that are there already stay as they are. */
  'tasks.layShifts': command(
    leaders,
    z.strictObject({
      ...{ clientId, id, ...pattern },
      places: z.int('请填写人数').min(1, '至少1人').max(200, '最多200人'),
      waitlist: z.int('请填写候补人数').min(0, '候补不能少于0人').max(100, '候补最多100人').default(10),
      /** Hours before the start until which withdrawing is free. */
      withdrawHours: z.int().min(0).max(168, '最多提前7天').default(12),
    }),
  ).returns<TaskDetail>(),
  'tasks.end': command(
    leaders,
    z.strictObject({ ...one, reason: text(100, '结束的原因') }),
  ).returns<TaskDetail>(),
};
