import type { CallInput } from '@contract/calls';
import type { ServiceRecordView } from '@contract/service';
import { change } from '../../../kernel/change';
import { requirePassed } from '../../../kernel/content-check';
import { type Context, personOf } from '../../../kernel/context';
import { store } from '../../../kernel/reader';
import { enforce, found, Refusal } from '../../../kernel/refusal';
import { persons } from '../../members/repository';
import { volunteerLinks } from '../../tasks/link';
import { teams } from '../../teams/repository';
import { mayLead } from '../../teams/policy';
import { maySee, OFFICES_OVER } from '../../volunteers/policy';
import { volunteers } from '../../volunteers/repository';
import { notedRecord } from '../attending';
import type { RecordDocument } from '../documents';
import { mayAnswerDispute, mayDispute } from '../policy';
import { presentRecord } from '../present';
import { records } from '../repository';

/** Whoever neither leads the team nor belongs to the place finds nothing (SEC-11). */
async function leadDenial({ actor, now }: Context, { path, teamId }: RecordDocument) {
  const [team, volunteer] = await Promise.all([
    teams.of(store, teamId),
    volunteers.byId(store, actor.personId),
  ]);
  return maySee(actor, now, volunteer, path) ?? mayLead(actor, now, path, team);
}

/** The volunteer says what is wrong; leaders of the team hear of it, else the offices of the place (HOURS-5). */
export async function disputeRecord(
  context: Context,
  { id, text }: CallInput<'service.dispute'>,
): Promise<ServiceRecordView> {
  const { actor, now } = context;
  const first = found(await records.byId(store, id));
  if (first.personId !== actor.personId) throw new Refusal('NOT_FOUND');
  await requirePassed(context, [text]);
  const team = await teams.of(store, first.teamId);
  const leaders = (team?.leaders ?? []).filter((one) => one !== actor.personId);
  const over = leaders.length > 0 ? [] : await persons.over(store, first.path, OFFICES_OVER, now);
  const hearing = [...leaders, ...over.map(({ person }) => person._id)];
  await change(context, async (transaction) => {
    const record = found(await records.byId(transaction, id));
    enforce(mayDispute(actor, now, record));
    const disputes = [...record.disputes, { text, at: now, answer: null }];
    await records.put(transaction, { ...record, disputes, revision: record.revision + 1 });
    const title = `${personOf(context).name}对服务时长有异议`;
    const message = {
      kind: 'volunteer' as const,
      title,
      body: text,
      link: volunteerLinks.board(record.shiftId),
    };
    const messages = hearing.length > 0 ? [{ audience: { persons: [...new Set(hearing)] }, ...message }] : [];
    return notedRecord(record, { disputed: true }, messages);
  });
  return presentRecord(context, id);
}

/** A leader or an office answers it; the volunteer hears of the answer (HOURS-5). */
export async function answerDispute(
  context: Context,
  { id, text }: CallInput<'service.answerDispute'>,
): Promise<ServiceRecordView> {
  const { actor, now } = context;
  const first = found(await records.byId(store, id));
  enforce(await leadDenial(context, first));
  await requirePassed(context, [text]);
  await change(context, async (transaction) => {
    const record = found(await records.byId(transaction, id));
    enforce(mayAnswerDispute(actor, now, record, await teams.of(transaction, record.teamId)));
    const answer = { text, by: actor.personId, at: now };
    const disputes = record.disputes.map((one) => (one.answer ? one : { ...one, answer }));
    await records.put(transaction, { ...record, disputes, revision: record.revision + 1 });
    const audience = { persons: [record.personId] };
    const title = `您的异议有答复了：${record.title}`;
    const message = { kind: 'volunteer' as const, title, body: text, link: volunteerLinks.hours };
    return notedRecord(record, { answered: true }, [{ audience, ...message }]);
  });
  return presentRecord(context, id);
}
