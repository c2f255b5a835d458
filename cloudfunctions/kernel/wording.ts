const CHINA_OFFSET_MS = 8 * 3_600_000;

const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'] as const;

/** '3月18日 周三 19:30' in +08:00, whatever the machine's zone (CLK-8). */
export function chinaTime(at: number): string {
  const there = new Date(at + CHINA_OFFSET_MS);
  const time = there.toISOString().slice(11, 16);
  return `${there.getUTCMonth() + 1}月${there.getUTCDate()}日 ${WEEKDAYS[there.getUTCDay()] ?? ''} ${time}`;
}

/** '3月18日' of a day 'YYYY-MM-DD'. */
export function chinaDay(on: string): string {
  return `${Number(on.slice(5, 7))}月${Number(on.slice(8, 10))}日`;
}
