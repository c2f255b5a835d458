import type { MessageIntent } from '@contract/messages';
import type { TimelineNote } from '@contract/timeline';
import { type Context, newId } from './context';
import type { Transaction } from './database';
import { keepPhotos } from './photo-records';
import { store } from './reader';
import { Refusal } from './refusal';
import { transact } from './transact';

/** Collection `audit`: one entry for each change of state, written in the same transaction, sealed later by the timer. */
export interface AuditEntry {
  /** The command's id: the entry is also the proof that the command has been carried out. */
  _id: string;
  at: number;
  actorId: string;
  actorName: string;
  action: string;
  subject: { kind: string; id: string };
  /** From the city down to the place that the change belongs to. */
  path: string[];
  /** The proposal whose timeline shows it, or null. */
  matterId: string | null;
  timeline: TimelineNote | null;
  facts: Record<string, unknown>;
  inputHash: string;
  sealed: boolean;
}

/** Collection `outbox`: a message that must not be lost; the timer delivers it. */
export interface OutboxDocument extends MessageIntent {
  _id: string;
  state: 'pending' | 'sent';
  createdAt: number;
  /** Where the delivery to a large audience goes on. */
  cursor: string | null;
}

/** What a change was, told by the use-case that made it. */
export interface Change {
  subject: { kind: string; id: string };
  path: string[];
  /** Set where it already is as asked for: nothing is written, not even an entry. */
  unchanged?: true;
  matterId?: string | null;
  /** Further matters whose timelines show the same line: a meeting has several on its agenda. */
  otherMatterIds?: string[];
  /** A line of the matter's public timeline; null for what is nobody's business there. */
  timeline?: TimelineNote | null;
  /** What changed, in ids, numbers and codes; no names, no texts. */
  facts?: Record<string, unknown>;
  messages?: MessageIntent[];
}

/** What the photos of a change are known by for good; its own key, for some facts say how many there are. */
function hashesOf({ photos = [] }: Context): { photoHashes?: string[] } {
  return photos.length > 0 ? { photoHashes: photos.map(({ sha256 }) => sha256) } : {};
}

function entryOf(context: Context, change: Change): AuditEntry {
  return {
    _id: context.commandId,
    at: context.now,
    actorId: context.actor.personId,
    actorName: context.actor.person?.name ?? '系统',
    action: context.action,
    subject: change.subject,
    path: change.path,
    matterId: change.matterId ?? null,
    timeline: change.timeline ?? null,
    facts: { ...change.facts, ...hashesOf(context) },
    inputHash: context.inputHash,
    sealed: false,
  };
}

/** The entry of the change itself first; then one for each further matter, so that each timeline is read by its own id. */
function entriesOf(context: Context, change: Change): AuditEntry[] {
  const entry = entryOf(context, change);
  const others = (change.otherMatterIds ?? []).map((matterId) => ({
    ...entry,
    _id: newId(context, `matter:${matterId}`),
    matterId,
  }));
  return [entry, ...others];
}

function outboxOf(context: Context, intents: readonly MessageIntent[]): OutboxDocument[] {
  return intents.map((intent, n) => ({
    _id: newId(context, 'message', n),
    ...intent,
    state: 'pending',
    createdAt: context.now,
    cursor: null,
  }));
}

/** Whether this command was carried out before, by an earlier call whose answer was lost. */
export async function carriedOut(context: Context): Promise<boolean> {
  const before = await store.get<AuditEntry>('audit', context.commandId);
  return before?.inputHash === context.inputHash;
}

/**
 * Carries out a command once: documents, audit entry, messages and the record of its photos in one transaction. The same command sent again finds its audit entry and
 * changes nothing; the id of its subject comes back, so that the caller answers with the present view.
 * @throws Refusal CLIENT_ID_REUSED when the same client id came with another input; whatever `body` refuses.
 */
export async function change(
  context: Context,
  body: (transaction: Transaction) => Promise<Change>,
): Promise<{ subjectId: string; repeated: boolean }> {
  return transact(async (transaction) => {
    const before = await transaction.get<AuditEntry>('audit', context.commandId);
    if (before) {
      if (before.inputHash !== context.inputHash) throw new Refusal('CLIENT_ID_REUSED');
      return { subjectId: before.subject.id, repeated: true };
    }
    const made = await body(transaction);
    if (made.unchanged) return { subjectId: made.subject.id, repeated: true };
    await keepPhotos(transaction, context, made);
    for (const entry of entriesOf(context, made)) await transaction.insert('audit', entry);
    for (const message of outboxOf(context, made.messages ?? [])) await transaction.insert('outbox', message);
    return { subjectId: made.subject.id, repeated: false };
  });
}
