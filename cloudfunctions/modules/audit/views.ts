import type { AuditLine } from '@contract/audit';
import type { TimelineLine } from '@contract/timeline';
import type { AuditEntry } from '../../kernel/change';

export function auditLine(entry: AuditEntry): AuditLine {
  const { _id: id, at, actorName: by, action, subject, sealed } = entry;
  return { id, at, by, action, subject, sealed };
}

/** The public lines among the entries: one timeline from the proposal to the finished work (RES-8). */
export function timelineView(entries: readonly AuditEntry[]): TimelineLine[] {
  return entries.flatMap((entry) =>
    entry.timeline ? [{ ...entry.timeline, id: entry._id, at: entry.at, by: entry.actorName }] : [],
  );
}
