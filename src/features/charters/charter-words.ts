import type { ArticleDifference, CharterDraft, CharterKind } from '@contract/charters';
import type { Subject } from '@contract/decision';

export const KINDS: { id: CharterKind; title: string; note: string }[] = [
  {
    id: 'self-government-charter',
    title: '居民公约、村规民约',
    note: '居民会议、村民会议通过，要报街道或乡镇备案',
  },
  { id: 'owners-charter', title: '管理规约', note: '业主共同决定' },
  { id: 'owners-procedure', title: '业主大会议事规则', note: '业主共同决定' },
  { id: 'yard-rules', title: '坝坝会的议事规矩', note: '大家自己商量的' },
];

/** Subjects of votes that can change written rules. */
export const RULE_SUBJECTS: readonly Subject[] = [
  'self-government-charter',
  'owners-charter',
  'owners-procedure',
  'yard-matter',
];

type Tone = 'leaf' | 'clay' | 'stone';

/** Never by colour alone: what was added, changed and taken out. */
export const DIFFERENCE_TAGS: Record<ArticleDifference['state'], { text: string; tone: Tone } | null> = {
  same: null,
  changed: { text: '○ 有改动', tone: 'clay' },
  added: { text: '✓ 新加的', tone: 'leaf' },
  removed: { text: '✕ 删掉的', tone: 'stone' },
};

export const DRAFT_TAGS: Record<CharterDraft['state'], { text: string; tone: Tone }> = {
  drafted: { text: '○ 还没有生效', tone: 'clay' },
  'in-force': { text: '✓ 已经成为新版', tone: 'leaf' },
  outdated: { text: '✕ 没有写进去：已有新版，要重新起草', tone: 'stone' },
  'no-effect': { text: '✕ 没有改动规约', tone: 'stone' },
};
