import type { ErrorCode } from '@contract/errors';
import type { Actor } from '../../kernel/person';
import { isThere, mayKeep, type Volunteer } from '../volunteers/policy';
import type { SurgeDocument } from './documents';

/** It closes by itself (TASK-9). */
export function isOpen({ closesAt, closedAt }: SurgeDocument, now: number): boolean {
  return closedAt === null && now < closesAt;
}

export function mayAnswer(
  actor: Actor,
  now: number,
  surge: SurgeDocument,
  volunteer: Volunteer,
): ErrorCode | null {
  if (!isOpen(surge, now)) return 'SURGE_CLOSED';
  return isThere(actor, now, volunteer, surge.path) ? null : 'SHIFT_REPORT_FIRST';
}

export function mayClose(actor: Actor, now: number, surge: SurgeDocument): ErrorCode | null {
  return mayKeep(actor, now, surge.path) ?? (isOpen(surge, now) ? null : 'SURGE_CLOSED');
}
