import type { CallInput } from '@contract/calls';
import type { OpinionView } from '@contract/discussion';
import { type Change, change } from '../../../kernel/change';
import { checkContent, type Held } from '../../../kernel/content-check';
import { type Context, newId, personOf } from '../../../kernel/context';
import type { Transaction } from '../../../kernel/database';
import { store } from '../../../kernel/reader';
import { enforce, found, Refusal } from '../../../kernel/refusal';
import type { OpinionDocument } from '../documents';
import { opinionChange } from '../moderation';
import { maySeeOpinion, mayReply } from '../policy';
import { opinions } from '../repository';
import { type Subject, visibleSubject } from '../subject';
import { opinionView } from '../views';

type Input = CallInput<'discussion.post'>;

/** The opinion that is answered, if one is; it stands under the same subject. */
async function readAnswered(
  transaction: Transaction,
  context: Context,
  input: Input,
  subject: Subject,
): Promise<OpinionDocument | null> {
  if (input.replyTo === undefined) return null;
  const answered = found(await opinions.byId(transaction, input.replyTo));
  enforce(maySeeOpinion(context.actor, context.now, answered));
  if (!subject.ids.includes(answered.subjectId)) throw new Refusal('NOT_FOUND');
  enforce(mayReply(answered, subject.closed));
  return answered;
}

interface Written {
  subject: Subject;
  answered: OpinionDocument | null;
  held: Held;
}

function begin(context: Context, input: Input, { subject, answered, held }: Written): OpinionDocument {
  const { _id: authorId, name: authorName } = personOf(context);
  return {
    _id: newId(context, 'opinion'),
    subjectKind: subject.kind,
    subjectId: subject.id,
    rootId: answered && (answered.rootId ?? answered._id),
    replyTo: answered && { id: answered._id, authorName: answered.authorName },
    authorId,
    authorName,
    stance: input.stance,
    text: input.text,
    placeId: subject.placeId,
    placeName: subject.placeName,
    path: subject.path,
    held,
    hidden: null,
    revision: 1,
    createdAt: context.now,
  };
}

/** Whoever is answered hears of it, unless the answer is held (SEC-8). */
function posted(context: Context, opinion: OpinionDocument, answered: OpinionDocument | null): Change {
  const facts = { stance: opinion.stance, held: opinion.held };
  if (!answered || opinion.held !== null) return opinionChange(context, opinion, null, facts);
  const told = { title: `${opinion.authorName}回复了您`, body: opinion.text.slice(0, 40) };
  const { messages } = opinionChange(context, answered, told);
  return { ...opinionChange(context, opinion, null, facts), messages };
}

/** Says an opinion under a proposal or motion, or answers one (TALK-1). */
export async function postOpinion(context: Context, input: Input): Promise<OpinionView> {
  const held = await checkContent(context, [input.text]);
  const { subjectId } = await change(context, async (transaction) => {
    const subject = await visibleSubject(transaction, context, input.subjectKind, input.subjectId);
    enforce(subject.closed);
    const answered = await readAnswered(transaction, context, input, subject);
    const opinion = begin(context, input, { subject, answered, held });
    await opinions.put(transaction, opinion);
    return posted(context, opinion, answered);
  });
  const opinion = found(await opinions.byId(store, subjectId));
  return opinionView({ actor: context.actor, now: context.now, closed: null }, opinion);
}
