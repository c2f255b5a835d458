import { z } from 'zod';
import { command, query } from './call';
import type { Can, Page } from './envelope';
import { clientId, cursor, id, text } from './fields';
import type { HomeLabel, HomeUse } from './register';

/** `dropped`: thrown away unused; `former`: another one came after it. */
export const IMPORT_STATES = ['preview', 'applying', 'current', 'former', 'dropped'] as const;
export type ImportState = (typeof IMPORT_STATES)[number];

/** What is wrong with a file, where, and what to write instead. */
export interface ImportProblem {
  /** Counted from 1 as the file's program shows it; null where it is the whole file's. */
  row: number | null;
  column: string | null;
  text: string;
}

export interface RegisterCounts {
  homes: number;
  /** 0.01 m² of what counts as an exclusive part */
  area: number;
  uses: Record<HomeUse, number>;
  holdings: Record<'owner' | 'unsold' | 'not-handed-over', number>;
}

/** One import, used or not. */
export interface VersionLine {
  id: string;
  state: ImportState;
  fileName: string;
  createdByName: string;
  createdAt: number;
  committedByName: string | null;
  committedAt: number | null;
  homes: number;
  /** SHA-256 of its homes; the first digits are enough to compare. */
  hash: string;
  problemCount: number;
}

export interface ImportView extends VersionLine {
  placeId: string;
  placeName: string;
  sheet: string | null;
  counts: RegisterCounts;
  /** In homes, against the register as it was. */
  difference: { added: number; changed: number; gone: number; same: number };
  /** Buildings and units that the import makes. */
  newPlaces: string[];
  /** The first 200. */
  problems: ImportProblem[];
  /** What was read otherwise than it stands, or not at all. */
  notes: string[];
  namesakes: { total: number; undecided: number; restDifferent: boolean };
  /** While it is being applied. */
  progress: { done: number; total: number } | null;
  revision: number;
  can: Can<'commit' | 'continue' | 'decide' | 'drop' | 'repeat'>;
}

export interface ImportChange {
  homeId: string;
  label: string;
  kind: 'added' | 'changed' | 'gone';
  /** Fields with what they were and what they become; empty for new and gone ones. */
  changes: { field: string; before: string; after: string }[];
  /** '98.56㎡ · 王芳、李明' */
  summary: string;
}

/** One name in several homes, and whether somebody confirmed that it is one person. */
export interface NamesakeView {
  id: string;
  name: string;
  homeCount: number;
  /** The first 30; `key` where the file gave one. */
  homes: { label: string; key: string | null; known: boolean }[];
  samePhone: boolean;
  /** `before`: as it was confirmed at an earlier import. */
  decision: 'same' | 'different' | 'before' | null;
  decidedAt: number | null;
  can: Can<'same' | 'different'>;
}

export interface RegisterOverview {
  placeId: string;
  placeName: string;
  /** Places below that have registers of their own, where this one has none. */
  below: { id: string; name: string }[];
  /** What the register holds now, by whatever way it came. */
  counts: RegisterCounts;
  current: VersionLine | null;
  /** Previews that were not used yet, and one that is being applied. */
  open: VersionLine[];
  versions: VersionLine[];
  /** Whether there are earlier ones of each that are not listed. */
  earlier: { open: boolean; versions: boolean };
  can: Can<'import' | 'printSlips'>;
}

/** How many homes of a building nobody has claimed: theirs are the letterboxes that need a slip. */
export interface SlipGroup {
  placeId: string;
  name: string;
  homes: number;
}

/** A file that the phone saves and opens; it lies in no storage. */
export interface FileAnswer {
  fileName: string;
  /** .xlsx */
  base64: string;
}

const access = { roles: ['secretary', 'administrator'], relation: 'office-place' } as const;
const rarely = { ...access, perTenMinutes: 20 } as const;
const anImport = z.strictObject({ clientId, importId: id });

export const registerImportCalls = {
  'members.registerOverview': query(access, z.strictObject({ placeId: id })).returns<RegisterOverview>(),
  /** Reads the file, which is then removed from storage, and compares it with the register; nothing of the register changes. */
  'members.previewImport': command(
    rarely,
    z.strictObject({
      clientId,
      placeId: id,
      fileId: z
        .string()
        .regex(
          /^cloud:\/\/[^/\s]{1,120}\/register-imports\/[A-Za-z0-9._-]{8,80}$/,
          '文件没有传上去，请重新选择',
        ),
      fileName: text(120, '文件名'),
    }),
  ).returns<ImportView>(),
  /** A new preview with the homes of an earlier version. */
  'members.repeatImport': command(rarely, anImport).returns<ImportView>(),
  'members.import': query(access, z.strictObject({ importId: id })).returns<ImportView>(),
  'members.importChanges': query(
    access,
    z.strictObject({ importId: id, kind: z.enum(['added', 'changed', 'gone']), cursor }),
  ).returns<Page<ImportChange>>(),
  'members.namesakes': query(access, z.strictObject({ importId: id, cursor })).returns<Page<NamesakeView>>(),
  /** `restDifferent`: all others that nobody decided on are different persons. */
  'members.decideNamesakes': command(
    access,
    z.strictObject({
      clientId,
      importId: id,
      decisions: z.array(z.strictObject({ id, same: z.boolean() })).max(50, '一次最多50组'),
      restDifferent: z.boolean().default(false),
    }),
  ).returns<ImportView>(),
  /** Makes it the register, in one step; what then has to be brought up to date goes on in `continueImport`. */
  'members.commitImport': command(rarely, anImport).returns<ImportView>(),
  'members.continueImport': command({ ...access, perTenMinutes: 200 }, anImport).returns<ImportView>(),
  'members.dropImport': command(access, anImport).returns<ImportView>(),
  'members.registerTemplate': query(
    { ...access, perTenMinutes: 60 },
    z.strictObject({}),
  ).returns<FileAnswer>(),
  /** `homes`: those of the building that was named; none where it is null. */
  'members.slipHomes': query(
    { roles: ['secretary'], relation: 'office-place' },
    z.strictObject({ placeId: id, buildingId: id.nullable() }),
  ).returns<{ groups: SlipGroup[]; homes: HomeLabel[] }>(),
  /** New letterbox codes and the file with their slips: shown this once, for only their hashes are kept (MEM-2). */
  'members.printSlips': command(
    { roles: ['secretary'], relation: 'office-place' },
    z.strictObject({
      clientId,
      homeIds: z.array(id).min(1, '请选择房屋').max(100, '一次最多100套'),
    }),
  ).returns<FileAnswer & { codes: { homeId: string; label: string; code: string | null }[] }>(),
};
