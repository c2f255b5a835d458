import type { VerdictLine } from '@contract/decision';
import { change } from '../../../kernel/change';
import { serverNow } from '../../../kernel/clock';
import type { Context } from '../../../kernel/context';
import { found } from '../../../kernel/refusal';
import { chinaTime } from '../../../kernel/wording';
import { announced, quiet } from '../announcement';
import type { MotionDocument } from '../documents';
import { motions } from '../repository';
import { settlingOf } from '../rules/clock';
import { extensionDue, latestClosing } from '../rules/extension';
import { isSecret } from '../rules/secret';
import { secretTurnoutOf } from '../secret/count';
import { standingOf, verdictOf } from '../tallying';

const quorate = (lines: readonly VerdictLine[]) =>
  lines.filter(({ kind }) => kind === 'turnout').every(({ met }) => met);

function extendedBy(before: MotionDocument, at: number): MotionDocument {
  const closesAt = latestClosing(before);
  const reason = `公布时约定的延长条件成立，自动延长${before.extension?.days ?? 0}天`;
  return {
    ...before,
    closesAt,
    ...settlingOf({ ...before, closesAt }),
    timesOfMeeting: false,
    closingChanges: [...before.closingChanges, { at, from: before.closesAt, to: closesAt, reason }],
    extended: { at, longer: true },
    revision: before.revision + 1,
  };
}

/**
 * Decides once, by the ballots of this moment, whether a vote is extended as it announced (EXT-2, EXT-3); nobody is asked, and
 * who is told hears only that the condition is met (MOT-6). A vote whose closing was moved meanwhile waits for its new one.
 */
export async function extendMotion(context: Context, motion: MotionDocument): Promise<void> {
  const standing = await (isSecret(motion) ? secretTurnoutOf : standingOf)(motion);
  const enough = quorate(verdictOf(motion, standing).lines);
  await change(context, async (transaction) => {
    const before = found(await motions.byId(transaction, motion._id));
    // Asked at the write: the minute that a new closing is announced ahead is counted from here (CLK-4).
    const at = serverNow();
    if (before.state !== 'announced' || !extensionDue(before, at)) {
      return { ...quiet(before), unchanged: true as const };
    }
    if (enough) {
      const kept = { ...before, extended: { at, longer: false }, revision: before.revision + 1 };
      await motions.put(transaction, kept);
      return quiet(kept, { longer: false });
    }
    const after = extendedBy(before, at);
    await motions.put(transaction, after);
    const title = `投票时间延长：${after.title}`;
    const body = `公布时约定的延长条件成立，改到${chinaTime(after.closesAt)}截止。还没有投票的，请抓紧参加。`;
    const facts = { longer: true, from: before.closesAt, to: after.closesAt };
    return announced(after, { kind: 'vote-changed', title, body, facts });
  });
}
