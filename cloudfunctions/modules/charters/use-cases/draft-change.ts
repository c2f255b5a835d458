import type { CallInput } from '@contract/calls';
import type { MotionCharter } from '@contract/charters';
import { change } from '../../../kernel/change';
import { requirePassed } from '../../../kernel/content-check';
import type { Context } from '../../../kernel/context';
import { enforce, found, Refusal, requireRevision } from '../../../kernel/refusal';
import { quiet } from '../../motions/announcement';
import { conveningLaw } from '../../motions/drafting';
import { mayEdit, maySee } from '../../motions/policy/office';
import { motions } from '../../motions/repository';
import { hashOfArticles } from '../content';
import { fitRefusal } from '../policy';
import { presentOfMotion } from '../present';
import { charterDrafts, charters, charterVersions } from '../repository';
import { sameArticles } from '../rules';

/** Attaches the whole new text to a motion that is still a draft; written with the motion, so that its announcement finds it or refuses it (CHART-2). */
export async function draftCharterChange(
  context: Context,
  input: CallInput<'charters.draftChange'>,
): Promise<MotionCharter> {
  const { motionId, charterId, base, articles, revision } = input;
  await requirePassed(
    context,
    articles.map(({ text }) => text),
  );
  await change(context, async (transaction) => {
    const { actor, now } = context;
    const motion = found(await motions.byId(transaction, motionId));
    enforce(maySee(actor, now, motion));
    const { conveners } = await conveningLaw(motion, now);
    enforce(mayEdit(actor, now, motion, conveners));
    requireRevision(motion, revision);
    const charter = found(await charters.byId(transaction, charterId));
    enforce(fitRefusal(motion, charter));
    const present = charter.versions.at(-1);
    if (present?.number !== base) throw new Refusal('CHARTER_CHANGED');
    const stands = found(await charterVersions.byNumber(transaction, charterId, base));
    if (sameArticles(stands.articles, articles)) throw new Refusal('CHARTER_UNCHANGED');
    const hash = hashOfArticles(charterId, articles, present.hash);
    const draft = { _id: motionId, charterId, base, articles, hash, at: now, outcome: null };
    await charterDrafts.put(transaction, draft);
    const changed = { ...motion, charter: { id: charterId, hash }, revision: motion.revision + 1 };
    await motions.put(transaction, changed);
    return quiet(changed, { charter: charterId, base, hash });
  });
  return presentOfMotion(context, motionId);
}
