import type { Office } from '@contract/roles';

const WORDS: Record<Office, string> = {
  administrator: '平台管理员',
  'street-officer': '街道',
  secretary: '社区书记',
  'residents-committee': '居委会',
  'villagers-committee': '村委会',
  'owners-committee': '业委会',
  'grid-worker': '网格员',
  'property-manager': '物业',
  'building-head': '楼栋长',
  'residents-delegate': '居民代表',
  'villagers-delegate': '村民代表',
};

/** An office in the words of the people. */
export function officeWords(office: Office): string {
  return WORDS[office];
}
