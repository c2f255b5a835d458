import type { MinutesWords } from '@contract/minutes';
import type { MessageIntent } from '@contract/messages';
import { type Context, personOf } from '../../kernel/context';
import type { Transaction } from '../../kernel/database';
import { enforce, found, Refusal } from '../../kernel/refusal';
import type { MeetingDocument } from '../meetings/documents';
import type { CorrectionDocument, MinutesDocument, VersionHeader } from './documents';
import { mayAnswer } from './policy';
import { emptyRecord, hashOfVersion, recordToWrite } from './record';
import { corrections, minutes, minutesVersions } from './repository';
import { correctionsUntil, sameWords } from './rules';

export interface Release extends MinutesWords {
  change: string;
  adopts: readonly string[];
  /** Of the draft that its writer had read; null: of none. */
  draftRevision: number | null;
}

export const minutesLink = (meetingId: string) => `/packages/meetings/record/index?id=${meetingId}`;

/** Takes over what was asked for: each correction is open and of this meeting, and is answered with the version (MIN-4). */
async function adopt(
  transaction: Transaction,
  context: Context,
  meeting: MeetingDocument,
  ids: readonly string[],
  version: VersionHeader,
): Promise<CorrectionDocument[]> {
  const taken: CorrectionDocument[] = [];
  for (const id of new Set(ids)) {
    const asked = found(await corrections.byId(transaction, id));
    if (asked.meetingId !== meeting._id) throw new Refusal('NOT_FOUND');
    enforce(mayAnswer(context.actor, context.now, meeting, asked));
    const answer = { reason: '', by: version.by, at: version.at, version: version.number };
    // What an officer took into the minutes is for everybody to read (SEC-8).
    await corrections.put(transaction, { ...asked, held: null, state: 'adopted', answer });
    taken.push(asked);
  }
  return taken;
}

function takenOver(meeting: MeetingDocument, asked: CorrectionDocument, number: number): MessageIntent {
  return {
    audience: { persons: [asked.personId] },
    kind: 'meeting',
    title: '您提的纪要更正已采纳',
    body: `${meeting.title}：已写进纪要第${number}版。`,
    link: minutesLink(meeting._id),
  };
}

function requireReason(before: VersionHeader | null, { change }: Release): void {
  if (before && change === '') throw new Refusal('INVALID_INPUT', { change: '请写明改了什么、为什么改' });
}

function requireDraftRead({ draft, draftRevision }: MinutesDocument, read: Release): void {
  if (draft && (read.draftRevision ?? 0) !== draftRevision) throw new Refusal('STALE');
}

export interface Released {
  version: VersionHeader;
  /** To whom corrections are answered by it. */
  messages: MessageIntent[];
  adopted: string[];
}

/**
 * Writes the next version down: immutable, with the hash of the one before; the time for corrections begins anew, and whoever signed
 * the earlier one has signed that one only (MIN-1, MIN-3, MIN-8).
 * @throws Refusal INVALID_INPUT where a later version gives no reason; MINUTES_UNCHANGED; CORRECTION_ANSWERED; STALE where somebody
 * kept a draft that the writer has not read: it would be gone with the release (MIN-2)
 */
export async function releaseVersion(
  transaction: Transaction,
  context: Context,
  meeting: MeetingDocument,
  release: Release,
): Promise<Released> {
  const record = (await recordToWrite(transaction, meeting)) ?? emptyRecord(meeting);
  const before = record.versions.at(-1) ?? null;
  const { text, items } = release;
  requireDraftRead(record, release);
  requireReason(before, release);
  if (before && meeting.minutes && sameWords(meeting.minutes, release))
    throw new Refusal('MINUTES_UNCHANGED');
  const { name: by, _id: byId } = personOf(context);
  const change = before ? release.change : '';
  const written = { number: (before?.number ?? 0) + 1, by, at: context.now, change };
  const hash = hashOfVersion(meeting, { ...written, text, items }, before?.hash ?? null);
  const version: VersionHeader = { ...written, byId, hash, chair: null, recorder: null };
  const { number } = written;
  const meetingId = meeting._id;
  const _id = minutesVersions.idOf(meetingId, number);
  await minutesVersions.insert(transaction, { _id, meetingId, number, text, items });
  const adopted = await adopt(transaction, context, meeting, release.adopts, version);
  await minutes.put(transaction, {
    ...record,
    versions: [...record.versions, version],
    draft: null,
    draftRevision: record.draftRevision + 1,
    state: 'released',
    open: record.open - adopted.length,
    correctionsUntil: correctionsUntil(context.now),
    final: null,
  });
  const messages = adopted.map((asked) => takenOver(meeting, asked, number));
  return { version, messages, adopted: adopted.map((asked) => asked._id) };
}
