import type { TodoCard } from '@contract/overview';
import type { Context } from '../../kernel/context';
import { store } from '../../kernel/reader';
import { chinaTime } from '../../kernel/wording';
import { DAY_MS } from '../motions/rules/days';
import type { ShiftDocument } from '../shifts/documents';
import { ownShifts } from '../shifts/own';
import { claimOf } from '../shifts/policy';
import { mayAnswer } from '../surges/policy';
import { surgeAnswers, surges } from '../surges/repository';
import { volunteerLinks } from '../tasks/link';
import { volunteers } from '../volunteers/repository';

/** The next shifts are put before people a week ahead, the nearest ones only: a roster has its own page. */
const WEEK_MS = 7 * DAY_MS;
const SHOWN = 3;

function cardOf(shift: ShiftDocument, personId: string): TodoCard | null {
  const claim = claimOf(shift, personId);
  const { _id: id, title, where, placeName, startsAt } = shift;
  const when = `${chinaTime(startsAt)}，${where}`;
  const base = { id, title, placeName, link: volunteerLinks.shift(id) };
  if (claim?.state === 'offered') {
    return { ...base, kind: 'offer', detail: `有空位了，来不来请答复。${when}`, dueAt: claim.answerBy };
  }
  return claim?.state === 'taken' ? { ...base, kind: 'shift', detail: when, dueAt: startsAt } : null;
}

async function surgeCards({ actor, now }: Context, placeIds: readonly string[]): Promise<TodoCard[]> {
  const volunteer = await volunteers.byId(store, actor.personId);
  const near = [...new Set([...placeIds, ...(volunteer?.reports ?? []).flatMap(({ path }) => path)])];
  if (near.length === 0) return [];
  const open = (await surges.openAt(near, now)).filter(
    (one) => mayAnswer(actor, now, one, volunteer) === null,
  );
  const cards = await Promise.all(
    open.map(async ({ _id: id, text, placeName, withinHours, closesAt }) => {
      if (await surgeAnswers.byId(store, surgeAnswers.idOf(id, actor.personId))) return [];
      const title = `${withinHours}小时内谁能来？`;
      const link = volunteerLinks.surge(id);
      return [{ kind: 'surge' as const, id, title, detail: text, placeName, dueAt: closesAt, link }];
    }),
  );
  return cards.flat();
}

/** One's own next shifts, a place that is held for an answer, and who is asked for in a hurry. */
export async function volunteerCards(context: Context): Promise<TodoCard[]> {
  const { personId, person } = context.actor;
  const [own, asked] = await Promise.all([
    ownShifts(personId, context.now),
    surgeCards(context, person?.places ?? []),
  ]);
  const cards = own.map((shift) => cardOf(shift, personId)).filter((card) => card !== null);
  const offers = cards.filter(({ kind }) => kind === 'offer');
  const soon = ({ kind, dueAt }: TodoCard) => kind === 'shift' && (dueAt ?? 0) < context.now + WEEK_MS;
  return [...asked, ...offers, ...cards.filter(soon).slice(0, SHOWN)];
}
