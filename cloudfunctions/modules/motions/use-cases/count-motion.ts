import type { Verdict } from '@contract/decision';
import { change } from '../../../kernel/change';
import type { Context } from '../../../kernel/context';
import { store } from '../../../kernel/reader';
import { enforce, found } from '../../../kernel/refusal';
import { seals } from '../../audit/repository';
import { persons } from '../../members/repository';
import { announced } from '../announcement';
import type { MotionDocument } from '../documents';
import { followCounted } from '../follow';
import { paperFiguresOf } from '../paper-figures';
import { ballots, countParts, countSeals, motions, rollEntries } from '../repository';
import { countRefusal, settledAt } from '../rules/clock';
import { type SealedCount, sealCount } from '../seal/seal-count';
import { type Standing, standingOf, verdictOf } from '../tallying';
import { castWords, outcomeWords } from '../words';

async function secretariesOf(motion: MotionDocument, now: number): Promise<string[]> {
  const holders = await persons.over(store, motion.path, ['secretary'], now);
  return [...new Set([motion.createdBy, ...holders.map(({ person }) => person._id)])];
}

/** Seals what was counted, its parts written: nothing refers to them before the count stands (SEAL-1). */
async function sealed(
  motion: MotionDocument,
  { present }: Standing,
  verdict: Verdict,
  countedAt: number,
): Promise<SealedCount['seal']> {
  const [voted, setAside, entries, head] = await Promise.all([
    ballots.ofMotion(motion._id),
    ballots.setAsideOf(motion._id),
    rollEntries.ofRoll(motion.roll?.id ?? ''),
    seals.head(store),
  ]);
  const audit = head && { number: head.number, hash: head.hash };
  const counted = { motion, ballots: voted, setAside, entries, verdict, present, audit, countedAt };
  const { parts, seal } = sealCount(counted);
  await countParts.write(parts);
  return seal;
}

/**
 * Fixes the result of a motion whose time is over, once (RES-1, RES-2). The ballots are added up before the transaction: 40 s after
 * the closing none can come any more (CLK-3), nor can the closing be moved (CLK-4). The seal stands with the result or not at all.
 */
export async function countMotion(context: Context, motion: MotionDocument): Promise<void> {
  enforce(countRefusal(settledAt(motion), context.now));
  const standing = await standingOf(motion);
  const verdict = verdictOf(motion, standing);
  const papers = await paperFiguresOf(motion);
  const byProxy = await ballots.byProxy(motion._id);
  const seal = await sealed(motion, standing, verdict, context.now);
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
      byProxy,
      countedAt: context.now,
      revision: before.revision + 1,
    };
    await countSeals.insert(transaction, seal);
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
