import type { ImportProblem, RegisterCounts, VersionLine } from '@contract/register-import';
import { serverNow } from '@/services/server-clock';
import { countText } from '@/services/figures';
import { dateText } from '@/services/time';

const USES = { home: '住宅', shop: '商铺', office: '办公', parking: '车位' } as const;
const HOLDINGS = { owner: '业主', unsold: '未售', 'not-handed-over': '未交付' } as const;

function listed<K extends string>(words: Record<K, string>, figures: Record<K, number>): string {
  const keys = Object.keys(words) as K[];
  return keys
    .filter((key) => figures[key] > 0)
    .map((key) => `${words[key]} ${countText(figures[key])}`)
    .join(' · ');
}

export const usesText = ({ uses }: RegisterCounts): string => listed(USES, uses);
export const holdingsText = ({ holdings }: RegisterCounts): string => listed(HOLDINGS, holdings);

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

/** 「陈书记 3月2日启用 · 4,980 户 · 校验码 9f3a2c」 */
export function versionNote(version: VersionLine): string {
  const { createdByName, createdAt, committedByName, committedAt, homes, hash } = version;
  const now = serverNow();
  const who =
    committedAt === null
      ? `${createdByName} ${dateText(createdAt, now)}上传`
      : `${committedByName ?? createdByName} ${dateText(committedAt, now)}启用`;
  return `${who} · ${countText(homes)} 套 · 校验码 ${hash.slice(0, 6)}`;
}
