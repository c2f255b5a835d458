import type { Means, RecordState, ServiceRecordView } from '@contract/service';
import { clockText } from '@/services/time';
import type { Marked } from './shift-words';

export const RECORD_STATES: Record<RecordState, Marked> = {
  present: { text: '在岗，还没签退', tone: 'brand', icon: 'clock' },
  stated: { text: '等带队的人确认', tone: 'clay', icon: 'clock' },
  done: { text: '时长已记', tone: 'leaf', icon: 'check' },
  'no-show': { text: '没有来', tone: 'stone', icon: 'cross' },
};

const MEANS: Record<Means, string> = {
  code: '用现场的码签到',
  leader: '带队的人记的',
  stated: '自己报的时间',
};

/** 「2026-03」 → 「2026年3月」 */
export function monthText(month: string): string {
  const [year = '', number = ''] = month.split('-');
  return `${year}年${Number(number)}月`;
}

type Times = Pick<ServiceRecordView, 'inAt' | 'outAt'>;

/** 「19:02 到，21:00 走」 */
export function timesText({ inAt, outAt }: Times): string {
  if (inAt === null) return '没有到场的时间';
  return `${clockText(inAt)} 到，${outAt === null ? '还没有走的时间' : `${clockText(outAt)} 走`}`;
}

/** Where the times come from; nothing for whoever did not come. */
export const meansText = (means: Means | null): string => (means ? MEANS[means] : '');
