import type { Purpose, RoomUsers } from '@contract/rooms';
import type { VenueKind } from '@contract/venues';
import { spanText } from '@/services/day';
import { serverNow } from '@/services/server-clock';
import { dayText } from '@/services/time';

const KINDS: Record<VenueKind, string> = {
  hall: '议事厅、活动室',
  'service-centre': '党群服务中心',
  'neighbour-centre': '邻里中心',
  'party-centre': '党建中心',
  'rest-place': '司机、骑手之家',
  canteen: '银发食堂',
  'day-care': '日间照料',
  other: '其他',
};
export const kindChoices = Object.entries(KINDS).map(([id, title]) => ({ id: id as VenueKind, title }));

const PURPOSE_WORDS: Record<Purpose, string> = {
  discussion: '议事',
  choir: '合唱',
  dance: '舞蹈',
  calligraphy: '书法',
  'tai-chi': '太极',
  games: '棋牌',
  reading: '读书',
  class: '课程',
  children: '亲子',
  clinic: '义诊',
  volunteering: '志愿活动',
  'family-event': '家庭聚会',
  other: '其他',
};
export const purposeChoices = Object.entries(PURPOSE_WORDS).map(([id, title]) => ({
  id: id as Purpose,
  title,
}));

export const userChoices: readonly { id: RoomUsers; title: string; note: string }[] = [
  { id: 'residents', title: '这里的居民都可以', note: '认领过房屋的业主、住户' },
  { id: 'owners', title: '只给业主', note: '租住的人不能订' },
  { id: 'offices', title: '只由社区安排', note: '居民订不了，会议可以用' },
];

export interface BookedTime {
  on: string;
  from: number;
  to: number;
}

/** 「11月27日 周四 15:30–17:00」 */
export const whenText = ({ on, from, to }: BookedTime): string =>
  `${dayText(on, serverNow())} ${spanText(from, to)}`;

/** 「40 人 · 投影 · 音响」 */
export const roomNote = ({
  capacity,
  equipment,
}: {
  capacity: number;
  equipment: readonly string[];
}): string => [`坐得下 ${capacity} 人`, ...equipment].join(' · ');
