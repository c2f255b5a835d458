import type { CallInput } from '@contract/calls';
import type { BoxView } from '@contract/secret-ballots';
import { change } from '../../../kernel/change';
import { serverNow } from '../../../kernel/clock';
import { requirePassed } from '../../../kernel/content-check';
import { type Context, personOf } from '../../../kernel/context';
import type { Transaction } from '../../../kernel/database';
import { enforce, Refusal } from '../../../kernel/refusal';
import { chinaTime } from '../../../kernel/wording';
import { meetings } from '../../meetings/repository';
import { motionLink } from '../announcement';
import type { PaperCase } from '../paper-ballot';
import { peopleOf, readCase } from '../paper-case';
import { markDenial, mayHandleBox, unmarkDenial } from '../policy/box';
import { marks } from '../repository';
import { ballotWriteRefusal } from '../rules/clock';
import { boxView, markChange } from '../secret/box-case';
import { markOf } from '../secret/mark';

type Input = CallInput<'motions.markBox'>;

async function mark(
  transaction: Transaction,
  context: Context,
  { motion, rollHash, entry, audit }: PaperCase,
  { clientId, assistance }: Input,
): Promise<void> {
  const castAt = serverNow();
  const meeting = motion.meetingId ? await meetings.byId(transaction, motion.meetingId) : null;
  enforce(markDenial(context.actor, castAt, motion, entry, meeting));
  const helper = assistance?.helper ?? null;
  const castBy = context.actor.personId;
  const of = { motion, rollHash, entry, audit };
  const made = markOf({ ...of, channel: 'box', castBy, castAt, clientId, helper });
  const standing = await marks.byId(transaction, made._id);
  if (standing) throw new Refusal(standing.channel === 'box' ? 'BOX_STANDS' : 'VOTER_VOTED');
  await marks.insert(transaction, made);
  enforce(ballotWriteRefusal(castAt, serverNow()));
}

/**
 * Marks that a voter put a paper into the box: the same document as a ballot on the phone, so that one of the two counts (SECRET-3). What is on
 * the paper nobody here knows. The voter's people hear of it.
 */
export async function markBox(context: Context, input: Input): Promise<BoxView> {
  const paperCase = await readCase(context, input);
  const { motion, entry } = paperCase;
  enforce(mayHandleBox(context.actor, context.now, motion));
  await requirePassed(context, [input.assistance?.helper]);
  const persons = await peopleOf(paperCase);
  const title = `登记了您家的纸质票：${motion.title}`;
  const body = `${personOf(context).name}登记${entry.label}的纸质票已经放进票箱，手机上不能再投。没有放过的，${chinaTime(motion.closesAt)}以前请找这位工作人员撤回。`;
  await change(context, async (transaction) => {
    await mark(transaction, context, paperCase, input);
    const facts = { entryId: entry._id, assisted: input.assistance !== null };
    return markChange(motion, facts, { persons, title, body, link: motionLink(motion._id) });
  });
  return boxView(context, motion);
}

/** Takes back a mark that was made by mistake, for a paper that never was in the box: with its reason, and told to the voter's people. */
export async function unmarkBox(context: Context, input: CallInput<'motions.unmarkBox'>): Promise<BoxView> {
  const paperCase = await readCase(context, input);
  const { motion, entry } = paperCase;
  enforce(mayHandleBox(context.actor, context.now, motion));
  await requirePassed(context, [input.reason]);
  const persons = await peopleOf(paperCase);
  const title = `纸质票的登记撤回了：${motion.title}`;
  const body = `${entry.label}放进票箱的登记是弄错的，撤回了，可以在手机上投，或者再去放纸质票。原因：${input.reason}`;
  const id = marks.idOf(motion._id, entry._id);
  await change(context, async (transaction) => {
    const at = serverNow();
    enforce(unmarkDenial(context.actor, at, motion, await marks.byId(transaction, id)));
    await marks.remove(transaction, id);
    enforce(ballotWriteRefusal(at, serverNow()));
    const facts = { entryId: entry._id, reason: input.reason };
    return markChange(motion, facts, { persons, title, body, link: motionLink(motion._id) });
  });
  return boxView(context, motion);
}
