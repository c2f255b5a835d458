import type { CallInput } from '@contract/calls';
import type { RepairDetail } from '@contract/repairs';
import { type Context, personOf } from '../../../kernel/context';
import { store } from '../../../kernel/reader';
import { enforce, found } from '../../../kernel/refusal';
import { dayOf } from '../../motions/rules/days';
import { mayClose, maySee, mayWithdraw } from '../policy';
import { applicantsOf } from '../present';
import { repairs } from '../repository';
import { takeStep } from '../stepping';

/** Closes a case whose bill has hung for its term and whose objections are answered (URG-5). */
export function closeRepair(context: Context, input: CallInput<'repairs.close'>): Promise<RepairDetail> {
  const { actor, now } = context;
  return takeStep(context, {
    ...{ id: input.id, revision: input.revision, texts: [] },
    may: (repair) => mayClose(actor, now, repair, dayOf(now)),
    make: (repair) => ({
      after: { ...repair, stage: 'closed', closed: { at: now, by: personOf(context).name } },
      told: {
        kind: 'closed',
        title: `紧急维修办结：${repair.title}`,
        detail: '账单公示期满，异议都答复了。',
      },
    }),
  });
}

/** Takes a case back before any work, with the reason; who was told of the application is told of this. */
export async function withdrawRepair(
  context: Context,
  input: CallInput<'repairs.withdraw'>,
): Promise<RepairDetail> {
  const { actor, now } = context;
  const { id, revision, reason } = input;
  const known = found(await repairs.byId(store, id));
  enforce(maySee(actor, now, known.path));
  const { applicants } = await applicantsOf(known.path, now);
  return takeStep(context, {
    ...{ id, revision, texts: [reason] },
    may: (repair) => mayWithdraw(actor, now, repair, applicants),
    make: (repair) => ({
      after: { ...repair, stage: 'withdrawn', withdrawn: { at: now, by: personOf(context).name, reason } },
      told: {
        ...{ kind: 'withdrawn', title: `紧急维修撤回：${repair.title}`, detail: `原因：${reason}` },
        audience: repair.toldAt === null ? undefined : { placeId: repair.placeId },
      },
    }),
  });
}
