/** Collection `audit_seals`: a link of the chain over a batch of audit entries. */
export interface SealDocument {
  _id: string;
  /** 1, 2, 3 …: unique. */
  number: number;
  /** Hash of the seal before; of the first one, nought. */
  previous: string;
  entryIds: string[];
  /** sha256 of the entries as they were written; missing in seals from before it was kept. */
  content?: string;
  /** sha256 over number, previous and content; without content over the entries themselves. */
  hash: string;
  at: number;
}

/** What of a seal leads to the next one. */
export type SealLink = Pick<SealDocument, 'number' | 'previous' | 'content' | 'hash'>;

/** Collection `settings`, one document: the end of the chain, which every sealing touches, so that two cannot fork it. */
export interface ChainHeadDocument {
  _id: 'audit-head';
  number: number;
  hash: string;
}
