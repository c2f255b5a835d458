import { z } from 'zod';
import { command, query } from './call';
import { clientId, id } from './fields';
import { OFFICES } from './roles';

/** Papers for whoever sees the thing that they are about. */
export const OPEN_DOCUMENTS = [
  'resolution', // 决议书, of a published resolution
  'public-notice', // 公示, of a published resolution
  'meeting-notice', // 会议通知, of a meeting that was announced
  'minutes', // 会议纪要, of a meeting that took place
  'rules-change', // 附件：改动对照, of an announced vote on written rules
  'proxy-form', // 委托书, of an announced vote; with a voter for their own people and the officers
] as const;

/** Papers that name voters: for the offices that answer for the place; each making is in the audit record (DOC-6). */
export const VOTER_DOCUMENTS = [
  'paper-ballots', // 纸质表决票, of an announced vote
  'door-list', // 入户名单, of an announced vote
] as const;

export const DOCUMENT_KINDS = [...OPEN_DOCUMENTS, ...VOTER_DOCUMENTS] as const;

export type OpenDocument = (typeof OPEN_DOCUMENTS)[number];
export type VoterDocument = (typeof VOTER_DOCUMENTS)[number];
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

export interface Column {
  title: string;
  /** Share of the page's width, in hundredths; those of a table add up to 100. */
  width: number;
  align: 'left' | 'right' | 'center';
}

/** One part of a paper, as it follows the one before. All text is plain and clean (DOC-9); line feeds begin new lines. */
export type Block =
  | { kind: 'title'; text: string }
  | { kind: 'number'; text: string } // below the title, smaller
  | { kind: 'heading'; text: string }
  | { kind: 'paragraph'; text: string }
  | { kind: 'small'; text: string }
  | { kind: 'lines'; lines: { label: string; value: string }[] }
  /** `tall`: rows as high as a signature. */
  | { kind: 'table'; columns: Column[]; rows: string[][]; tall: boolean }
  | { kind: 'choices'; choices: string[] } // each with a box to be ticked
  | { kind: 'signatures'; lines: string[] } // each with a line to be written on
  | { kind: 'stamp'; issuer: string; on: string } // who issues it, room for the stamp, the day in words
  /** `image`: a data: address of a PNG or JPEG. */
  | { kind: 'codes'; codes: { image: string; caption: string }[] }
  | { kind: 'page-break' };

/** A paper of A4 pages: what the printable page shows and what the Word file holds. */
export interface PrintedDocument {
  kind: DocumentKind;
  /** '决议书' */
  name: string;
  /** What it is about, in the thing's own words. */
  title: string;
  /** '决议书 使用维修资金修缮屋顶.docx' */
  fileName: string;
  /** The instant of what it says, epoch ms. */
  madeAt: number;
  /** Where it takes several files: this one of how many (DOC-8). */
  part: { number: number; of: number };
  blocks: Block[];
}

/** A Word file, kept in storage until `until` (epoch ms) under a name that nobody can guess. */
export interface WordFile {
  fileId: string;
  fileName: string;
  until: number;
}

/** Voters of one building, or those without one (`id` null): what one paper can be about. */
export interface VoterGroup {
  id: string | null;
  /** '3栋' */
  name: string;
  voters: number;
  notVoted: number;
  /** Files that all its paper ballots, and its door list, take; no ballots where the vote takes no paper. */
  parts: Record<VoterDocument, number>;
}

export interface VoterPapers {
  motionId: string;
  title: string;
  /** Of a secret vote: ballots without a name, and a list of everybody to sign for them (SECRET-13). */
  secret: boolean;
  groups: VoterGroup[];
}

const asked = {
  kind: z.enum(DOCUMENT_KINDS, '请选择要打印的文件'),
  /** Of the resolution, the meeting or the motion. */
  id,
  /** For papers that name voters: the building; null: those without one. */
  groupId: id.nullable().default(null),
  /** Only this voter's ballot, or their proxy. */
  entryId: id.nullable().default(null),
  part: z.int('请选择第几份').min(1).max(1000).default(1),
};

const visible = { roles: ['resident', ...OFFICES], relation: 'visible' } as const;

export const documentCalls = {
  /** A command, for a paper that names voters leaves an audit entry; sent again under its client id it leaves no second one. */
  'documents.show': command(visible, z.strictObject({ clientId, ...asked })).returns<PrintedDocument>(),
  'documents.word': command(visible, z.strictObject({ clientId, ...asked })).returns<WordFile>(),
  'documents.voters': query(
    { roles: OFFICES, relation: 'office-place', perTenMinutes: 120 },
    z.strictObject({ id }),
  ).returns<VoterPapers>(),
};
