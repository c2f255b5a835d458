import { byIds } from '../../../kernel/by-ids';
import { _ } from '../../../kernel/cloud';
import { type Reader, store } from '../../../kernel/database';
import { idOf } from '../../../kernel/ids';
import { insertMissing } from '../../../kernel/insert-missing';
import type { RollDocument, RollEntryDocument } from '../documents';

/** Entries written in one request (platform.md: a request is under 100 KB). */
const BATCH = 100;
/** Homes that one query names (platform.md: under 100 KB). */
const HOMES_AT_ONCE = 500;
/** What a list of voters needs of each: a tenth of what is kept, for 5,000 of them at once. */
const DOOR = ['label', 'area', 'homeIds'];
/** Voters that one person can stand for in the motions of one page. */
const OWN_ROWS = 1000;

/** One voter of a roll as a list shows them, and where their homes are. */
export type RollDoor = Pick<RollEntryDocument, '_id' | 'label' | 'area' | 'homeIds'>;

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
  byIds: (ids: readonly string[]) => byIds<RollEntryDocument>(store, 'roll_entries', ids),

  ofRoll: (rollId: string) => store.findAll<RollEntryDocument>('roll_entries', { rollId }),

  doorsOfRoll: (rollId: string) => store.findAll<RollDoor>('roll_entries', { rollId }, DOOR),

  /** Those of a roll that touch one of these homes, however many, in no order. */
  async doorsOfHomes(rollId: string, homeIds: readonly string[]): Promise<RollDoor[]> {
    const found = new Map<string, RollDoor>();
    for (let from = 0; from < homeIds.length; from += HOMES_AT_ONCE) {
      const where = { rollId, homeIds: _.in(homeIds.slice(from, from + HOMES_AT_ONCE)) };
      for (const entry of await store.findAll<RollDoor>('roll_entries', where, DOOR))
        found.set(entry._id, entry);
    }
    return [...found.values()];
  },

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
