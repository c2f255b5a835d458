import type { BookingState, BookingView } from '@contract/bookings';
import type { IconName } from '@/components/icon/icon';

type Tone = 'brand' | 'leaf' | 'clay' | 'stone' | 'sky';

export const STATES: Record<BookingState, { text: string; tone: Tone; icon: IconName }> = {
  waiting: { text: '在排队', tone: 'clay', icon: 'clock' },
  offered: { text: '轮到您了', tone: 'brand', icon: 'bell' },
  pending: { text: '等社区同意', tone: 'clay', icon: 'clock' },
  booked: { text: '订好了', tone: 'leaf', icon: 'check' },
  cancelled: { text: '取消了', tone: 'stone', icon: 'cross' },
  rejected: { text: '没有同意', tone: 'stone', icon: 'cross' },
  declined: { text: '没有要', tone: 'stone', icon: 'cross' },
  displaced: { text: '时段用不成了', tone: 'brand', icon: 'warn' },
  expired: { text: '过期了', tone: 'stone', icon: 'cross' },
  'no-show': { text: '没有来', tone: 'stone', icon: 'cross' },
};

/** The same for whoever looks at somebody else's booking. */
export const stateTag = ({ state, mine }: Pick<BookingView, 'state' | 'mine'>) =>
  state === 'offered' && !mine ? { ...STATES.offered, text: '留给排队的人' } : STATES[state];

/** 「第 3 次，共 8 次」 */
export const seriesText = ({ series }: Pick<BookingView, 'series'>): string | null =>
  series && `每周一次：第 ${series.number} 次，共 ${series.of} 次`;
