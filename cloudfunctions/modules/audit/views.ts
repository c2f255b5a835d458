import type { AuditLine } from '@contract/audit';
import type { AuditEntry } from '../../kernel/change';

export function auditLine(entry: AuditEntry): AuditLine {
  const { _id: id, at, actorName: by, action, subject, sealed } = entry;
  return { id, at, by, action, subject, sealed };
}
