import type { AuditLine } from '@contract/audit';
import type { AuditEntry } from '../../kernel/change';
import type { SubjectWords } from './subjects';

export function auditLine(entry: AuditEntry, { title, link }: SubjectWords): AuditLine {
  const { _id: id, at, actorName: by, action, subject, sealed } = entry;
  return { id, at, by, action, subject, title, link, sealed };
}
