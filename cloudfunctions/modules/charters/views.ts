import type {
  ArticleDifference,
  CharterDetail,
  CharterDraft,
  CharterSummary,
  CharterVersionLine,
  MotionCharter,
} from '@contract/charters';
import type { Page } from '@contract/envelope';
import type { Actor } from '../../kernel/person';
import type { MotionDocument } from '../motions/documents';
import { phaseOf } from '../motions/policy/phase';
import type { CharterDocument, CharterDraftDocument, VersionHeader } from './documents';
import { mayFile, mayRecord } from './policy';
import { canMakeRules, needsFiling } from './rules';
import { FILING_ARTICLE, KIND_LABELS, NOTICES, sourceWords } from './words';

/** Written from the first version on: there is always one. */
export function inForce(charter: CharterDocument): VersionHeader {
  const version = charter.versions.at(-1);
  if (!version) throw new Error(`charter ${charter._id} has no version`);
  return version;
}

export function summaryView(charter: CharterDocument): CharterSummary {
  const { _id: id, kind, title, placeName } = charter;
  const { number: current, inForceAt, filing } = inForce(charter);
  const filingMissing = needsFiling(kind) && filing === null;
  return { id, kind, kindLabel: KIND_LABELS[kind], title, placeName, current, inForceAt, filingMissing };
}

export function versionView({
  number,
  inForceAt,
  source,
  by,
  hash,
  filing,
}: VersionHeader): CharterVersionLine {
  const recorded = source.kind === 'recorded';
  return {
    number,
    inForceAt,
    source: sourceWords(source),
    link: recorded ? null : `/packages/resolutions/detail/index?id=${source.resolutionId}`,
    photos: recorded ? source.photos : [],
    by,
    hash,
    filing: filing && {
      filedOn: filing.filedOn,
      office: filing.office,
      photos: filing.photos,
      by: filing.by,
    },
  };
}

const VERSIONS_PAGE = 20;

/** Newest first; the cursor is the number of the last one that was read. */
export function versionsPage(
  { versions }: CharterDocument,
  cursor: string | null | undefined,
): Page<CharterVersionLine> {
  const read = /^\d{1,5}$/.test(cursor ?? '') ? Number(cursor) : versions.length + 1;
  const below = versions.filter(({ number }) => number < read).reverse();
  const items = below.slice(0, VERSIONS_PAGE).map(versionView);
  return { items, next: below.length > items.length ? String(items.at(-1)?.number) : null };
}

export function draftView(draft: CharterDraftDocument, motion: MotionDocument, now: number): CharterDraft {
  const { _id: motionId, base, hash, outcome } = draft;
  const { title, worth } = motion;
  const ended = motion.state === 'cancelled' ? 'no-effect' : 'drafted';
  return { motionId, title, phase: phaseOf(motion, now), worth, base, state: outcome ?? ended, hash };
}

type Around = Pick<CharterDetail, 'articles' | 'drafts' | 'earlierDrafts'>;

export function detailView(
  actor: Actor,
  now: number,
  charter: CharterDocument,
  { articles, drafts, earlierDrafts }: Around,
): CharterDetail {
  return {
    ...summaryView(charter),
    placeId: charter.placeId,
    articles,
    versions: versionsPage(charter, null).items,
    drafts,
    earlierDrafts,
    notice: NOTICES[charter.kind],
    filingArticle: needsFiling(charter.kind) ? FILING_ARTICLE : null,
    revision: charter.revision,
    can: { file: mayFile(actor, now, charter), draft: mayRecord(actor, now, charter.path) },
  };
}

/** What the vote on a change can do, or what became of it, in the words for everybody (CHART-3). */
export function effectWords(
  { kind, versions }: CharterDocument,
  { base, outcome }: CharterDraftDocument,
  { worth }: Pick<MotionDocument, 'worth'>,
): string {
  if (outcome === 'in-force') return `已经成为第${base + 1}版，一字不改。`;
  if (outcome === 'no-effect') return `没有改动，第${base}版不因这次表决改变。`;
  if (base < versions.length) {
    return `这次改的是第${base}版，另一次表决已经让第${versions.length}版生效：通过了也不改动，要照新的版本重新起草。`;
  }
  return canMakeRules(kind, worth)
    ? `表决通过并公布决议以后，成为第${base + 1}版，一字不改。`
    : '这次表决不是法定表决，通过了也不改动现行的版本。';
}

export interface MotionAround {
  charter: CharterDocument;
  draft: CharterDraftDocument;
  motion: MotionDocument;
  difference: ArticleDifference[];
  mayDraft: MotionCharter['can']['draft'];
}

export function motionCharterView(now: number, around: MotionAround): MotionCharter {
  const { charter, draft, motion, difference, mayDraft } = around;
  const { base, hash, state } = draftView(draft, motion, now);
  return {
    charterId: charter._id,
    title: charter.title,
    base,
    current: charter.versions.length,
    hash,
    state,
    effect: effectWords(charter, draft, motion),
    articles: draft.articles,
    difference,
    can: { draft: mayDraft },
  };
}
