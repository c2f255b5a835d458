import type { CallInput } from '@contract/calls';
import type { DiscussionView } from '@contract/discussion';
import type { Context } from '../../../kernel/context';
import { store } from '../../../kernel/reader';
import { moderates } from '../policy';
import { opinions, REPLIES_LIMIT } from '../repository';
import { visibleSubject } from '../subject';
import { discussionView, threadsView } from '../views';

/** Opinions under a proposal or motion, newest first, each with its answers. */
export async function listOpinions(
  context: Context,
  input: CallInput<'discussion.list'>,
): Promise<DiscussionView> {
  const { actor, now } = context;
  const subject = await visibleSubject(store, context, input.subjectKind, input.subjectId);
  const reading = {
    subjectIds: subject.ids,
    personId: actor.personId,
    officer: moderates(actor, now, subject.path),
  };
  const [roots, counts] = await Promise.all([
    opinions.roots(reading, input.stance, input.cursor),
    opinions.counts(subject.ids),
  ]);
  const rootIds = roots.items.map((root) => root._id);
  const replies = await opinions.replies(reading, rootIds);
  const all = replies.length < REPLIES_LIMIT ? null : await opinions.replyCounts(reading, rootIds);
  const reader = { actor, now, closed: subject.closed };
  return discussionView(reader, {
    counts,
    items: threadsView(reader, roots.items, replies, all),
    next: roots.next,
  });
}
