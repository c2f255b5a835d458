import type { MinutesRecord, MinutesWords } from '@contract/minutes';
import type { Context } from '../../kernel/context';
import { store } from '../../kernel/reader';
import { found } from '../../kernel/refusal';
import type { MeetingDocument } from '../meetings/documents';
import { requireSeen } from '../meetings/expected';
import { attendances, meetings } from '../meetings/repository';
import type { MinutesDocument, SignatureDocument } from './documents';
import { recordOf } from './record';
import { corrections, minutesVersions, signatures } from './repository';
import { type Around, recordView, type Signed } from './views';

/**
 * The words of the newest version in the record, and of no other: whoever signs its hash reads what it stands for, also where another
 * version comes out while this one is read (MIN-7). Minutes from before there were versions stand in the meeting alone.
 */
async function wordsOf(
  record: MinutesDocument | null,
  meeting: MeetingDocument,
): Promise<MinutesWords | null> {
  const newest = record?.versions.at(-1);
  if (!newest) return null;
  const { text, items } = found(
    (await minutesVersions.byNumber(store, meeting._id, newest.number)) ?? meeting.minutes,
  );
  return { text, items };
}

/** Versions of which the record shows who was there and confirmed them; of older ones how many, until they are asked for. */
const SHOWN_VERSIONS = 5;

/** Who was there and confirmed a version: the first of them and how many. */
export async function signedOf(meetingId: string, number: number, count: number): Promise<Signed> {
  if (count === 0) return { shown: [], count };
  return { shown: (await signatures.page(meetingId, number, null)).items, count };
}

type Lists = Pick<Around, 'corrections' | 'asked' | 'signatures'>;

/** The first page of what can be longer than an answer. */
async function firstPages(meetingId: string, newest: number): Promise<Lists> {
  const [page, asked, counts] = await Promise.all([
    corrections.page(meetingId, false, null),
    corrections.count(meetingId),
    signatures.counts(meetingId),
  ]);
  const signed = [...counts].map(async ([number, count]) => {
    const shown = number > newest - SHOWN_VERSIONS;
    return [number, shown ? await signedOf(meetingId, number, count) : { shown: [], count }] as const;
  });
  return { corrections: page.items, asked, signatures: new Map(await Promise.all(signed)) };
}

/** All of it, as paper has it (DOC-13). */
async function wholeLists(meetingId: string): Promise<Lists> {
  const [asked, signed] = await Promise.all([
    corrections.ofMeeting(meetingId),
    signatures.ofMeeting(meetingId),
  ]);
  const byVersion = new Map<number, SignatureDocument[]>();
  for (const one of signed.sort((a, b) => a.at - b.at))
    byVersion.set(one.number, [...(byVersion.get(one.number) ?? []), one]);
  const of = [...byVersion].map(([number, shown]) => [number, { shown, count: shown.length }] as const);
  const newestFirst = asked.sort((one, other) => other.at - one.at);
  return { corrections: newestFirst, asked: asked.length, signatures: new Map(of) };
}

/** The record of the minutes of a meeting that the caller sees, read afresh. */
async function presentRecord(
  context: Context,
  meeting: MeetingDocument,
  whole: boolean,
): Promise<MinutesRecord> {
  const { actor, now } = context;
  const { _id: meetingId } = meeting;
  const { personId } = actor;
  const record = await recordOf(store, meeting);
  const newest = record?.versions.at(-1)?.number ?? 0;
  const [attendance, mine, lists] = await Promise.all([
    attendances.ofPerson(store, meetingId, personId),
    signatures.ofPerson(store, meetingId, newest, personId),
    whole ? wholeLists(meetingId) : firstPages(meetingId, newest),
  ]);
  return recordView(actor, now, {
    meeting,
    record,
    attended: attendance !== null,
    signed: mine !== null,
    words: await wordsOf(record, meeting),
    ...lists,
  });
}

export async function meetingSeen(context: Context, meetingId: string): Promise<MeetingDocument> {
  const meeting = found(await meetings.byId(store, meetingId));
  await requireSeen(context, meeting);
  return meeting;
}

export async function presentById(context: Context, meetingId: string): Promise<MinutesRecord> {
  return presentRecord(context, await meetingSeen(context, meetingId), false);
}

/** With each correction and each confirmation, for paper: it has no page to turn to. */
export async function presentWhole(context: Context, meetingId: string): Promise<MinutesRecord> {
  return presentRecord(context, await meetingSeen(context, meetingId), true);
}
