import type { SurgeDetail, SurgeView } from '@contract/surges';
import type { Context } from '../../kernel/context';
import type { Reader } from '../../kernel/database';
import { store } from '../../kernel/reader';
import { enforce, found } from '../../kernel/refusal';
import { namesOf } from '../service/present';
import { mayKeep, maySee, type Volunteer } from '../volunteers/policy';
import { volunteers } from '../volunteers/repository';
import type { SurgeDocument } from './documents';
import { isOpen, mayAnswer, mayClose } from './policy';
import { surgeAnswers, surges } from './repository';

/** Counts are at most so old; whoever finds them older adds them up, whoever else asks meanwhile takes what is there. */
const FRESH_MS = 3000;

/** @throws Refusal NOT_FOUND for whoever has nothing to do with the place */
export async function surgeCase(reader: Reader, { actor, now }: Context, id: string) {
  const surge = found(await surges.byId(reader, id));
  const volunteer = await volunteers.byId(reader, actor.personId);
  enforce(maySee(actor, now, volunteer, surge.path));
  return { surge, volunteer };
}

/** The counts as they are now: two counts of an index, and only where the last ones are old (TASK-9). */
async function countsOf(surge: SurgeDocument, now: number): Promise<SurgeDocument['counts']> {
  const { _id, counts } = surge;
  if (now - counts.asOf < FRESH_MS && counts.asOf <= now) return counts;
  const [coming, notComing] = await Promise.all([
    surgeAnswers.count(_id, true),
    surgeAnswers.count(_id, false),
  ]);
  const fresh = { coming, notComing, asOf: now };
  await surges.counted(_id, counts.asOf, fresh);
  return fresh;
}

export async function surgeView(
  { actor, now }: Context,
  surge: SurgeDocument,
  volunteer: Volunteer,
): Promise<SurgeView> {
  const { _id: id, text, where, placeId, placeName, withinHours, askedAt, closesAt } = surge;
  const [counts, answer] = await Promise.all([
    countsOf(surge, now),
    surgeAnswers.byId(store, surgeAnswers.idOf(id, actor.personId)),
  ]);
  return {
    ...{ id, text, where, placeId, placeName, withinHours, askedAt, closesAt },
    state: isOpen(surge, now) ? 'open' : 'closed',
    counts,
    mine: answer && (answer.coming ? 'coming' : 'not-coming'),
    can: { answer: mayAnswer(actor, now, surge, volunteer), close: mayClose(actor, now, surge) },
  };
}

/** With the names of whoever comes, for the offices of the place. */
export async function presentSurge(context: Context, id: string): Promise<SurgeDetail> {
  const { surge, volunteer } = await surgeCase(store, context, id);
  const seesNames = mayKeep(context.actor, context.now, surge.path) === null;
  const rows = seesNames ? await surgeAnswers.coming(id) : [];
  const [view, names] = await Promise.all([
    surgeView(context, surge, volunteer),
    namesOf(rows.map(({ personId }) => personId)),
  ]);
  const coming = rows.map(({ _id, personId, at }) => ({ id: _id, name: names.get(personId) ?? '', at }));
  return { ...view, coming };
}
