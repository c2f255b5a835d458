import type { MeetingDetail, MeetingSummary, MotionPhase, NoticePreview } from '@contract/meetings';
import { serverNow } from '@/services/server-clock';
import { dayText, spokenTime } from '@/services/time';

const STAGES: Record<MeetingSummary['stage'], { text: string; tone: 'brand' | 'leaf' | 'clay' | 'stone' }> = {
  draft: { text: '还没发通知', tone: 'clay' },
  noticed: { text: '已通知', tone: 'brand' },
  held: { text: '已开会', tone: 'leaf' },
  cancelled: { text: '已取消', tone: 'stone' },
};

/** Where the meeting stands, as a tag. */
export function stageTag(meeting: Pick<MeetingSummary, 'stage'>) {
  return STAGES[meeting.stage];
}

/** 「今晚7:30，2栋前坝子」 */
export function whenAndWhere(meeting: Pick<MeetingSummary, 'startsAt' | 'venue'>): string {
  return `${spokenTime(meeting.startsAt, serverNow())}，${meeting.venue}`;
}

/** How long before it people have to know, and the first day that leaves; said by the server. */
export function noticeWords({ days, earliestOn }: Pick<NoticePreview, 'days' | 'earliestOn'>): string {
  const earliest = `最早 ${dayText(earliestOn, serverNow())} 开会`;
  return days === 0 ? `最晚开会前一天通知，${earliest}` : `要提前 ${days} 天通知，${earliest}`;
}

export const NOTICE_WORDS: Record<MeetingDetail['notices'][number]['kind'], string> = {
  noticed: '发出通知',
  moved: '改期',
  cancelled: '取消',
};

export const PHASE_WORDS: Record<MotionPhase, string> = {
  draft: '还没公布',
  announced: '等待开始',
  open: '正在表决',
  counting: '正在计票',
  counted: '已有结果',
  cancelled: '已取消',
};
