import type { MessageIntent } from '@contract/messages';
import type { TimelineNote } from '@contract/timeline';
import type { Change } from '../../kernel/change';
import { chinaTime } from '../../kernel/wording';
import type { MotionDocument } from './documents';
import { extensionTerms } from './extension-words';
import { BODY_LABELS, worthView } from './words';

export function motionLink(id: string): string {
  return `/packages/motions/detail/index?id=${id}`;
}

interface Announcement {
  kind: TimelineNote['kind'];
  title: string;
  body: string;
  facts?: Record<string, unknown>;
  /** Left out: everybody in the motion's place. */
  audience?: MessageIntent['audience'];
}

/** A change of a motion that people hear of, and that the matter's timeline shows. */
export function announced(motion: MotionDocument, announcement: Announcement): Change {
  const { kind, title, body, facts, audience = { placeId: motion.placeId } } = announcement;
  const link = motionLink(motion._id);
  return {
    ...quiet(motion, facts),
    timeline: { kind, title, detail: body, photos: [], link },
    messages: [{ audience, kind: 'motion', title, body, link }],
  };
}

/** A change that nobody has to hear of: a draft is the office's own. */
export function quiet(motion: MotionDocument, facts: Record<string, unknown> = {}): Change {
  return {
    subject: { kind: 'motion', id: motion._id },
    path: motion.path,
    matterId: motion.proposalId ?? motion._id,
    facts,
  };
}

/** Whether by name, only where it is not, and paper: '。无记名，投了不能改。也收纸质票'. */
const ballotWords = ({ ballot, paper }: MotionDocument) =>
  `${ballot === 'secret' ? '。无记名，投了不能改' : ''}${paper ? '。也收纸质票' : ''}`;

/** '业主大会，预表决（不替代法定表决）。投票时间：3月18日 9:00 到 3月25日 18:00' */
export function whoAndWhen(motion: MotionDocument): string {
  const { label, words } = worthView(motion.worth);
  const times = `${chinaTime(motion.opensAt)} 到 ${chinaTime(motion.closesAt)}`;
  const terms = extensionTerms(motion);
  const said = `${ballotWords(motion)}${terms ? `。${terms}` : ''}`;
  return `${BODY_LABELS[motion.body]}，${label}（${words}）。投票时间：${times}${said}`;
}
