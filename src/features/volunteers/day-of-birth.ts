const DAY = /^(19|20)(\d\d)[-/.]?(\d\d)[-/.]?(\d\d)$/;

/** '19530402' → '1953-04-02'; null for what is no day of the calendar. */
export function bornOnOf(typed: string): string | null {
  const [, century = '', year = '', month = '', day = ''] = DAY.exec(typed.trim()) ?? [];
  const on = `${century}${year}-${month}-${day}`;
  const at = Date.parse(`${on}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(on) ? on : null;
}

/** 「1953年4月2日」 */
export function bornText(bornOn: string): string {
  const [year = '', month = '', day = ''] = bornOn.split('-');
  return `${year}年${Number(month)}月${Number(day)}日`;
}
