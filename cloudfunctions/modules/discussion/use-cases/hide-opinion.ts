import type { CallInput } from '@contract/calls';
import type { OpinionView } from '@contract/discussion';
import type { ErrorCode } from '@contract/errors';
import { change } from '../../../kernel/change';
import { requirePassed } from '../../../kernel/content-check';
import { type Context, personOf } from '../../../kernel/context';
import { store } from '../../../kernel/reader';
import { enforce, found } from '../../../kernel/refusal';
import type { OpinionDocument } from '../documents';
import { opinionChange } from '../moderation';
import { mayHide, maySeeOpinion, mayShow } from '../policy';
import { opinions } from '../repository';
import { opinionView } from '../views';

interface Turn {
  may: (opinion: OpinionDocument) => ErrorCode | null;
  hidden: OpinionDocument['hidden'];
  title: string;
}

async function turn(
  context: Context,
  { id, reason }: { id: string; reason: string },
  { may, hidden, title }: Turn,
): Promise<OpinionView> {
  const { actor, now } = context;
  await requirePassed(context, [reason]);
  const { subjectId } = await change(context, async (transaction) => {
    const opinion = found(await opinions.byId(transaction, id));
    enforce(maySeeOpinion(actor, now, opinion));
    enforce(may(opinion));
    await opinions.put(transaction, { ...opinion, hidden, revision: opinion.revision + 1 });
    // The one log of who hid what and why (TALK-2); the reason is an officer's own sentence.
    return opinionChange(context, opinion, { title, body: reason }, { hidden: hidden !== null, reason });
  });
  return opinionView({ actor, now, closed: null }, found(await opinions.byId(store, subjectId)));
}

/** Hides an opinion; its mark stays with the reason, and its author hears of it (TALK-2, TALK-3). */
export async function hideOpinion(
  context: Context,
  input: CallInput<'discussion.hide'>,
): Promise<OpinionView> {
  const { actor, now } = context;
  return turn(context, input, {
    may: (opinion) => mayHide(actor, now, opinion),
    hidden: { reason: input.reason, by: personOf(context).name, at: now },
    title: '您的意见被隐藏',
  });
}

/** Shows a hidden opinion again. */
export async function showOpinion(
  context: Context,
  input: CallInput<'discussion.show'>,
): Promise<OpinionView> {
  const { actor, now } = context;
  return turn(context, input, {
    may: (opinion) => mayShow(actor, now, opinion),
    hidden: null,
    title: '您的意见恢复显示',
  });
}
