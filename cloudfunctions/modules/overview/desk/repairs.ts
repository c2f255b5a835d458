import type { DeskItem } from '@contract/overview';
import type { ErrorCode } from '@contract/errors';
import type { RepairStage } from '@contract/repairs';
import type { Office } from '@contract/roles';
import type { Context } from '../../../kernel/context';
import { OWNERS_CONVENERS } from '../../members/rules/profile';
import { addDays, dayOf, startOfDay } from '../../motions/rules/days';
import type { RepairDocument } from '../../repairs/documents';
import * as policy from '../../repairs/policy';
import { applicantsOf } from '../../repairs/present';
import { repairs } from '../../repairs/repository';
import { links } from '../links';
import { type DeskSource, due, LIMIT, waiting } from './scope';

/** Whoever applies for the fund, has the work done or shows the bill; the policy of the case says whose step it is. */
const OFFICES: readonly Office[] = ['owners-committee', 'property-manager', ...OWNERS_CONVENERS];

type Waiting = Extract<RepairStage, 'found' | 'applied' | 'working' | 'published'>;

const WAITS: Record<Waiting, string> = {
  found: '发现险情，请申请用维修资金',
  applied: '已经申请，请安排开工',
  working: '正在抢修，修好了请公布账单',
  published: '公示期满，可以办结',
};

function itemOf(repair: RepairDocument, detail: string): DeskItem {
  const { _id: id, title, placeName, createdAt: since } = repair;
  return { id, title, detail, placeName, since, ...waiting, link: links.repair(id) };
}

async function denialOf({ actor, now }: Context, repair: RepairDocument): Promise<ErrorCode | null> {
  if (repair.stage === 'applied') return policy.mayBegin(actor, now, repair);
  if (repair.stage === 'working') return policy.mayPublish(actor, now, repair);
  if (repair.stage === 'published') return policy.mayClose(actor, now, repair, dayOf(now));
  const { applicants } = await applicantsOf(repair.path, now);
  return policy.mayApply(actor, now, repair, applicants);
}

/** Cases whose next step is the caller's: it is an emergency, so all of them wait (URG-9). */
async function steps(context: Context, placeId: string): Promise<DeskItem[]> {
  const stages = Object.keys(WAITS) as Waiting[];
  const rows = await Promise.all(stages.map((stage) => repairs.atStage(placeId, stage, LIMIT)));
  const items = await Promise.all(
    rows.flat().map(async (repair) => {
      const own = (await denialOf(context, repair)) === null;
      return own ? [itemOf(repair, WAITS[repair.stage as Waiting])] : [];
    }),
  );
  return items.flat();
}

/** Bills with an objection that the caller may answer, due by the end of the publication: until then nothing is closed (URG-9). */
async function objections({ actor, now }: Context, placeId: string): Promise<DeskItem[]> {
  const rows = await repairs.atStage(placeId, 'published', LIMIT);
  return rows.flatMap((repair) => {
    const open = repair.objections.filter((one) => policy.mayAnswer(actor, now, repair, one) === null);
    const [first] = open;
    const until = repair.bills.at(-1)?.untilOn;
    if (!first || !until) return [];
    const dueAt = startOfDay(addDays(until, 1));
    return [{ ...itemOf(repair, `${open.length}条账单异议等答复`), since: first.at, ...due(dueAt, now) }];
  });
}

/** Urgent repairs at the desk (URG-9). */
export const repairSources: DeskSource[] = [
  { task: 'repair', label: '紧急维修，等着办', offices: OFFICES, find: steps },
  { task: 'repair-objection', label: '待答复的账单异议', offices: OFFICES, find: objections },
];
