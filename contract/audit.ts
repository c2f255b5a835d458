import { z } from 'zod';
import { command, query } from './call';
import type { Page } from './envelope';
import { clientId, cursor, id } from './fields';
import { type Office, OFFICES } from './roles';
import type { BundleFile } from './seals';

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
  /** How many fitted, without the marks of ballot boxes (SECRET-15). */
  entries: number;
  /** The first seal that does not fit its entries or its predecessor, or null. */
  brokenAt: number | null;
  /** Where to go on checking, or null at the end of the chain. */
  next: number | null;
  /** Hash of the last seal looked at: printed on notices, it pins all that came before. */
  head: string | null;
}

/** The chain after a seal, as hashes that the phone computes with (docs/verify.md); hex. */
export interface AuditLinks {
  /** What the seals after it hold, one hash each, in their order without a gap; at most 500. */
  contents: string[];
  /** The newest seal; null before the first. */
  head: { number: number; hash: string } | null;
  /** Where to go on, or null at the end of the chain. */
  next: number | null;
}

const READING: Office[] = ['administrator', 'street-officer', 'secretary'];
const officers = { roles: READING, relation: 'office-place' } as const;
const everybody = { roles: ['resident', ...OFFICES], relation: 'none' } as const;

export const auditCalls = {
  'audit.entries': query(officers, z.strictObject({ placeId: id, cursor })).returns<Page<AuditLine>>(),
  'audit.check': query(officers, z.strictObject({ from: z.int().min(1).default(1) })).returns<ChainCheck>(),
  'audit.links': query(
    everybody,
    z.strictObject({ after: z.int().min(0).max(999_999_999_999_999) }),
  ).returns<AuditLinks>(),
  'audit.export': command(
    { ...everybody, perTenMinutes: 10 },
    z.strictObject({ clientId }),
  ).returns<BundleFile>(),
};
