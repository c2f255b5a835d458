import type { Figures, VerdictLine } from '@contract/decision';

const grouped = (value: number) => String(value).replace(/\B(?=(\d{3})+$)/g, ',');

/** 0.01 m² in m² with both decimals: a court recounts from paper. 8,012.50 */
export function areaFigure(hundredths: number): string {
  return `${grouped(Math.floor(hundredths / 100))}.${String(hundredths % 100).padStart(2, '0')}`;
}

export function areaWords(hundredths: number): string {
  return `${areaFigure(hundredths)}平方米`;
}

/** '82户' */
export function headsWords(heads: number, unit: string): string {
  return `${grouped(heads)}${unit}`;
}

/** '82户、8,012.50平方米', or heads alone where the rule does not weigh by area. */
export function bothWords({ heads, area }: Figures, unit: string, weighsArea: boolean): string {
  return weighsArea ? `${headsWords(heads, unit)}、${areaWords(area)}` : headsWords(heads, unit);
}

/** Part of a whole in percent with one decimal, rounded half up in whole numbers. */
export function percent(part: number, whole: number): string {
  if (whole === 0) return '—';
  const tenths = Math.floor((2000 * part + whole) / (2 * whole));
  return `${Math.floor(tenths / 10)}.${tenths % 10}%`;
}

/** '82户\n共100户\n占82.0%' of one comparison: a figure that a line's end breaks in two is misread. */
export function comparisonWords(line: VerdictLine, unit: string): string {
  const words = (figure: number) => (line.axis === 'area' ? areaWords(figure) : headsWords(figure, unit));
  const { numerator, denominator } = line;
  return `${words(numerator)}\n共${words(denominator)}\n占${percent(numerator, denominator)}`;
}
