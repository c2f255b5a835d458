import type { CallInput } from '@contract/calls';
import type { RepairDetail } from '@contract/repairs';
import { type Context, personOf } from '../../../kernel/context';
import { store } from '../../../kernel/reader';
import { enforce, found, Refusal } from '../../../kernel/refusal';
import { chinaDay } from '../../../kernel/wording';
import { places } from '../../members/repository';
import { dayOf } from '../../motions/rules/days';
import { publicationRefusal } from '../../motions/rules/publication';
import type { Bill, RepairDocument } from '../documents';
import { mayPublish, maySee } from '../policy';
import { repairs } from '../repository';
import { yuanWords } from '../rules';
import { requireDay, takeStep } from '../stepping';

type Publication = CallInput<'repairs.publish'>;

function billOf(context: Context, repair: RepairDocument, input: Publication): Bill {
  const { amount, contractor, acceptance, doneOn, untilOn, photos, reason } = input;
  requireDay(context, doneOn, { earliest: repair.begun?.doneOn ?? repair.found.doneOn });
  if (repair.bills.length > 0 && !reason) throw new Refusal('INVALID_INPUT', { reason: '请写更正的理由' });
  const said = { amount, contractor, acceptance, doneOn, untilOn, photos };
  return { ...said, publishedAt: context.now, by: personOf(context).name, reason: reason || null };
}

/** Publishes the bill and the acceptance for fifteen days at least; a corrected one begins its term anew (URG-5, PATH-8). */
export async function publishBill(context: Context, input: Publication): Promise<RepairDetail> {
  const { actor, now } = context;
  const known = found(await repairs.byId(store, input.id));
  enforce(maySee(actor, now, known.path));
  const profile = await places.profileFor(store, known.path);
  return takeStep(context, {
    ...{ id: input.id, revision: input.revision, photos: input.photos },
    texts: [input.contractor, input.acceptance, input.reason],
    // In the transaction, so that a retry after midnight is answered and not refused (IDM-4).
    may: (repair) => mayPublish(actor, now, repair) ?? publicationRefusal(dayOf(now), input.untilOn, profile),
    make: (repair) => ({
      after: { ...repair, stage: 'published', bills: [...repair.bills, billOf(context, repair, input)] },
      told: {
        ...{ kind: 'published', title: `维修账单公示：${repair.title}`, photos: input.photos },
        detail: `共${yuanWords(input.amount)}，公示到${chinaDay(input.untilOn)}。不清楚的地方可以提异议。`,
        audience: { placeId: repair.placeId },
        facts: { amount: input.amount, until: input.untilOn },
      },
    }),
  });
}
