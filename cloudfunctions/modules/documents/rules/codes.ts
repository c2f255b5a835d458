import type { Block } from '@contract/documents';

interface Code {
  image: string | null;
  caption: string;
}

/** The pictures that there are, side by side; nothing where there is none. */
export function codes(...all: readonly Code[]): Block[] {
  const shown = all.flatMap(({ image, caption }) => (image === null ? [] : [{ image, caption }]));
  return shown.length > 0 ? [{ kind: 'codes', codes: shown }] : [];
}
