import type { PersonKey } from '../../support/motions';

/** A page as one person opens it: the picture's name, who, the address, words that stand there when it is drawn. */
export type Shown = readonly [shot: string, who: PersonKey, path: string, words: string | RegExp];

/** `pages/home` with what it is asked for. */
export const at = (path: string, query: Record<string, string> = {}) => {
  const rest = new URLSearchParams(query).toString();
  return `/${path}/index${rest && `?${rest}`}`;
};
