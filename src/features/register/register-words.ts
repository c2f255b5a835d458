import type { ImportProblem, RegisterCounts, VersionLine } from '@contract/register-import';
import { serverNow } from '@/services/server-clock';
import { countText } from '@/services/figures';
import { dateText } from '@/services/time';

const USES = { home: '住宅', shop: '商铺', office: '办公', parking: '车位' } as const;
const HOLDINGS = { owner: '业主名下', unsold: '没有卖出', 'not-handed-over': '没有交房' } as const;

function listed<K extends string>(words: Record<K, string>, figures: Record<K, number>): string {
  const keys = Object.keys(words) as K[];
  return keys
    .filter((key) => figures[key] > 0)
    .map((key) => `${words[key]} ${countText(figures[key])} 套`)
    .join('、');
}

/** 「住宅 396 套、商铺 4 套；业主名下 380 套、没有卖出 20 套。」 */
export const countsText = ({ uses, holdings }: RegisterCounts): string =>
  `${listed(USES, uses)}；${listed(HOLDINGS, holdings)}。`;

/** 「第12行 建筑面积」; what is the whole file's has no row. */
export function whereText({ row, column }: ImportProblem): string {
  const parts = [row === null ? '整个文件' : `第${row}行`, column];
  return parts.filter(Boolean).join(' ');
}

export const STATES = {
  preview: { text: '还没启用', tone: 'clay' },
  applying: { text: '正在启用', tone: 'clay' },
  current: { text: '正在用', tone: 'leaf' },
  former: { text: '以前用过', tone: 'stone' },
  dropped: { text: '已取消', tone: 'stone' },
} as const;

/** 「陈书记 3月2日启用」 */
export function versionBy({ createdByName, createdAt, committedByName, committedAt }: VersionLine): string {
  const now = serverNow();
  return committedAt === null
    ? `${createdByName} ${dateText(createdAt, now)}上传`
    : `${committedByName ?? createdByName} ${dateText(committedAt, now)}启用`;
}

/** 「核对码 9f3a2c」 */
export const versionCode = ({ hash }: VersionLine): string => `核对码 ${hash.slice(0, 6)}`;

/** 「陈书记 3月2日启用 · 4,980 套 · 核对码 9f3a2c」 */
export const versionNote = (version: VersionLine): string =>
  `${versionBy(version)} · ${countText(version.homes)} 套 · ${versionCode(version)}`;
