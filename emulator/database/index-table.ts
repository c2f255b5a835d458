import { between, checksum } from './checksum';
import type { Disk, Row } from './disk';
import { AFTER_ALL, slotsOf } from './slots';
import type { StoredDocument } from './stored';

/** Entries that one check reads at a time. */
const CHECKED_AT_ONCE = 2000;
/** Between slot and key, and between entries, of a check; neither holds these pairs of signs (slots.ts). */
const BEFORE_KEY = '\u0002\u0002';
const BETWEEN = '\u0002\u0001';

/** Slots from `from` up to, and not including, `to`. */
export interface SlotRange {
  from: string;
  to: string;
}

/** The slots that begin with a prefix. */
export function beginningWith(prefix: string): SlotRange {
  return { from: prefix, to: prefix + AFTER_ALL };
}

/** What every index table is read and written with. */
export class EntryStatements {
  readonly add;
  readonly remove;
  readonly keys;
  readonly holder;
  readonly chunk;
  readonly save;

  constructor(disk: Disk) {
    this.add = disk.writing('INSERT INTO entries (place, slot, key) VALUES (?, ?, ?)');
    this.remove = disk.writing('DELETE FROM entries WHERE place = ? AND slot = ? AND key = ?');
    this.keys = disk.reading('SELECT DISTINCT key FROM entries WHERE place = ? AND slot >= ? AND slot < ?');
    this.holder = disk.reading('SELECT key FROM entries WHERE place = ? AND slot = ? LIMIT 1');
    this.chunk = disk.reading(
      `SELECT CAST(group_concat(slot || '${BEFORE_KEY}' || key, '${BETWEEN}') AS BLOB) FROM (SELECT slot, key FROM entries
       WHERE place = ?1 AND (slot, key) > (?2, ?3) ORDER BY slot, key LIMIT ${CHECKED_AT_ONCE})`,
    );
    this.save = disk.writing('UPDATE indexes SET multikey = ?, entries = ?, digest = ? WHERE id = ?');
  }
}

/** One declared index, on disk: in which slots of its fields each document lies, in BSON's order. */
export class IndexTable {
  #multikey: boolean;
  #entries: number;
  /** Sum of the entries' checksums: tells an index that lost or changed an entry. */
  #digest: number;

  /** @param row id, name, fields as JSON, multikey, entries and digest */
  constructor(
    private readonly disk: Disk,
    private readonly statements: EntryStatements,
    row: Row,
    readonly unique: boolean,
  ) {
    const [id, name, fields, multikey, entries, digest] = row as [
      number,
      string,
      string,
      number,
      number,
      number,
    ];
    this.id = id;
    this.name = name;
    this.fields = JSON.parse(fields) as string[];
    this.#multikey = multikey === 1;
    this.#entries = entries;
    this.#digest = digest;
  }

  readonly id: number;
  readonly name: string;
  readonly fields: readonly string[];

  /** True when a document ever lay in more than one slot: then two bounds may be met by two of its values. */
  get multikey(): boolean {
    return this.#multikey;
  }

  /** Keys of the documents in a range of slots. */
  keys({ from, to }: SlotRange): string[] {
    return this.statements.keys.all(this.id, from, to).map(([key]) => key as string);
  }

  /** Key of a document in exactly this slot. */
  holder(slot: string): string | undefined {
    return this.statements.holder.get(this.id, slot)?.[0] as string | undefined;
  }

  /** Moves a document from the slots of one version to those of another. */
  replace(previous: StoredDocument | undefined, next: StoredDocument | undefined): void {
    const before = previous ? slotsOf(previous.value, this.fields) : [];
    const after = next ? slotsOf(next.value, this.fields) : [];
    const kept = new Set(before.filter((slot) => after.includes(slot)));
    const gone = before.filter((slot) => !kept.has(slot));
    const added = after.filter((slot) => !kept.has(slot));
    if (gone.length + added.length === 0) return;
    for (const slot of gone) this.#count(slot, (previous as StoredDocument).key, -1);
    for (const slot of added) this.#count(slot, (next as StoredDocument).key, 1);
    this.#multikey ||= after.length > 1;
    this.disk.beforeCommit(this.#save);
  }

  /** Reads every entry. Throws when they are not those that were written. */
  verify(): void {
    let [slot = '', key = '', entries = 0, digest = 0]: [string?, string?, number?, number?] = [];
    for (;;) {
      const [bytes] = this.statements.chunk.get(this.id, slot, key) ?? [];
      if (!(bytes instanceof Uint8Array)) break;
      let last: Buffer = Buffer.alloc(0);
      for (const entry of between(bytes, BETWEEN)) {
        entries += 1;
        digest = (digest + checksum(entry)) % MODULUS;
        last = entry;
      }
      [slot = '', key = ''] = last.toString().split(BEFORE_KEY);
    }
    if (entries !== this.#entries || digest !== this.#digest) {
      throw new Error(`${this.disk.file} is damaged: index ${this.name} is not what was written`);
    }
  }

  #count(slot: string, key: string, change: 1 | -1): void {
    if (change === 1) this.statements.add(this.id, slot, key);
    else this.statements.remove(this.id, slot, key);
    this.#entries += change;
    this.#digest = (this.#digest + change * entrySum(slot, key) + MODULUS) % MODULUS;
  }

  readonly #save = () => this.statements.save(this.#multikey ? 1 : 0, this.#entries, this.#digest, this.id);
}

const MODULUS = 2 ** 32;

function entrySum(slot: string, key: string): number {
  return checksum(slot + BEFORE_KEY + key);
}
