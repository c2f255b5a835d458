import type {
  MinutesCorrection,
  MinutesRecord,
  MinutesSignature,
  MinutesVersion,
  MinutesWords,
} from '@contract/minutes';
import type { Actor } from '../../kernel/person';
import { mayPlan } from '../meetings/policy';
import type { CorrectionDocument, SignatureDocument, VersionHeader } from './documents';
import { abilities, type Case } from './policy';

/** Who was there is told as numbers (SEC-9); whoever signs puts their name to it knowingly. */
export function signatureView({ name, at }: SignatureDocument): MinutesSignature {
  return { role: 'attendee', name, at };
}

/** Of those who were there: the ones that are shown, and how many there are. */
export interface Signed {
  shown: readonly SignatureDocument[];
  count: number;
}

export function versionView(version: VersionHeader, there: Signed): MinutesVersion {
  const { number, by, at, change, hash, chair, recorder } = version;
  const seated: MinutesSignature[] = [
    ...(chair ? [{ role: 'chair' as const, name: chair.name, at: chair.at }] : []),
    ...(recorder ? [{ role: 'recorder' as const, name: recorder.name, at: recorder.at }] : []),
  ];
  const signatures = [...seated, ...there.shown.map(signatureView)];
  return { number, by, at, change, hash, signatures, signed: seated.length + there.count };
}

/** What the content check holds back is for its author and those who answer (SEC-8). */
export function correctionView(
  { personId }: Actor,
  writes: boolean,
  asked: CorrectionDocument,
): MinutesCorrection {
  const { _id: id, itemId, by, at, state, answer } = asked;
  const held = asked.held !== null;
  const shown = !held || writes || asked.personId === personId;
  const { wrong, should } = shown ? asked : { wrong: '', should: '' };
  return { id, itemId, wrong, should, held, by, at, state, answer };
}

export interface Around extends Case {
  words: MinutesWords | null;
  /** The newest first. */
  corrections: readonly CorrectionDocument[];
  /** How many were asked for in all. */
  asked: number;
  /** By the number of the version. */
  signatures: ReadonlyMap<number, Signed>;
}

const NOBODY: Signed = { shown: [], count: 0 };

/** The record of a meeting's minutes as this person sees it; the draft is for those who write it (MIN-2). */
export function recordView(actor: Actor, now: number, around: Around): MinutesRecord {
  const { meeting, record, words, asked, signatures } = around;
  const writes = mayPlan(actor, now, meeting.path) === null;
  const open = record?.open ?? 0;
  return {
    meetingId: meeting._id,
    meetingTitle: meeting.title,
    placeName: meeting.placeName,
    agenda: meeting.agenda.map(({ id, title }) => ({ id, title })),
    versions: (record?.versions ?? [])
      .map((version) => versionView(version, signatures.get(version.number) ?? NOBODY))
      .reverse(),
    words,
    correctionsUntil: record?.correctionsUntil ?? null,
    corrections: around.corrections.map((one) => correctionView(actor, writes, one)),
    asked,
    open,
    final: record?.final ?? null,
    draft: writes ? (record?.draft ?? null) : null,
    draftRevision: record?.draftRevision ?? 0,
    meetingRevision: meeting.revision,
    can: abilities(actor, now, around, open > 0 ? { state: 'open' } : null),
  };
}
