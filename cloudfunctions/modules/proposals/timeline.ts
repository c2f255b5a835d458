import type { TimelineLine } from '@contract/timeline';
import type { AuditEntry } from '../../kernel/change';
import type { ProposalDocument, SupportDocument } from './documents';
import { entriesOf } from './repository';

function lineOf(entry: AuditEntry): TimelineLine[] {
  return entry.timeline ? [{ id: entry._id, at: entry.at, by: entry.actorName, ...entry.timeline }] : [];
}

/** Neighbours who co-signed one after the other are one line: two hundred of them would hide what was decided. */
function joinSupport(lines: readonly TimelineLine[]): TimelineLine[] {
  const joined: TimelineLine[] = [];
  let count = 0;
  for (const line of lines) {
    const last = joined.at(-1);
    if (line.kind !== 'supported' || last?.kind !== 'supported') {
      count = 1;
      joined.push(line);
      continue;
    }
    count += 1;
    joined[joined.length - 1] = { ...line, title: `${count}位邻居联名支持`, detail: '', by: `${line.by}等` };
  }
  return joined;
}

/** One event that concerned two matters stands in both; once they are merged it is told once. */
function withoutRepeats(lines: readonly TimelineLine[]): TimelineLine[] {
  const seen = new Set<string>();
  return lines.filter((line) => {
    const key = `${line.at} ${line.kind} ${line.title} ${line.by}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** Each supporter once, and whoever took their support back not at all. */
function standing(entries: readonly AuditEntry[], supporterIds: ReadonlySet<string>): AuditEntry[] {
  const told = new Set<string>();
  return entries.filter((entry) => {
    if (entry.timeline?.kind !== 'supported') return true;
    if (told.has(entry.actorId) || !supporterIds.has(entry.actorId)) return false;
    told.add(entry.actorId);
    return true;
  });
}

/**
 * Every step from the proposal to the finished work, in order of time, with the steps of what was merged into it (RES-8).
 * @param given the supports that stand
 */
export async function timelineOf(
  proposal: Pick<ProposalDocument, '_id' | 'mergedIds'>,
  given: readonly Pick<SupportDocument, 'personId'>[],
): Promise<TimelineLine[]> {
  const entries = await entriesOf([proposal._id, ...proposal.mergedIds]);
  const supporterIds = new Set(given.map((support) => support.personId));
  return joinSupport(withoutRepeats(standing(entries, supporterIds).flatMap(lineOf)));
}
