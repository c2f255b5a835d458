import type { CallInput } from '@contract/calls';
import type { SeriesDetail } from '@contract/series';
import { change } from '../../../kernel/change';
import { requirePassed } from '../../../kernel/content-check';
import { type Context, newId } from '../../../kernel/context';
import { store } from '../../../kernel/reader';
import { enforce, found, Refusal } from '../../../kernel/refusal';
import { formRefusal } from '../../forms/rules/form-book';
import { lawOf } from '../../meetings/notice';
import { mayPlan } from '../../meetings/policy';
import { places } from '../../members/repository';
import { convenerRefusal } from '../../motions/rules/convening';
import { noticeDays } from '../../motions/rules/notice';
import type { SeriesDocument } from '../documents';
import { presentById } from '../present';
import { series } from '../repository';
import { isLastOfMonth } from '../rules/rhythm';
import { dueAtOf, instantOn } from '../times';

type Planned = Omit<CallInput<'series.plan'>, 'clientId'>;

/** Time to gather suggestions, and for the office to sort them before its notice is due. */
const LEAD_DAYS = { week: 6, month: 21, quarter: 21, 'half-year': 21 } as const;
const SORTING_DAYS = 4;
/** The 29th, 30th and 31st are not in every month: such a series meets on its last weekday. */
const IN_EVERY_MONTH = 28;

function lastRefusal({ every, firstOn, last }: Planned): string | null {
  if (every === 'week' || !last) return null;
  return isLastOfMonth(firstOn) ? null : '这一天不是这个月最后一个这样的星期几，请换一天或者不选“最后一个”';
}

/** Plans a meeting that comes again; its drafts are the timer's to make (FORM-7, FORM-8). */
export async function planSeries(context: Context, input: CallInput<'series.plan'>): Promise<SeriesDetail> {
  const { clientId: _once, ...planned } = input;
  const { actor, now } = context;
  const place = found(await places.byId(store, planned.placeId));
  enforce(mayPlan(actor, now, place.path));
  const law = await lawOf(place.path, now);
  enforce(convenerRefusal('yard', planned.convener, law.profile, law.hasOwnersCommittee));
  const form = formRefusal(planned.form, 'yard', place.kind);
  if (form) throw new Refusal('INVALID_INPUT', { form });
  const last = lastRefusal(planned);
  if (last) throw new Refusal('INVALID_INPUT', { last });
  if (instantOn(planned, planned.firstOn) <= now) throw new Refusal('TIME_IN_PAST');
  await requirePassed(context, [planned.title, planned.venue]);
  const leadDays = Math.max(LEAD_DAYS[planned.every], noticeDays('yard', law.profile) + SORTING_DAYS);
  const { subjectId } = await change(context, async (transaction) => {
    const fresh: Omit<SeriesDocument, 'dueAt'> = {
      ...planned,
      _id: newId(context, 'series'),
      ...{ placeName: place.name, path: place.path, leadDays, next: 0, state: 'active', ended: null },
      last: planned.every !== 'week' && (planned.last || Number(planned.firstOn.slice(8)) > IN_EVERY_MONTH),
      ...{ revision: 1, createdBy: actor.personId, createdAt: now },
    };
    await series.put(transaction, { ...fresh, dueAt: dueAtOf(fresh, 0) });
    const facts = { every: fresh.every, firstOn: fresh.firstOn };
    return { subject: { kind: 'series', id: fresh._id }, path: fresh.path, facts };
  });
  return presentById(context, subjectId);
}
