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
function signaturesOf(version: VersionHeader, signed: readonly SignatureDocument[]): MinutesSignature[] {
  const { chair, recorder, number } = version;
  return [
    ...(chair ? [{ role: 'chair' as const, name: chair.name, at: chair.at }] : []),
    ...(recorder ? [{ role: 'recorder' as const, name: recorder.name, at: recorder.at }] : []),
    ...signed
      .filter((one) => one.number === number)
      .sort((one, other) => one.at - other.at)
      .map(({ name, at }) => ({ role: 'attendee' as const, name, at })),
  ];
}

export function versionView(version: VersionHeader, signed: readonly SignatureDocument[]): MinutesVersion {
  const { number, by, at, change, hash } = version;
  return { number, by, at, change, hash, signatures: signaturesOf(version, signed) };
}

function correctionView(asked: CorrectionDocument, readsHeld: boolean): MinutesCorrection {
  const { _id: id, itemId, by, at, state, answer } = asked;
  const held = asked.held !== null;
  const shown = !held || readsHeld;
  const { wrong, should } = shown ? asked : { wrong: '', should: '' };
  return { id, itemId, wrong, should, held, by, at, state, answer };
}

export interface Around extends Case {
  words: MinutesWords | null;
  corrections: readonly CorrectionDocument[];
  signatures: readonly SignatureDocument[];
}

/** The whole record of a meeting's minutes as this person sees it; the draft is for those who write it (MIN-2). */
export function recordView(actor: Actor, now: number, around: Around): MinutesRecord {
  const { meeting, record, words } = around;
  const writes = mayPlan(actor, now, meeting.path) === null;
  const open = around.corrections.find(({ state }) => state === 'open') ?? null;
  return {
    meetingId: meeting._id,
    meetingTitle: meeting.title,
    placeName: meeting.placeName,
    agenda: meeting.agenda.map(({ id, title }) => ({ id, title })),
    versions: (record?.versions ?? []).map((version) => versionView(version, around.signatures)).reverse(),
    words,
    correctionsUntil: record?.correctionsUntil ?? null,
    corrections: [...around.corrections]
      .sort((one, other) => other.at - one.at)
      .map((asked) => correctionView(asked, writes || asked.personId === actor.personId)),
    final: record?.final ?? null,
    draft: writes ? (record?.draft ?? null) : null,
    draftRevision: record?.draftRevision ?? 0,
    meetingRevision: meeting.revision,
    can: abilities(actor, now, around, open),
  };
}
