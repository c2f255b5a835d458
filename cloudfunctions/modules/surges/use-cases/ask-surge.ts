import type { CallInput } from '@contract/calls';
import type { SurgeDetail, SurgeList } from '@contract/surges';
import { change } from '../../../kernel/change';
import { requirePassed } from '../../../kernel/content-check';
import { type Context, newId } from '../../../kernel/context';
import { store } from '../../../kernel/reader';
import { enforce, found } from '../../../kernel/refusal';
import { places } from '../../members/repository';
import { DAY_MS } from '../../motions/rules/days';
import { volunteerLinks } from '../../tasks/link';
import { mayKeep, maySee } from '../../volunteers/policy';
import { volunteers } from '../../volunteers/repository';
import type { SurgeDocument } from '../documents';
import { mayAnswer, mayClose } from '../policy';
import { presentSurge, surgeCase, surgeView } from '../present';
import { surgeAnswers, surges } from '../repository';

const HOUR_MS = 3_600_000;
const LISTED_MS = 7 * DAY_MS;

/** Asks everybody of a place, and whoever reported in there, who can come within hours (TASK-9). */
export async function askSurge(context: Context, input: CallInput<'surges.call'>): Promise<SurgeDetail> {
  const { actor, now } = context;
  const { text, where, placeId, withinHours } = input;
  const place = found(await places.byId(store, placeId));
  enforce(mayKeep(actor, now, place.path));
  await requirePassed(context, [text, where]);
  const reported = await volunteers.reportedTo(place.path);
  const { subjectId } = await change(context, async (transaction) => {
    const surge: SurgeDocument = {
      ...{ _id: newId(context, 'surge'), text, where, placeId, placeName: place.name, path: place.path },
      ...{ withinHours, askedAt: now, closesAt: now + withinHours * HOUR_MS, closedAt: null },
      ...{ counts: { coming: 0, notComing: 0, asOf: now }, createdBy: actor.personId },
    };
    await surges.put(transaction, surge);
    const title = `紧急召集：${withinHours}小时内谁能来？`;
    const message = {
      kind: 'volunteer' as const,
      title,
      body: `${text}。集合地点：${where}`,
      link: volunteerLinks.surge(surge._id),
    };
    const others = reported.length > 0 ? [{ audience: { persons: reported }, ...message }] : [];
    return {
      ...{ subject: { kind: 'surge', id: surge._id }, path: place.path, facts: { withinHours } },
      messages: [{ audience: { placeId }, ...message }, ...others],
    };
  });
  return presentSurge(context, subjectId);
}

/** Comes, or does not; each person's answer is a document of its own, so that a thousand at once wait for nobody. */
export async function answerSurge(
  context: Context,
  { id, coming }: CallInput<'surges.answer'>,
): Promise<SurgeDetail> {
  const { actor, now } = context;
  await change(context, async (transaction) => {
    const { surge, volunteer } = await surgeCase(transaction, context, id);
    enforce(mayAnswer(actor, now, surge, volunteer));
    const _id = surgeAnswers.idOf(id, actor.personId);
    await surgeAnswers.put(transaction, { _id, surgeId: id, personId: actor.personId, coming, at: now });
    return { subject: { kind: 'surge', id }, path: surge.path, facts: { coming } };
  });
  return presentSurge(context, id);
}

export async function closeSurge(context: Context, { id }: CallInput<'surges.close'>): Promise<SurgeDetail> {
  const { actor, now } = context;
  await change(context, async (transaction) => {
    const { surge } = await surgeCase(transaction, context, id);
    enforce(mayClose(actor, now, surge));
    await surges.put(transaction, { ...surge, closedAt: now });
    return { subject: { kind: 'surge', id }, path: surge.path, facts: { closed: true } };
  });
  return presentSurge(context, id);
}

export function readSurge(context: Context, { id }: CallInput<'surges.detail'>): Promise<SurgeDetail> {
  return presentSurge(context, id);
}

export async function listSurges(
  context: Context,
  { placeId }: CallInput<'surges.list'>,
): Promise<SurgeList> {
  const { actor, now } = context;
  const [place, volunteer] = await Promise.all([
    places.byId(store, placeId),
    volunteers.byId(store, actor.personId),
  ]);
  const { path } = found(place);
  enforce(maySee(actor, now, volunteer, path));
  const rows = await surges.recent(path, now - LISTED_MS);
  const seen = rows.filter((surge) => maySee(actor, now, volunteer, surge.path) === null);
  const items = await Promise.all(seen.map((surge) => surgeView(context, surge, volunteer)));
  return { items, can: { call: mayKeep(actor, now, path) } };
}
