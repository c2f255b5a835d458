import type { PaperRow, UncountedPapers } from '@contract/motions';
import { serverNow } from '@/services/server-clock';
import { dateTimeText } from '@/services/time';

export const CHANNEL_LABELS = { phone: '手机', paper: '纸质', door: '上门' } as const;

/** '交来的 · 李小燕登记 · 11月22日 10:05' */
export function rowNote({ channel, enteredByName, registeredAt }: PaperRow): string {
  const how = channel === 'door' ? '上门收的' : '交来的';
  return `${how} · ${enteredByName}登记 · ${dateTimeText(registeredAt, serverNow())}`;
}

const REASONS: [keyof UncountedPapers, string][] = [
  ['unconfirmed', '没有第二个人核对'],
  ['differed', '两次登记不一致'],
  ['rejected', '核对时退回'],
  ['withdrawn', '登记的人撤回'],
  ['objected', '投票人说不是自己的意思'],
  ['outrun', '同一户另一次投的算数'],
];

/** '没有第二个人核对 1 张', for each reason that there is. */
export function uncountedWords(uncounted: UncountedPapers): string[] {
  return REASONS.flatMap(([key, words]) => (uncounted[key] > 0 ? [`${words} ${uncounted[key]} 张`] : []));
}
