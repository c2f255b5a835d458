import { _ } from '../../../kernel/cloud';
import { type Reader, store } from '../../../kernel/database';
import { idOf } from '../../../kernel/ids';
import { insertMissing } from '../../../kernel/insert-missing';
import type { RollDocument, RollEntryDocument } from '../documents';

/** Entries written in one request (platform.md: a request is under 100 KB). */
const BATCH = 100;
/** Few enough for one request (platform.md: under 100 KB). */
const IDS_AT_ONCE = 500;
/** Voters that one person can stand for in the motions of one page. */
const OWN_ROWS = 1000;

export const rolls = {
  byId: (reader: Reader, id: string) => reader.get<RollDocument>('rolls', id),
  /** The same register of a motion is the same version, however often it is frozen. */
  idOf: (motionId: string, hash: string) => idOf('roll', motionId, hash),

  /**
   * Writes a roll in batches, the roll itself last: 5,000 homes do not fit into one transaction. Broken off and
   * begun again it goes on where it was; nothing refers to it before it is whole (ROLL-12).
   */
  async write(roll: RollDocument, entries: readonly RollEntryDocument[]): Promise<void> {
    for (let from = 0; from < entries.length; from += BATCH) {
      await insertMissing('roll_entries', entries.slice(from, from + BATCH));
    }
    const written = await store.count('roll_entries', { rollId: roll._id });
    if (written !== entries.length)
      throw new Error(`roll ${roll._id}: ${written} of ${entries.length} entries`);
    await insertMissing('rolls', [roll]);
  },
};

export const rollEntries = {
  /** The same voter of the same version of a roll, however often it is written. */
  idOf: (rollId: string, voterKey: string) => idOf('roll-entry', rollId, voterKey),

  byId: (reader: Reader, id: string) => reader.get<RollEntryDocument>('roll_entries', id),

  /** Those of these entries that there are. */
  async byIds(ids: readonly string[]): Promise<RollEntryDocument[]> {
    const parts: RollEntryDocument[][] = [];
    for (let from = 0; from < ids.length; from += IDS_AT_ONCE) {
      const some = ids.slice(from, from + IDS_AT_ONCE);
      parts.push(
        await store.find<RollEntryDocument>('roll_entries', { _id: _.in(some) }, { limit: some.length }),
      );
    }
    return parts.flat();
  },

  ofRoll: (rollId: string) => store.findAll<RollEntryDocument>('roll_entries', { rollId }),

  /** Entries of these rolls that touch one of the homes. */
  async ofHomes(rollIds: readonly string[], homeIds: readonly string[]): Promise<RollEntryDocument[]> {
    if (rollIds.length === 0 || homeIds.length === 0) return [];
    const where = { rollId: _.in([...rollIds]), homeIds: _.in([...homeIds]) };
    return store.find<RollEntryDocument>('roll_entries', where, { limit: OWN_ROWS });
  },

  /** Entries of these rolls with this key: of delegates their person id. */
  async withKey(rollIds: readonly string[], key: string): Promise<RollEntryDocument[]> {
    if (rollIds.length === 0) return [];
    const where = { rollId: _.in([...rollIds]), keys: key };
    return store.find<RollEntryDocument>('roll_entries', where, { limit: OWN_ROWS });
  },
};
