/** Collection `audit_seals`: a link of the chain over a batch of audit entries. */
export interface SealDocument {
  _id: string;
  /** 1, 2, 3 …: unique. */
  number: number;
  /** Hash of the seal before; of the first one, nought. */
  previous: string;
  entryIds: string[];
  /** sha256 over number, previous and the entries as they were written. */
  hash: string;
  at: number;
}

/** Collection `settings`, one document: the end of the chain, which every sealing touches, so that two cannot fork it. */
export interface ChainHeadDocument {
  _id: 'audit-head';
  number: number;
  hash: string;
}
