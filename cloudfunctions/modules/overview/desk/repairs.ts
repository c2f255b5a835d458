import type { DeskItem } from '@contract/overview';
import { OFFICES } from '@contract/roles';
import type { Context } from '../../../kernel/context';
import { chinaDay } from '../../../kernel/wording';
import { addDays, dayOf, startOfDay } from '../../motions/rules/days';
import type { RepairDocument } from '../../repairs/documents';
import { mayAnswer, mayApply, mayBegin, mayClose, mayPublish } from '../../repairs/policy';
import { applicantsOf } from '../../repairs/present';
import { repairs } from '../../repairs/repository';
import { links } from '../links';
import { type DeskSource, due, waiting } from './scope';

/** What the caller can do next about a case, in words, and until when; null: it waits for somebody else. */
async function nextStep({ actor, now }: Context, repair: RepairDocument) {
  const { applicants } = await applicantsOf(repair.path, now);
  if (mayApply(actor, now, repair, applicants) === null) return { detail: '等您申请用维修资金', ...waiting };
  if (mayBegin(actor, now, repair) === null) return { detail: '已经申请，等着动工', ...waiting };
  const bill = repair.bills.at(-1);
  if (!bill) {
    return mayPublish(actor, now, repair) === null ? { detail: '修好以后公布账单', ...waiting } : null;
  }
  const asked = repair.objections.filter((one) => mayAnswer(actor, now, repair, one) === null).length;
  const over = due(startOfDay(addDays(bill.untilOn, 1)), now);
  if (asked > 0) return { detail: `${asked}条异议等答复，公示到${chinaDay(bill.untilOn)}`, ...over };
  const mayEnd = mayClose(actor, now, repair, dayOf(now)) === null;
  return mayEnd ? { detail: '公示期满，可以办结', ...waiting } : null;
}

async function running(context: Context, placeId: string): Promise<DeskItem[]> {
  const { items } = await repairs.inPlace(placeId, null);
  const left = items.filter(({ stage }) => stage !== 'closed' && stage !== 'withdrawn');
  const steps = await Promise.all(left.map((repair) => nextStep(context, repair)));
  return left.flatMap(({ _id: id, title, placeName, createdAt: since }, n) => {
    const step = steps[n];
    return step ? [{ id, title, placeName, since, ...step, link: links.repair(id) }] : [];
  });
}

/** The local profile may let any office apply: each is asked by the policy (URG-2). */
export const repairSources: DeskSource[] = [
  { task: 'repair', label: '紧急维修', offices: OFFICES, find: running },
];
