import type { CharterKind } from '@contract/charters';
import { chinaDay } from '../../kernel/wording';
import type { VersionSource } from './documents';

export const KIND_LABELS: Record<CharterKind, string> = {
  'self-government-charter': '居民公约、村规民约',
  'owners-charter': '管理规约',
  'owners-procedure': '业主大会议事规则',
  'yard-rules': '坝坝会的议事规矩',
};

/** Nothing here judges what people agree on; the law's own limit is said. */
export const NOTICES: Record<CharterKind, string> = {
  'self-government-charter':
    '内容不得与宪法、法律、法规相抵触，不得违背公序良俗，不得侵犯居民的人身权利、民主权利和财产权利（居民委员会组织法第三十一条、村民委员会组织法第三十一条）。',
  'owners-charter':
    '内容应当尊重社会公德，不得违反法律、法规或者损害社会公共利益（《物业管理条例》第十七条）。',
  'owners-procedure': '内容不得违反法律、法规；法律规定的表决比例不能改低（《民法典》第二百七十八条）。',
  'yard-rules': '这是大家自己商量的规矩，不得违反法律、法规，不能代替法律规定的表决。',
};

export const FILING_ARTICLE = '居民委员会组织法第三十一条、村民委员会组织法第三十一条';

export function sourceWords(source: VersionSource): string {
  return source.kind === 'recorded'
    ? `${source.decidedOn.slice(0, 4)}年${chinaDay(source.decidedOn)}由${source.decidedBy}通过，社区登记`
    : `决议：${source.title}`;
}
