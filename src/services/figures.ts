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
