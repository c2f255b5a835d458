import { chinaDay, chinaTime } from '../../kernel/wording';
import type { MeetingDocument } from '../meetings/documents';
import type { MotionDocument } from '../motions/documents';
import { dayOf } from '../motions/rules/days';
import { HEAD_UNITS, outcomeWords } from '../motions/words';
import { links } from '../overview/links';
import type { ResolutionDocument } from '../resolutions/documents';
import type { Evidence, Proved } from './views';

const on = (at: number, words: string, link: string): Evidence => ({ doneOn: dayOf(at), words, link });

/** The notice that went out and what locked with it; a draft of a meeting proves nothing yet. */
function ofMeeting(meeting: MeetingDocument | null, vote: MotionDocument | null): Proved {
  if (meeting === null || meeting.noticedAt === null || meeting.stage === 'cancelled') return {};
  const { noticedAt, specialCircumstances, startsAt, _id, committeeTold, body } = meeting;
  const link = links.meeting(_id);
  const special = specialCircumstances ? `。遇特殊情况临时通知，理由：${specialCircumstances}` : '';
  const offAgenda = vote?.meetingId === _id && vote.agendaItemId === null;
  const locked = `共${meeting.agenda.length}个议题，通知发出时锁定`;
  const told = body === 'owners' && committeeTold !== false;
  return {
    notice: on(noticedAt, `开会时间：${chinaTime(startsAt)}${special}`, link),
    agenda: on(noticedAt, offAgenda ? '会上临时提出，本地办法允许' : locked, link),
    ...(told ? { 'committee-told': on(noticedAt, '开会通知同时发给了居委会成员', link) } : {}),
  };
}

function ofVote(vote: MotionDocument | null): Proved {
  if (!vote?.roll || vote.state === 'cancelled') return {};
  const link = links.motion(vote._id);
  const { frozenAt, heads } = vote.roll;
  const roll = on(frozenAt, `名册上共${heads}${HEAD_UNITS[vote.bodyKind]}`, link);
  if (vote.verdict === null) return { roll };
  return { roll, vote: on(vote.closesAt, outcomeWords(vote, vote.verdict), link) };
}

function ofResolution(resolution: ResolutionDocument | null): Proved {
  if (!resolution) return {};
  const { publishedAt, publishedUntilOn, items } = resolution;
  const link = links.resolution(resolution._id);
  const publication = on(publishedAt, `公示到${chinaDay(publishedUntilOn)}`, link);
  const done = items.length > 0 && items.every(({ state }) => state !== 'open');
  if (!done) return { publication };
  const last = Math.max(...items.flatMap(({ progress }) => progress.map(({ at }) => at)));
  return { publication, implementation: on(last, '办完了，照片和说明公开在决议页面', link) };
}

/** What the data prove of a path: never typed a second time (PATH-13). */
export function provedBy(
  meeting: MeetingDocument | null,
  vote: MotionDocument | null,
  resolution: ResolutionDocument | null,
): Proved {
  return { ...ofMeeting(meeting, vote), ...ofVote(vote), ...ofResolution(resolution) };
}
