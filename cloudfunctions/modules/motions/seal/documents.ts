/** Collection `count_parts`: ballots of a sealed count, or voters who cast none; of a secret one marks and choices apart. Immutable; its id is made of motion and content. */
export interface CountPartDocument {
  _id: string;
  motionId: string;
  kind: 'ballots' | 'silent' | 'marks' | 'choices';
  /** As rules/seal-rows.ts and secret-seal.ts write them, in the order of the pseudonyms; choices in that of the export. */
  rows: string[];
}

/** Collection `count_seals`; `_id` is the motion's: a count is sealed once, with the transaction that fixes it (SEAL-1). */
export interface CountSealDocument {
  _id: string;
  /** The text that was signed (docs/verify.md). */
  header: string;
  root: string;
  publicKey: string;
  signature: string;
  /** Without the papers that were set aside, which have leaves as well. */
  ballots: number;
  /** The parts with the ballots: each with its first pseudonym and the root of its subtree. */
  parts: { id: string; first: string; root: string }[];
  silentParts: string[];
  /** Opens the commitment to the weights of the roll; for the full version alone. */
  weightsSalt: string;
  /** Only of a secret count: its parts hold marks, and these the export of the choices (SECRET-8). */
  choiceParts?: string[];
}
