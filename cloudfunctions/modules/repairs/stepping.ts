import type { ErrorCode } from '@contract/errors';
import type { MessageIntent } from '@contract/messages';
import type { RepairDetail } from '@contract/repairs';
import type { TimelineNote } from '@contract/timeline';
import { type Change, change } from '../../kernel/change';
import { type Context, personOf } from '../../kernel/context';
import { store } from '../../kernel/reader';
import { requirePassed } from '../../kernel/content-check';
import { withPhotos } from '../../kernel/photos';
import { enforce, found, Refusal, requireRevision } from '../../kernel/refusal';
import { dayOf } from '../motions/rules/days';
import { links } from '../overview/links';
import type { RepairDocument, StepRecord } from './documents';
import { maySee } from './policy';
import { presentById } from './present';
import { repairs } from './repository';
import { type DayLimits, dayProblem } from './rules';

export interface Told {
  kind: TimelineNote['kind'];
  title: string;
  detail: string;
  photos?: string[];
  /** Left out: nobody gets a message. */
  audience?: MessageIntent['audience'];
  facts?: Record<string, unknown>;
}

/** A change of a case: a line in the timeline of the matter, and a message where there is an audience. */
export function told(
  repair: RepairDocument,
  { kind, title, detail, photos = [], audience, facts }: Told,
): Change {
  const link = links.repair(repair._id);
  const message = { kind: 'resolution' as const, title, body: detail, link };
  return {
    subject: { kind: 'repair', id: repair._id },
    path: repair.path,
    matterId: repair.proposalId ?? repair._id,
    timeline: { kind, title, detail, photos, link },
    facts,
    messages: audience ? [{ audience, ...message }] : [],
  };
}

interface Step {
  id: string;
  /** As the phone read it; null where others may write in between (objections and answers). */
  revision: number | null;
  texts: readonly (string | undefined)[];
  photos?: readonly string[];
  may: (repair: RepairDocument) => ErrorCode | null;
  /** The case after the step, and what is told of it. */
  make: (repair: RepairDocument) => { after: RepairDocument; told: Told };
}

/** Takes one step of a case, once: the case is the guard of all its steps, bills and objections. */
export async function takeStep(context: Context, step: Step): Promise<RepairDetail> {
  const { actor, now } = context;
  enforce(maySee(actor, now, found(await repairs.byId(store, step.id)).path));
  const proven = await withPhotos(context, step.photos ?? []);
  await requirePassed(context, step.texts);
  await change(proven, async (transaction) => {
    const before = found(await repairs.byId(transaction, step.id));
    enforce(step.may(before));
    if (step.revision !== null) requireRevision(before, step.revision);
    const made = step.make(before);
    const after = { ...made.after, revision: before.revision + 1 };
    await repairs.put(transaction, after);
    return told(after, made.told);
  });
  return presentById(context, step.id);
}

interface Said {
  doneOn: string;
  responsible: string;
  text: string;
  photos: string[];
}

/** What an office says of a step; its day is neither in the future nor before the step that it follows (URG-3). */
export function recordOf(context: Context, said: Said, days: Omit<DayLimits, 'today'>): StepRecord {
  requireDay(context, said.doneOn, days);
  const { doneOn, responsible, text, photos } = said;
  return { doneOn, responsible, text, photos, by: personOf(context).name, at: context.now };
}

export function requireDay(context: Context, doneOn: string, days: Omit<DayLimits, 'today'>): void {
  const problem = dayProblem(doneOn, { ...days, today: dayOf(context.now) });
  if (problem) throw new Refusal('INVALID_INPUT', { doneOn: problem });
}
