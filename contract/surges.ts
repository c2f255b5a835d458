import { z } from 'zod';
import { command, query } from './call';
import type { Can } from './envelope';
import { clientId, id, text } from './fields';
import { VOLUNTEER_OFFICES } from './teams';

/** 平急结合: an office asks who can come within hours (TASK-9). */
export interface SurgeView {
  id: string;
  text: string;
  where: string;
  placeId: string;
  placeName: string;
  withinHours: number;
  askedAt: number;
  /** Answers are taken until then. */
  closesAt: number;
  state: 'open' | 'closed';
  /** Counted a few seconds ago at most. */
  counts: { coming: number; notComing: number; asOf: number };
  /** What the caller answered. */
  mine: 'coming' | 'not-coming' | null;
  can: Can<'answer' | 'close'>;
}

/** Who comes, for the office that asked. */
export interface SurgeComing {
  id: string;
  name: string;
  at: number;
}

export interface SurgeDetail extends SurgeView {
  /** The earliest first, at most 200; empty for whoever may not see names. */
  coming: SurgeComing[];
}

export interface SurgeList {
  /** Those that are open, and of the last seven days, latest first, at most 20. */
  items: SurgeView[];
  can: Can<'call'>;
}

const visible = { roles: ['person'], relation: 'visible' } as const;
const offices = { roles: VOLUNTEER_OFFICES, relation: 'office-place' } as const;

export const surgeCalls = {
  'surges.list': query(visible, z.strictObject({ placeId: id })).returns<SurgeList>(),
  'surges.detail': query(visible, z.strictObject({ id })).returns<SurgeDetail>(),
  'surges.call': command(
    { ...offices, perTenMinutes: 5 },
    z.strictObject({
      clientId,
      placeId: id,
      text: text(200, '什么事'),
      where: text(60, '到哪里集合'),
      withinHours: z.int().min(1, '至少1小时').max(12, '最多12小时').default(3),
    }),
  ).returns<SurgeDetail>(),
  /** The last answer counts. */
  'surges.answer': command(
    visible,
    z.strictObject({ clientId, id, coming: z.boolean() }),
  ).returns<SurgeDetail>(),
  'surges.close': command(offices, z.strictObject({ clientId, id })).returns<SurgeDetail>(),
};
