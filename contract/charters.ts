import { z } from 'zod';
import { command, query } from './call';
import type { Worth } from './decision';
import type { Can, Page } from './envelope';
import type { MotionPhase } from './meetings';
import { clientId, cursor, day, id, photos, revision, text } from './fields';
import { CONVENING_OFFICES, OFFICES } from './roles';

/** Written rules of a place, by the subject of the vote that changes them. */
export const CHARTER_KINDS = [
  'self-government-charter', // 居民公约、村规民约、自治章程
  'owners-charter', // 管理规约
  'owners-procedure', // 业主大会议事规则
  'yard-rules', // the yard meeting's own rules: no statute
] as const;
export type CharterKind = (typeof CHARTER_KINDS)[number];

/** One article; its id stays while its place in the order and its words change. */
export interface Article {
  id: string;
  text: string;
}

/** One article of two versions side by side; numbers count from 1, null where it does not stand in that version. */
export interface ArticleDifference {
  state: 'same' | 'changed' | 'added' | 'removed';
  before: { number: number; text: string } | null;
  after: { number: number; text: string } | null;
}

export interface CharterVersionLine {
  number: number;
  /** The instant from which it holds here. */
  inForceAt: number;
  /** '2020-05-01 居民会议通过' of one that was recorded; the title of the resolution else. */
  source: string;
  /** Page of the resolution, or null. */
  link: string | null;
  /** Proof of a recorded decision. */
  photos: string[];
  by: string;
  /** sha256 over its articles and the version before, hex. */
  hash: string;
  /** Told to the street or the township; null where that is missing or not asked for. */
  filing: { filedOn: string; office: string; photos: string[]; by: string } | null;
}

/** A change that was put to a vote, or is being drafted for one. */
export interface CharterDraft {
  motionId: string;
  title: string;
  phase: MotionPhase;
  worth: Worth;
  /** The version that it changes. */
  base: number;
  /** drafted: not in force; in-force: became a version; outdated: another one was faster (CHART-4); no-effect: not carried, or worth too little. */
  state: 'drafted' | 'in-force' | 'outdated' | 'no-effect';
  hash: string;
}

export interface CharterSummary {
  id: string;
  kind: CharterKind;
  /** '居民公约、村规民约' */
  kindLabel: string;
  title: string;
  placeName: string;
  current: number;
  inForceAt: number;
  /** The version in force has to be filed and is not recorded as filed (CHART-6). */
  filingMissing: boolean;
}

export interface CharterDetail extends CharterSummary {
  placeId: string;
  articles: Article[];
  /** The latest, newest first; all of them are in `charters.versions`. */
  versions: CharterVersionLine[];
  /** The latest, newest first. */
  drafts: CharterDraft[];
  /** There were earlier ones, which are not among them. */
  earlierDrafts: boolean;
  /** What the law says about its content; nothing here judges it. */
  notice: string;
  /** The article that asks for filing, or null. */
  filingArticle: string | null;
  revision: number;
  can: Can<'file' | 'draft'>;
}

/** The drafted change of one motion, as everybody reads it before they vote. */
export interface MotionCharter {
  charterId: string;
  title: string;
  base: number;
  current: number;
  hash: string;
  state: CharterDraft['state'];
  /** What this vote can do: '表决通过并公布决议以后，成为第3版' */
  effect: string;
  articles: Article[];
  difference: ArticleDifference[];
  can: Can<'draft'>;
}

const articles = z
  .array(
    z.strictObject({
      /** Chosen by the phone within the document. */
      id: z.string().regex(/^[a-z0-9-]{1,40}$/),
      text: text(600, '条文'),
    }),
  )
  .min(1, '至少要有一条')
  .max(100, '最多100条')
  .refine((items) => new Set(items.map((item) => item.id)).size === items.length, '条文重复了');

const officers = { roles: CONVENING_OFFICES, relation: 'office-place', perTenMinutes: 30 } as const;
const visible = { roles: ['resident', ...OFFICES], relation: 'visible' } as const;
const proof = photos.refine((given) => given.length > 0, '请拍下凭证');

export const charterCalls = {
  'charters.list': query(visible, z.strictObject({ placeId: id, cursor })).returns<
    Page<CharterSummary> & { can: Can<'record'> }
  >(),
  'charters.detail': query(visible, z.strictObject({ id })).returns<CharterDetail>(),
  'charters.versions': query(visible, z.strictObject({ id, cursor })).returns<Page<CharterVersionLine>>(),
  /** One version beside another one; left out: beside the one before. */
  'charters.version': query(
    visible,
    z.strictObject({
      id,
      number: z.int().min(1).max(10_000),
      against: z.int().min(1).max(10_000).nullable().default(null),
    }),
  ).returns<CharterVersionLine & { against: number | null; difference: ArticleDifference[] }>(),
  'charters.record': command(
    officers,
    z.strictObject({
      clientId,
      placeId: id,
      kind: z.enum(CHARTER_KINDS, '请选择是哪一种'),
      title: text(40, '名称'),
      articles,
      decidedOn: day,
      decidedBy: text(60, '由谁通过'),
      photos: proof,
    }),
  ).returns<CharterDetail>(),
  'charters.draftChange': command(
    officers,
    z.strictObject({
      clientId,
      motionId: id,
      /** Of the motion. */
      revision,
      charterId: id,
      /** The version that was read and changed. */
      base: z.int().min(1),
      articles,
    }),
  ).returns<MotionCharter>(),
  'charters.ofMotion': query(visible, z.strictObject({ motionId: id })).returns<MotionCharter>(),
  'charters.file': command(
    officers,
    z.strictObject({
      clientId,
      id,
      revision,
      number: z.int().min(1).max(10_000),
      filedOn: day,
      office: text(40, '报给哪里'),
      photos: proof,
    }),
  ).returns<CharterDetail>(),
};
