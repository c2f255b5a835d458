import type { ProxyCase } from './case';
import type { ProxyDocument } from './documents';

/** The voter's first document, or the one that is there; its label and place are those of the vote at hand. */
export function documentFor(
  { motion, entry, arenaId, proxyId }: ProxyCase,
  before: ProxyDocument | null,
): ProxyDocument {
  const empty = { grants: [], holderIds: [], codeHashes: [], waiting: false, givenAt: 0, revision: 0 };
  const named = { _id: proxyId, arenaId, voterKey: entry.voterKey, label: entry.label, path: motion.path };
  return { ...empty, ...before, ...named };
}
