const JOINER = '\u2060';

/** 「3栋2单元501 等2套」: a line may end before 等, never between it and its figure. */
export function unbroken(text: string): string {
  return text.replace(/等 ?(\d+) ?套/g, (_whole, count: string) => ['等', ...count, '套'].join(JOINER));
}
