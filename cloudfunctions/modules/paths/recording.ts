import type { RecordedStep } from '@contract/paths';
import type { TimelineNote } from '@contract/timeline';
import type { Change } from '../../kernel/change';
import { type Context, newId, personOf } from '../../kernel/context';
import { Refusal } from '../../kernel/refusal';
import { chinaDay } from '../../kernel/wording';
import { dayOf } from '../motions/rules/days';
import { links } from '../overview/links';
import type { PathBoardDocument, PathRecord } from './documents';
import type { Matter } from './matter';
import { hereFor, type PathState } from './policy';
import { pathBoards } from './repository';
import { dayProblem } from './rules/standing';
import { titleOf } from './rules/steps';

export interface Said {
  doneOn: string;
  responsible: string;
  text: string;
  photos: string[];
}

/** A record of what was said of a step; its day fits among the others or it is refused (PATH-14). */
export function recordOf(context: Context, step: RecordedStep, said: Said, state: PathState): PathRecord {
  const today = dayOf(context.now);
  const others = state.records.filter((one) => one.step !== step);
  const problem = dayProblem(step, said.doneOn, others, {
    today,
    opensOn: state.opensOn[step] ?? null,
    votedOn: state.votedOn,
  });
  if (problem) throw new Refusal('INVALID_INPUT', { doneOn: problem });
  const { doneOn, responsible, text, photos } = said;
  const by = personOf(context).name;
  const id = newId(context, 'path-record');
  const forId = hereFor(step, state);
  return { ...{ id, step, forId, doneOn, responsible, text, photos }, by, at: context.now, setAside: null };
}

/** What an entry was recorded for, to look at its board from there (PATH-20). */
export function recordedFor({ step, forId }: PathRecord): { meeting: string | null; vote?: string | null } {
  if (forId === undefined || forId === null) return { meeting: null };
  return step === 'filing' ? { meeting: null, vote: forId } : { meeting: forId };
}

/** The board with its records changed. */
export function boardWith(
  matter: Matter,
  before: PathBoardDocument | null,
  records: PathRecord[],
): PathBoardDocument {
  const { id: matterId, path } = matter;
  const made = { _id: pathBoards.idOf(matterId), matterId, path, announcements: 0 };
  return { ...(before ?? made), records };
}

/** The records with one of them set aside; the rest as it is (PATH-15). */
export function setAside(
  context: Context,
  records: readonly PathRecord[],
  id: string,
  how: { reason: string; how: 'corrected' | 'withdrawn' },
): PathRecord[] {
  const mark = { at: context.now, by: personOf(context).name, ...how };
  return records.map((one) => (one.id === id ? { ...one, setAside: mark } : one));
}

/** What everybody reads of it in the matter's timeline. */
export function told(matter: Matter, record: PathRecord, note: { title: string; reason?: string }): Change {
  const { step, doneOn, responsible, photos, text, forId = null } = record;
  const detail = note.reason
    ? `原因：${note.reason}`
    : `${chinaDay(doneOn)}，负责人：${responsible}。${text}`;
  const timeline: TimelineNote = {
    kind: 'path',
    title: `${note.title}：${titleOf(step)}`,
    detail,
    photos,
    link: links.path(matter.id),
  };
  return {
    subject: { kind: 'path', id: matter.id },
    path: matter.path,
    matterId: matter.id,
    timeline,
    facts: { step, doneOn, record: record.id, for: forId },
  };
}
