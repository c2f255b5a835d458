import type { TimelineLine } from '@contract/timeline';
import type { AuditEntry } from '../../kernel/change';
import type { ProposalDocument, SupportDocument } from './documents';
import { entriesOf } from './repository';

function lineOf(entry: AuditEntry): TimelineLine[] {
  return entry.timeline ? [{ id: entry._id, at: entry.at, by: entry.actorName, ...entry.timeline }] : [];
}

/** One command that concerned two matters stands in both; once they are merged it is told once. */
function withoutRepeats(entries: readonly AuditEntry[]): AuditEntry[] {
  const told = new Set<string>();
  return entries.filter((entry) => {
    const command = `${entry.actorId} ${entry.at} ${entry.inputHash}`;
    if (told.has(command)) return false;
    told.add(command);
    return true;
  });
}

/** The supports that stand, each person once; authors are told as authors. */
function supportLines(given: readonly SupportDocument[], authorIds: readonly string[]): TimelineLine[] {
  const first = new Map([...given].reverse().map((support) => [support.personId, support]));
  return [...first.values()]
    .filter((support) => !authorIds.includes(support.personId))
    .map(({ _id: id, createdAt: at, personName: by }) => ({
      ...{ id, at, by },
      kind: 'supported',
      title: `${by}附议`,
      detail: '',
      photos: [],
      link: null,
    }));
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
    joined[joined.length - 1] = { ...line, title: `${count}位邻居附议`, by: `${line.by}等` };
  }
  return joined;
}

/** Says that the oldest lines are missing, before those that are shown (LIST-3). */
function earlierLine([first]: readonly TimelineLine[]): TimelineLine {
  return {
    ...{ id: 'earlier', kind: 'earlier', at: first?.at ?? 0, by: '系统', photos: [], link: null },
    title: '更早的进展没有列在这里',
    detail: '进展太多，这里只列最近的。更早的都还留着，没有删掉。',
  };
}

/**
 * Every step from the proposal to the finished work, in order of time, with the steps of what was merged into it (RES-8).
 * @param given its supports, and those of what was merged into it
 */
export async function timelineOf(
  proposal: Pick<ProposalDocument, '_id' | 'mergedIds' | 'authorIds'>,
  given: readonly SupportDocument[],
): Promise<TimelineLine[]> {
  const { entries, earlier } = await entriesOf([proposal._id, ...proposal.mergedIds]);
  const lines = [...withoutRepeats(entries).flatMap(lineOf), ...supportLines(given, proposal.authorIds)];
  const joined = joinSupport(lines.sort((a, b) => a.at - b.at));
  return earlier ? [earlierLine(joined), ...joined] : joined;
}
