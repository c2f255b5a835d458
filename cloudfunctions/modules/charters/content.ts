import type { Article } from '@contract/charters';
import { hashOf } from '../../kernel/ids';

/** sha256 over the articles in their order and the version that they follow, hex (docs/decisions/0014). */
export function hashOfArticles(
  charterId: string,
  articles: readonly Article[],
  previous: string | null,
): string {
  const plain = articles.map(({ id, text }) => ({ id, text }));
  return hashOf({ format: 'yard-charter-1', charterId, articles: plain, previous });
}
