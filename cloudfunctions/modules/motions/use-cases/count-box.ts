import type { CallInput } from '@contract/calls';
import type { BoxContent, BoxView } from '@contract/secret-ballots';
import { carriedOut, change } from '../../../kernel/change';
import { serverNow } from '../../../kernel/clock';
import { requirePassed } from '../../../kernel/content-check';
import { type Context, personOf } from '../../../kernel/context';
import type { Transaction } from '../../../kernel/database';
import { randomId } from '../../../kernel/ids';
import { withPhotos } from '../../../kernel/photos';
import { store } from '../../../kernel/reader';
import { enforce, found, Refusal, requireRevision } from '../../../kernel/refusal';
import { chinaTime } from '../../../kernel/wording';
import type { MotionDocument } from '../documents';
import { confirmBoxDenial, enterBoxDenial } from '../policy/box';
import { boxes, marks } from '../repository';
import { offeredChoices } from '../rules/ballot-choice';
import { ballotWriteRefusal, settledAt } from '../rules/clock';
import { boxRefusal, contentFits, sameContent } from '../rules/secret';
import { boxChange, boxLink, boxMotion, boxOfficers, boxView, withoutContent } from '../secret/box-case';
import type { BallotBoxDocument } from '../secret/documents';

const offeredOf = ({ options }: MotionDocument) => offeredChoices(options.length || undefined);

/** Whether this can be what is in the box: the marks stand, for the vote has closed (SECRET-7). */
async function requireFits(motion: MotionDocument, content: BoxContent): Promise<void> {
  if (!contentFits(content, offeredOf(motion))) throw new Refusal('CHOICE_UNKNOWN');
  enforce(boxRefusal(content, await marks.inBox(motion._id)));
}

const reasonIn = (content: BoxContent) => (content.kind === 'invalid' ? content.reason : undefined);

/** One officer enters what is in the box, with a photo of the tally sheet; it waits for another one and counts for nothing yet. */
export async function enterBox(called: Context, input: CallInput<'motions.enterBox'>): Promise<BoxView> {
  const context = withoutContent(called, input.motionId);
  const { actor, now } = context;
  const motion = await boxMotion(context, input.motionId);
  const { content, photos } = input;
  if (await carriedOut(context)) return boxView(context, motion);
  enforce(enterBoxDenial(actor, now, motion, await boxes.byMotion(store, motion._id)));
  await requireFits(motion, content);
  const proven = await withPhotos(context, photos);
  await requirePassed(context, [reasonIn(content)]);
  const others = (await boxOfficers(motion, now)).filter((id) => id !== actor.personId);
  await change(proven, async (transaction) => {
    const at = serverNow();
    const before = await boxes.byMotion(transaction, motion._id);
    enforce(enterBoxDenial(actor, at, motion, before));
    if ((before?.revision ?? 0) !== input.revision) throw new Refusal('STALE');
    const entered = { by: actor.personId, byName: personOf(context).name, at, content };
    const box: BallotBoxDocument = {
      ...{ _id: motion._id, motionId: motion._id, state: 'entered', entered, photos },
      ...{ confirmed: null, draw: null, revision: input.revision + 1 },
    };
    if (before) await boxes.put(transaction, box);
    else await boxes.insert(transaction, box);
    enforce(ballotWriteRefusal(at, serverNow()));
    const title = `票箱等第二个人登记：${motion.title}`;
    const body = `${entered.byName}登记了票箱里的票，请另一位自己数一遍再登记，${chinaTime(settledAt(motion))}以前要登记完。`;
    return boxChange(
      motion,
      { step: 'entered' },
      { persons: others, title, body, link: boxLink(motion._id) },
    );
  });
  return boxView(context, motion);
}

/** What the second officer's own count makes of the first one's: equal stands, unequal is counted anew and both are told. */
async function compared(
  transaction: Transaction,
  context: Context,
  motion: MotionDocument,
  before: BallotBoxDocument,
  content: BoxContent,
  at: number,
) {
  const first = found(before.entered.content);
  const revision = before.revision + 1;
  if (!sameContent(first, content, offeredOf(motion))) {
    // Neither figure is kept: who counts anew must not be led by them.
    const entered = { ...before.entered, content: null };
    await boxes.put(transaction, { ...before, state: 'differed', entered, revision });
    const persons = [before.entered.by, context.actor.personId];
    const title = `票箱两次登记不一样：${motion.title}`;
    const body = `两个人登记的不一样，没有算数。请一起重新数，${chinaTime(settledAt(motion))}以前再登记两次。`;
    return boxChange(motion, { step: 'differed' }, { persons, title, body, link: boxLink(motion._id) });
  }
  const reason = reasonIn(content) ?? null;
  const confirmed = { by: context.actor.personId, byName: personOf(context).name, at, reason };
  await boxes.put(transaction, { ...before, state: 'confirmed', confirmed, draw: randomId(), revision });
  return boxChange(motion, { step: 'confirmed', invalid: first.kind === 'invalid' }, null);
}

/** The second officer enters what they found themselves, without seeing what the first one entered (SECRET-7). */
export async function confirmBox(called: Context, input: CallInput<'motions.confirmBox'>): Promise<BoxView> {
  const context = withoutContent(called, input.motionId);
  const { actor, now } = context;
  const motion = await boxMotion(context, input.motionId);
  const { content } = input;
  if (await carriedOut(context)) return boxView(context, motion);
  // Before the content is held against the marks: while the vote is open the answer would tell how many there are (SECRET-6).
  enforce(confirmBoxDenial(actor, now, motion, await boxes.byMotion(store, motion._id)));
  await requireFits(motion, content);
  await requirePassed(context, [reasonIn(content)]);
  await change(context, async (transaction) => {
    const at = serverNow();
    const before = await boxes.byMotion(transaction, motion._id);
    enforce(confirmBoxDenial(actor, at, motion, before));
    const box = found(before);
    requireRevision(box, input.revision);
    const made = await compared(transaction, context, motion, box, content, at);
    enforce(ballotWriteRefusal(at, serverNow()));
    return made;
  });
  return boxView(context, motion);
}
