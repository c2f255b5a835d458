import { z } from 'zod';
import { command, query } from './call';
import type { Can, Page } from './envelope';
import { clientId, cursor, id, optionalText, text } from './fields';
import { CONVENING_OFFICES, type Office, OFFICES } from './roles';

/** Who confirms a version: whoever chaired, whoever took the minutes, whoever was there. */
export const SIGNER_ROLES = ['chair', 'recorder', 'attendee'] as const;
export type SignerRole = (typeof SIGNER_ROLES)[number];

export interface MinutesWords {
  text: string;
  items: { itemId: string; text: string }[];
}

export interface MinutesSignature {
  role: SignerRole;
  name: string;
  at: number;
}

/** One released version without its words; it never changes (MIN-1). */
export interface MinutesVersion {
  /** From 1 on. */
  number: number;
  by: string;
  at: number;
  /** What was changed and why; empty of the first. */
  change: string;
  /** sha256 of its content and of the version before it, hex (docs/decisions/0014). */
  hash: string;
  /** Who chaired, who wrote it, and the first of those who were there; the others come in pages, `minutes.signatures`. */
  signatures: MinutesSignature[];
  /** How many confirmed it in all. */
  signed: number;
}

/** What somebody who was there wants to have corrected, and what became of it. */
export interface MinutesCorrection {
  id: string;
  /** The item of the agenda, or null: the minutes as a whole. */
  itemId: string | null;
  /** Empty while the content check holds the text back from this reader. */
  wrong: string;
  should: string;
  /** The content check has not passed it: only its author and the offices read it. */
  held: boolean;
  by: string;
  at: number;
  state: 'open' | 'adopted' | 'declined';
  /** `version`: the one that took it over, or null. */
  answer: { reason: string; by: string; at: number; version: number | null } | null;
}

export interface MinutesRecord {
  meetingId: string;
  meetingTitle: string;
  placeName: string;
  agenda: { id: string; title: string }[];
  /** Newest first; empty before the first is released. */
  versions: MinutesVersion[];
  /** Of the newest version. */
  words: MinutesWords | null;
  /** The last instant for asking for a correction; null before the first release. */
  correctionsUntil: number | null;
  /** The newest; the others come in pages, `minutes.corrections`. */
  corrections: MinutesCorrection[];
  /** How many were asked for in all, and how many wait for an answer. */
  asked: number;
  open: number;
  /** Set once the time for corrections is over and none is open (MIN-6). */
  final: { number: number; hash: string; at: number } | null;
  /** For those who write them alone. */
  draft: (MinutesWords & { by: string; at: number }) | null;
  draftRevision: number;
  meetingRevision: number;
  can: Can<'draft' | 'release' | 'ask' | 'answer' | 'signChair' | 'signRecorder' | 'signAttendee'>;
}

/** What is said: the whole, and of each item on the agenda. */
export const minutesWords = {
  text: text(5000, '会议纪要'),
  items: z
    .array(z.strictObject({ itemId: z.string().max(40), text: text(2000, '议题纪要') }))
    .max(12)
    .refine((said) => new Set(said.map((item) => item.itemId)).size === said.length, '议题重复了')
    .default([]),
};

/** Beside the words of a version that follows another one. */
export const minutesChange = {
  change: optionalText(300, '改了什么、为什么改').default(''),
  /** Corrections that this version takes over. */
  adopts: z.array(id).max(100, '一次最多采纳100条更正').default([]),
};

const SEATED: Office[] = [
  'residents-committee',
  'villagers-committee',
  'residents-delegate',
  'villagers-delegate',
];
const officers = { roles: CONVENING_OFFICES, relation: 'office-place' } as const;
const visible = { roles: ['resident', ...OFFICES], relation: 'visible' } as const;

export const minutesCalls = {
  /** `id` is the meeting's in all of these. */
  'minutes.record': query(visible, z.strictObject({ id })).returns<MinutesRecord>(),
  'minutes.version': query(visible, z.strictObject({ id, number: z.int().min(1).max(10_000) })).returns<
    MinutesVersion & { words: MinutesWords }
  >(),
  /** The newest first; `open`: only those that wait for an answer. */
  'minutes.corrections': query(
    visible,
    z.strictObject({ id, open: z.boolean().default(false), cursor }),
  ).returns<Page<MinutesCorrection>>(),
  /** Those who were there and confirmed this version, in the order in which they did. */
  'minutes.signatures': query(
    visible,
    z.strictObject({ id, number: z.int().min(1).max(10_000), cursor }),
  ).returns<Page<MinutesSignature>>(),
  'minutes.saveDraft': command(
    officers,
    z.strictObject({
      clientId,
      id,
      /** 0 for the first. */
      draftRevision: z.int().min(0),
      text: z.string().trim().max(5000, '会议纪要最多5000个字'),
      items: minutesWords.items,
    }),
  ).returns<MinutesRecord>(),
  'minutes.askCorrection': command(
    { roles: ['resident', ...SEATED], relation: 'same-place', perTenMinutes: 20 },
    z.strictObject({
      clientId,
      id,
      itemId: z.string().max(40).nullable().default(null),
      wrong: text(500, '哪里不对'),
      should: text(500, '应当怎么写'),
    }),
  ).returns<MinutesRecord>(),
  'minutes.declineCorrection': command(
    officers,
    z.strictObject({ clientId, id, correctionId: id, reason: text(300, '不采纳的理由') }),
  ).returns<MinutesRecord>(),
  'minutes.sign': command(
    visible,
    z.strictObject({
      clientId,
      id,
      number: z.int().min(1).max(10_000),
      hash: z.string().regex(/^[0-9a-f]{64}$/, '请看过最新的纪要再签字'),
      role: z.enum(SIGNER_ROLES, '请选择以什么身份签字'),
    }),
  ).returns<MinutesRecord>(),
};
