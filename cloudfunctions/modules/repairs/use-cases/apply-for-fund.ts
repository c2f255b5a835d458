import type { CallInput } from '@contract/calls';
import type { RepairDetail } from '@contract/repairs';
import type { Context } from '../../../kernel/context';
import { store } from '../../../kernel/reader';
import { enforce, found } from '../../../kernel/refusal';
import { mayApply, maySee } from '../policy';
import { applicantsOf } from '../present';
import { repairs } from '../repository';
import { yuanWords } from '../rules';
import { recordOf, takeStep } from '../stepping';

/** Records the application for the fund, and tells everybody in the place in the same transaction (URG-4). */
export async function applyForFund(
  context: Context,
  input: CallInput<'repairs.apply'>,
): Promise<RepairDetail> {
  const { actor, now } = context;
  const known = found(await repairs.byId(store, input.id));
  enforce(maySee(actor, now, known.path));
  const { applicants } = await applicantsOf(known.path, now);
  return takeStep(context, {
    ...{ id: input.id, revision: input.revision, photos: input.photos },
    texts: [input.responsible, input.text],
    may: (repair) => mayApply(actor, now, repair, applicants),
    make: (repair) => ({
      after: {
        ...repair,
        stage: 'applied',
        applied: recordOf(context, input, { earliest: repair.found.doneOn }),
        toldAt: now,
      },
      told: {
        ...{ kind: 'repair', title: `紧急维修：${repair.title}`, photos: input.photos },
        detail: `${repair.where}有危险，已申请用维修资金抢修，估价${yuanWords(repair.estimate)}。依《民法典》第二百八十一条，这件事不用投票。`,
        audience: { placeId: repair.placeId },
      },
    }),
  });
}
