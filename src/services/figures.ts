/** 11640 → 「11,640」. Not toLocaleString: WeChat's engine may lack it. */
export function countText(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** Area in 0.01 m² → 「8,012.5」 in m², exact. */
export function areaFigure(hundredths: number): string {
  const whole = Math.floor(hundredths / 100);
  const rest = String(hundredths % 100)
    .padStart(2, '0')
    .replace(/0+$/, '');
  return `${countText(whole)}${rest ? `.${rest}` : ''}`;
}

/** Area in 0.01 m² → 「8,012.5 ㎡」. */
export function areaText(hundredths: number): string {
  return `${areaFigure(hundredths)} ㎡`;
}

/** Part of a whole in percent with one decimal, rounded half up in whole numbers: (746, 792) → 「94.2%」. */
export function percentText(part: number, whole: number): string {
  if (whole === 0) return '—';
  const tenths = Math.floor((2000 * part + whole) / (2 * whole));
  return `${Math.floor(tenths / 10)}.${tenths % 10}%`;
}

/** 「46200.5」 → 4620050 fen; null where it is no amount of yuan with at most two decimals. No float is ever reckoned with. */
export function fenOf(yuan: string): number | null {
  const parts = /^(\d{1,9})(?:\.(\d{1,2}))?$/.exec(yuan.trim().replace(/[,，]/g, ''));
  if (!parts) return null;
  return Number(parts[1]) * 100 + Number((parts[2] ?? '').padEnd(2, '0'));
}
