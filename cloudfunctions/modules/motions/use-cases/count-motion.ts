import { change } from '../../../kernel/change';
import type { Context } from '../../../kernel/context';
import { store } from '../../../kernel/reader';
import { enforce, found } from '../../../kernel/refusal';
import { persons } from '../../members/repository';
import { announced } from '../announcement';
import type { MotionDocument } from '../documents';
import { followCounted } from '../follow';
import { motions } from '../repository';
import { paperFiguresOf } from '../paper-figures';
import { countRefusal, settledAt } from '../rules/clock';
import { standingOf, verdictOf } from '../tallying';
import { castWords, outcomeWords } from '../words';

async function secretariesOf(motion: MotionDocument, now: number): Promise<string[]> {
  const holders = await persons.over(store, motion.path, ['secretary'], now);
  return [...new Set([motion.createdBy, ...holders.map(({ person }) => person._id)])];
}

/**
 * Fixes the result of a motion whose time is over, once (RES-1, RES-2). The ballots are added up before the transaction: 40 s after
 * the closing none can come any more (CLK-3), nor can the closing be moved (CLK-4).
 */
export async function countMotion(context: Context, motion: MotionDocument): Promise<void> {
  enforce(countRefusal(settledAt(motion), context.now));
  const standing = await standingOf(motion);
  const verdict = verdictOf(motion, standing);
  const papers = await paperFiguresOf(motion);
  const secretaries = await secretariesOf(motion, context.now);
  await change(context, async (transaction) => {
    const before = found(await motions.byId(transaction, motion._id));
    if (before.state !== 'announced' || before.closesAt !== motion.closesAt) {
      return { subject: { kind: 'motion', id: motion._id }, path: before.path, unchanged: true };
    }
    const counted: MotionDocument = {
      ...before,
      state: 'counted',
      verdict,
      presentByPhone: standing.presentByPhone,
      papers,
      countedAt: context.now,
      revision: before.revision + 1,
    };
    await motions.put(transaction, counted);
    await followCounted(transaction, context, counted);
    const title = `${outcomeWords(counted, verdict)}：${counted.title}`;
    const facts = {
      outcome: verdict.outcome,
      passed: verdict.passed,
      part: verdict.part,
      cast: verdict.cast,
    };
    const audience = { persons: secretaries };
    return announced(counted, { kind: 'counted', title, body: castWords(counted, verdict), facts, audience });
  });
}
