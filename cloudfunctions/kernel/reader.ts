import { type Reader, store as database } from './database';

/**
 * The database as it is now, outside any transaction, for a use-case to hand to a repository: it can only read, and which
 * documents are read is the repository's business (docs/architecture.md, rule 3).
 */
export const store: Reader = database;
