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
import { isSecret } from '../rules/secret';
import { type SealedCount, sealCount } from '../seal/seal-count';
import { sealSecret } from '../seal/seal-secret';
import { secretStandingOf } from '../secret/count';
import { type Standing, standingOf, verdictOf } from '../tallying';
import { castWords, outcomeWords } from '../words';

async function secretariesOf(motion: MotionDocument, now: number): Promise<string[]> {
  const holders = await persons.over(store, motion.path, ['secretary'], now);
  return [...new Set([motion.createdBy, ...holders.map(({ person }) => person._id)])];
}

/** What a count fixes besides time and state, its seal not yet written. */
interface Made {
  standing: Standing;
  verdict: Verdict;
  counted: SealedCount;
  papers: MotionDocument['papers'];
  byProxy: number;
  secret: Pick<MotionDocument, 'box' | 'choicesPending'>;
}

async function around(motion: MotionDocument) {
  const [entries, head] = await Promise.all([rollEntries.ofRoll(motion.roll?.id ?? ''), seals.head(store)]);
  return { motion, entries, audit: head && { number: head.number, hash: head.hash } };
}

async function namedCount(motion: MotionDocument, countedAt: number): Promise<Made> {
  const standing = await standingOf(motion);
  const verdict = verdictOf(motion, standing);
  const [papers, voted, setAside, byProxy, known] = await Promise.all([
    paperFiguresOf(motion),
    ballots.ofMotion(motion._id),
    ballots.setAsideOf(motion._id),
    ballots.byProxy(motion._id),
    around(motion),
  ]);
  const { present } = standing;
  const counted = sealCount({ ...known, ballots: voted, setAside, verdict, present, countedAt });
  return { standing, verdict, counted, papers, byProxy, secret: {} };
}

/** Who voted and what was chosen are sealed apart; the single choices wait to be removed (SECRET-8). */
async function secretCount(motion: MotionDocument, countedAt: number): Promise<Made> {
  const standing = await secretStandingOf(motion);
  const verdict = verdictOf(motion, standing);
  const { marks, choices, box, present } = standing;
  const counted = sealSecret({
    ...(await around(motion)),
    ...{ marks, choices, box, verdict, present, countedAt },
  });
  return { standing, verdict, counted, papers: null, byProxy: 0, secret: { box, choicesPending: true } };
}

/**
 * Fixes the result of a motion whose time is over, once (RES-1, RES-2). The ballots are added up before the transaction: 40 s after
 * the closing none can come any more (CLK-3), nor can the closing be moved (CLK-4). The seal stands with the result or not at all.
 */
export async function countMotion(context: Context, motion: MotionDocument): Promise<void> {
  enforce(countRefusal(settledAt(motion), context.now));
  const made = await (isSecret(motion) ? secretCount : namedCount)(motion, context.now);
  // Once a count stands the single choices go (SECRET-8): what was read while another run counted and removed them is no count, and
  // its parts, the phone's choices without the box's among them, must not stay.
  if ((await motions.byId(store, motion._id))?.state !== 'announced') return;
  const { standing, verdict, papers, byProxy, secret } = made;
  const { parts, seal } = made.counted;
  // Nothing refers to the parts before the count stands (SEAL-1).
  await countParts.write(parts);
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
      ...secret,
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
