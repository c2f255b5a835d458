import type { MessageIntent } from '@contract/messages';
import type { Reader } from '../../kernel/database';
import { links } from '../overview/links';
import { motions } from '../motions/repository';
import type { MeetingDocument } from './documents';

/**
 * What whoever drafted a vote is told when its agenda item gets another title or goes: the question that they wrote may not fit any
 * more, and is not announced before they have looked at it (PATH-24). An item with a matter stays that matter, whatever it is called.
 */
export async function retitledVotes(
  reader: Reader,
  { _id, agenda }: Pick<MeetingDocument, '_id' | 'agenda'>,
  before: MeetingDocument['agenda'],
): Promise<MessageIntent[]> {
  const drafts = (await motions.ofMeeting(reader, _id)).filter(({ state }) => state === 'draft');
  return drafts.flatMap(({ _id: id, title, itemTitle, agendaItemId, createdBy }) => {
    const item = agenda.find((one) => one.id === agendaItemId);
    const known = before.find((one) => one.id === agendaItemId)?.title;
    if (!itemTitle || item?.title === itemTitle || item?.title === known) return [];
    const now = item ? `改成了“${item.title}”` : '从会议里去掉了';
    return [
      {
        audience: { persons: [createdBy] },
        kind: 'motion' as const,
        title: `请核对表决：${title}`,
        body: `会议的议题“${itemTitle}”${now}。请打开这次表决，核对要表决的事再存一次，才能公布。`,
        link: links.motion(id),
      },
    ];
  });
}
