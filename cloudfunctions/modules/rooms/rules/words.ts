import type { Purpose, RoomRules } from '@contract/rooms';
import type { VenueKind } from '@contract/venues';
import { lengthWords } from './clock';

export const VENUE_KIND_LABELS: Record<VenueKind, string> = {
  hall: '议事厅、活动室',
  'service-centre': '党群服务中心',
  'neighbour-centre': '邻里中心',
  'party-centre': '党建中心',
  'rest-place': '司机、骑手驿站',
  canteen: '银发食堂',
  'day-care': '日间照料',
  other: '其他',
};

export const PURPOSE_LABELS: Record<Purpose, string> = {
  ...{ discussion: '议事', choir: '合唱', dance: '舞蹈', calligraphy: '书法', 'tai-chi': '太极' },
  ...{ games: '棋牌', reading: '读书', class: '课程', children: '亲子', clinic: '义诊' },
  ...{ volunteering: '志愿', 'family-event': '聚会', other: '活动' },
};

const WHO = { residents: '本地居民可以预约', owners: '本地业主可以预约', offices: '由社区安排使用' } as const;

function aheadWords({ aheadMostDays, aheadLeastMinutes }: RoomRules): string {
  const least = aheadLeastMinutes > 0 ? `，至少提前 ${lengthWords(aheadLeastMinutes)}` : '';
  return `最多提前 ${aheadMostDays} 天${least}`;
}

/** What a room asks of whoever books it, a sentence each (ROOM-4). */
export function ruleWords(rules: RoomRules): string[] {
  const { shortest, longest, quota, approvalHours, repeatsMost, noShowMinutes, buffer } = rules;
  const length =
    shortest === longest
      ? `每次 ${lengthWords(shortest)}`
      : `每次 ${lengthWords(shortest)}到 ${lengthWords(longest)}`;
  return [
    WHO[rules.who],
    aheadWords(rules),
    length,
    quota > 0 ? `每户每月最多 ${quota} 次` : '',
    approvalHours === null ? '' : `要社区同意，申请后时段保留 ${approvalHours} 小时`,
    repeatsMost > 1 ? `可以每周重复，最多连订 ${repeatsMost} 周` : '',
    buffer > 0 ? `每次用完留 ${lengthWords(buffer)}打扫` : '',
    noShowMinutes > 0 ? `开始 ${noShowMinutes} 分钟没有签到，时段放开` : '',
  ].filter(Boolean);
}
