import { carriedOut, change } from '../../../kernel/change';
import { systemContext } from '../../../kernel/context';
import { store } from '../../../kernel/reader';
import { chinaTime } from '../../../kernel/wording';
import type { MotionDocument } from '../documents';
import { boxes, marks } from '../repository';
import { settledAt } from '../rules/clock';
import { reminderDue } from '../rules/secret';
import { boxChange, boxLink, boxOfficers } from '../secret/box-case';

/** Tells the officers once when the box is to be opened, and once more when little time is left (SECRET-7). */
export async function remindOfBox(requestId: string, motion: MotionDocument): Promise<void> {
  const first = systemContext(`motions.box-opened:${motion._id}`, requestId);
  const step = reminderDue(motion.closesAt, settledAt(motion), first.now);
  const context = step === 'late' ? systemContext(`motions.box-late:${motion._id}`, requestId) : first;
  if (await carriedOut(context)) return;
  const box = await boxes.byMotion(store, motion._id);
  if (box?.state === 'confirmed' || (await marks.inBox(motion._id)) === 0) return;
  const persons = await boxOfficers(motion, context.now);
  const title = step === 'late' ? `票箱快过时了：${motion.title}` : `可以开箱数票了：${motion.title}`;
  const body = `请两个人各数一遍，各登记一次，${chinaTime(settledAt(motion))}以前要登记完，过时箱里的票不能计入。`;
  await change(context, async () =>
    boxChange(motion, { step }, { persons, title, body, link: boxLink(motion._id) }),
  );
}
