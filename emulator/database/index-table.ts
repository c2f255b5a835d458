import { checksum, checksums, rowsAtOnce } from './checksum';
import type { Disk, Row } from './disk';
import { AFTER_ALL, slotsOf } from './slots';
import type { StoredDocument } from './stored';

/** Entries that one check reads at a time. */
const CHECKED_AT_ONCE = 2000;
/** Between slot and key of an entry; no slot holds this pair of signs (slots.ts). */
const BEFORE_KEY = '\u0002\u0002';

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
  readonly clear;
  readonly keys;
  readonly holder;
  readonly chunk;
  readonly largest;
  readonly save;

  constructor(disk: Disk) {
    this.add = disk.writing('INSERT INTO entries (place, slot, key) VALUES (?, ?, ?)');
    this.remove = disk.writing('DELETE FROM entries WHERE place = ? AND slot = ? AND key = ?');
    this.clear = disk.writing('DELETE FROM entries WHERE place = ?');
    this.keys = disk.reading('SELECT DISTINCT key FROM entries WHERE place = ? AND slot >= ? AND slot < ?');
    this.holder = disk.reading('SELECT key FROM entries WHERE place = ? AND slot = ? LIMIT 1');
    this.chunk = disk.reading(
      `SELECT CAST(group_concat(entry, '|') AS BLOB), group_concat(octet_length(entry)) FROM
       (SELECT slot || '${BEFORE_KEY}' || key AS entry FROM entries
       WHERE place = ?1 AND (slot, key) > (?2, ?3) ORDER BY slot, key LIMIT ?4)`,
    );
    this.largest = disk.reading(
      'SELECT max(octet_length(slot) + octet_length(key)) FROM entries WHERE place = ?',
    );
    this.save = disk.writing('UPDATE indexes SET multikey = ?, entries = ?, digest = ? WHERE id = ?');
  }
}

/** One declared index, on disk: in which slots of its fields each document lies, in BSON's order. */
export class IndexTable {
  #multikey: boolean;
  #verified = false;
  #entries: number;
  /** Sum of the entries' checksums: tells an index that lost or changed an entry. */
  #digest: number;
  /** As the file has it. */
  readonly #written: number;

  /**
   * @param row id, name, what was declared as JSON, multikey, entries and digest
   * @param documents those of the collection as they lie on disk: all entries can be made again from them
   */
  constructor(
    private readonly disk: Disk,
    private readonly statements: EntryStatements,
    row: Row,
    private readonly documents: () => Iterable<StoredDocument>,
  ) {
    const [id, name, declared, multikey, entries, digest] = row as [
      number,
      string,
      string,
      number,
      number,
      number,
    ];
    this.id = id;
    this.name = name;
    const { fields, unique = false } = JSON.parse(declared) as { fields: string[]; unique?: boolean };
    this.fields = fields;
    this.unique = unique;
    this.#multikey = multikey === 1;
    this.#entries = entries;
    this.#written = digest;
    this.#digest = (digest - multikey + MODULUS) % MODULUS;
  }

  readonly id: number;
  readonly name: string;
  readonly fields: readonly string[];
  readonly unique: boolean;

  /** True when a document ever lay in more than one slot: then two bounds may be met by two of its values. */
  get multikey(): boolean {
    this.#verifyOnce();
    return this.#multikey;
  }

  /** Keys of the documents in a range of slots. */
  keys({ from, to }: SlotRange): string[] {
    this.#verifyOnce();
    return this.statements.keys.all(this.id, from, to).map(([key]) => key as string);
  }

  /** Key of a document in exactly this slot. */
  holder(slot: string): string | undefined {
    this.#verifyOnce();
    return this.statements.holder.get(this.id, slot)?.[0] as string | undefined;
  }

  /** Moves a document from the slots of one version to those of another. */
  replace(previous: StoredDocument | undefined, next: StoredDocument | undefined): void {
    this.#verifyOnce();
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

  /** Before an index is used for the first time: those of a large file that nobody asks need not be read at its start. */
  #verifyOnce(): void {
    if (this.#verified) return;
    const whole = this.#isWhole();
    this.#verified = true;
    if (whole) return;
    this.rebuild();
    this.disk.say(`${this.disk.file}: index ${this.name} was damaged and is made anew`);
  }

  /** Makes all entries from the documents. */
  rebuild(): void {
    this.#verified = true;
    this.statements.clear(this.id);
    this.#entries = 0;
    this.#digest = 0;
    this.#multikey = false;
    for (const document of this.documents()) this.replace(undefined, document);
    this.disk.beforeCommit(this.#save);
  }

  /** What to throw when an entry leads to a document that is not there: another may be missing its entry. */
  astray(key: string): Error {
    return this.disk.damaged(`index ${this.name}, which leads to document ${key}`);
  }

  /** Reads every entry: are they those that were written? */
  #isWhole(): boolean {
    let [slot = '', key = '', entries = 0, digest = 0]: [string?, string?, number?, number?] = [];
    const rows = rowsAtOnce(CHECKED_AT_ONCE, this.statements.largest.get(this.id)?.[0]);
    for (;;) {
      const [bytes, listed] = this.statements.chunk.get(this.id, slot, key, rows) ?? [];
      if (!(bytes instanceof Uint8Array)) break;
      const lengths = String(listed).split(',').map(Number);
      for (const sum of checksums(bytes, lengths)) digest = (digest + sum) % MODULUS;
      entries += lengths.length;
      // Also where a changed entry sorts before itself, and would be read for ever.
      if (entries > this.#entries) return false;
      const last = bytes.subarray(bytes.length - (lengths.at(-1) ?? 0));
      [slot = '', key = ''] = new TextDecoder().decode(last).split(BEFORE_KEY);
    }
    return entries === this.#entries && this.#withFlag(digest) === this.#written;
  }

  #count(slot: string, key: string, change: 1 | -1): void {
    if (change === 1) this.statements.add(this.id, slot, key);
    else this.statements.remove(this.id, slot, key);
    this.#entries += change;
    this.#digest = (this.#digest + change * checksum(slot + BEFORE_KEY + key) + MODULUS) % MODULUS;
  }

  /** The digest covers the flag too: an index that wrongly says it holds one value a document finds too little. */
  #withFlag(digest: number): number {
    return (digest + (this.#multikey ? 1 : 0)) % MODULUS;
  }

  readonly #save = () =>
    this.statements.save(this.#multikey ? 1 : 0, this.#entries, this.#withFlag(this.#digest), this.id);
}

const MODULUS = 2 ** 32;
