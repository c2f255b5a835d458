import { type Context, personOf } from '../../kernel/context';
import type { Transaction } from '../../kernel/database';
import { found } from '../../kernel/refusal';
import type { MotionDocument } from '../motions/documents';
import type { ResolutionDocument } from '../resolutions/documents';
import type { CharterDraftDocument } from './documents';
import { hashOfArticles } from './content';
import { charterDrafts, charters, charterVersions } from './repository';
import { makesRules } from './rules';

/** What became of the change that was voted on, for the audit record; null where the vote was about no charter. */
export interface Carried {
  charter: string;
  outcome: NonNullable<CharterDraftDocument['outcome']>;
  version: number | null;
  hash: string;
}

/**
 * With the published result, in its transaction: what was voted on becomes the next version word by word, if the vote makes rules
 * and no other version came in between (CHART-3, CHART-4).
 */
export async function carryChange(
  transaction: Transaction,
  context: Context,
  motion: MotionDocument,
  resolution: ResolutionDocument,
): Promise<Carried | null> {
  if (!motion.charter) return null;
  const draft = found(await charterDrafts.ofMotion(transaction, motion._id));
  const charter = found(await charters.byId(transaction, draft.charterId));
  const { articles, base } = draft;
  // What stands in the draft is what the announced motion bound: counted from its words, not read beside them.
  const hash = hashOfArticles(charter._id, articles, charter.versions[base - 1]?.hash ?? null);
  if (hash !== motion.charter.hash) throw new Error(`the change of ${motion._id} is not what was voted on`);
  const { worth, verdict } = resolution;
  const carried = makesRules(charter.kind, { worth, outcome: verdict.outcome });
  const outcome = !carried ? 'no-effect' : base === charter.versions.length ? 'in-force' : 'outdated';
  await charterDrafts.put(transaction, { ...draft, outcome });
  if (outcome !== 'in-force') return { charter: charter._id, outcome, version: null, hash };
  const number = base + 1;
  const _id = charterVersions.idOf(charter._id, number);
  await charterVersions.insert(transaction, { _id, charterId: charter._id, number, articles });
  const source = { kind: 'resolution', resolutionId: resolution._id, title: resolution.title } as const;
  const by = personOf(context).name;
  const version = { number, inForceAt: context.now, source, by, hash, filing: null };
  const versions = [...charter.versions, version];
  await charters.put(transaction, { ...charter, versions, revision: charter.revision + 1 });
  return { charter: charter._id, outcome, version: number, hash };
}
