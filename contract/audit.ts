import { z } from 'zod';
import { query } from './call';
import type { Page } from './envelope';
import { cursor, id } from './fields';
import type { Office } from './roles';

/** Who did what to which document, and when (AUD-2). */
export interface AuditLine {
  id: string;
  at: number;
  by: string;
  /** The call: 'proposals.triage'. */
  action: string;
  subject: { kind: string; id: string };
  /** What it was about, '东门停车位', as it is called now; null for what has no name. */
  title: string | null;
  /** The page that shows it, or null. */
  link: string | null;
  sealed: boolean;
}

/** What checking a stretch of the chain found. */
export interface ChainCheck {
  /** Numbers of the first and the last seal looked at; 0 where there is none yet. */
  from: number;
  to: number;
  entries: number;
  /** The first seal that does not fit its entries or its predecessor, or null. */
  brokenAt: number | null;
  /** Where to go on checking, or null at the end of the chain. */
  next: number | null;
  /** Hash of the last seal looked at: printed on notices, it pins all that came before. */
  head: string | null;
}

const READING: Office[] = ['administrator', 'street-officer', 'secretary'];
const officers = { roles: READING, relation: 'office-place' } as const;

export const auditCalls = {
  'audit.entries': query(officers, z.strictObject({ placeId: id, cursor })).returns<Page<AuditLine>>(),
  'audit.check': query(officers, z.strictObject({ from: z.int().min(1).default(1) })).returns<ChainCheck>(),
};
