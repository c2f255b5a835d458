import type { CallInput } from '@contract/calls';
import type { VolunteerView } from '@contract/volunteers';
import { change } from '../../../kernel/change';
import { requirePassed } from '../../../kernel/content-check';
import type { Context } from '../../../kernel/context';
import { store } from '../../../kernel/reader';
import { enforce, found, Refusal } from '../../../kernel/refusal';
import { places } from '../../members/repository';
import { freshVolunteer } from '../fresh';
import { mayReportIn } from '../policy';
import { presentMine } from '../present';
import { volunteers } from '../repository';

/** 双报到: the person reports in themselves; no call does it for somebody else (TEAM-5, TEAM-6). */
export async function reportIn(
  context: Context,
  { placeId, kind, unit }: CallInput<'volunteers.reportIn'>,
): Promise<VolunteerView> {
  const place = found(await places.byId(store, placeId));
  if (place.kind !== 'community') throw new Refusal('INVALID_INPUT', { placeId: '请选择要报到的社区' });
  await requirePassed(context, [unit]);
  await change(context, async (transaction) => {
    const before = await volunteers.byId(transaction, context.actor.personId);
    enforce(mayReportIn(context.actor, before, placeId));
    const { name: placeName, path } = place;
    const report = { placeId, placeName, path, kind, unit, at: context.now };
    const volunteer = before ?? (await freshVolunteer(context));
    await volunteers.put(transaction, { ...volunteer, reports: [...volunteer.reports, report] });
    return { subject: { kind: 'volunteer', id: context.actor.personId }, path, facts: { kind } };
  });
  return presentMine(context);
}

/** Ends it, whenever they like; shifts that they claimed stay theirs until they withdraw. */
export async function endReport(
  context: Context,
  { placeId }: CallInput<'volunteers.endReport'>,
): Promise<VolunteerView> {
  await change(context, async (transaction) => {
    const before = await volunteers.byId(transaction, context.actor.personId);
    const report = before?.reports.find((one) => one.placeId === placeId);
    if (!before || !report) throw new Refusal('VOLUNTEER_NOT_REPORTED');
    const reports = before.reports.filter((one) => one !== report);
    await volunteers.put(transaction, { ...before, reports });
    return { subject: { kind: 'volunteer', id: before._id }, path: report.path, facts: { ended: true } };
  });
  return presentMine(context);
}
