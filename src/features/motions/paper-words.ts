import type { PaperRow } from '@contract/motions';
import { serverNow } from '@/services/server-clock';
import { dateTimeText } from '@/services/time';

/** '交来的 · 李小燕登记 · 11月22日 10:05' */
export function rowNote({ channel, enteredByName, registeredAt }: PaperRow): string {
  const how = channel === 'door' ? '上门收的' : '交来的';
  return `${how} · ${enteredByName}登记 · ${dateTimeText(registeredAt, serverNow())}`;
}
