import { _ } from '../../kernel/cloud';
import type { OutboxDocument } from '../../kernel/change';
import { store } from '../../kernel/database';
import { isDuplicateKey } from '../../kernel/failures';
import { idOf } from '../../kernel/ids';
import type { PersonDocument } from '../../kernel/person';
import type { InboxDocument } from './repository';

const PAGE = 100;

function inboxOf(message: OutboxDocument, personId: string): InboxDocument {
  const { kind, title, body, link, createdAt } = message;
  return {
    _id: idOf('inbox', message._id, personId),
    personId,
    kind,
    title,
    body,
    link,
    createdAt,
    readAt: null,
  };
}

/** Exactly once in the app: the id is made of message and person, so a second delivery finds the first. */
async function put(message: OutboxDocument, personId: string): Promise<void> {
  try {
    await store.insert('inbox', inboxOf(message, personId));
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
  }
}

async function audiencePage(placeId: string, after: string | null): Promise<string[]> {
  const where = after === null ? { places: placeId } : { places: placeId, _id: _.gt(after) };
  const rows = await store.find<PersonDocument>('persons', where, { order: [['_id', 'asc']], limit: PAGE });
  return rows.map((person) => person._id);
}

/** Delivers one message to its whole audience, page by page; where it was broken off, it goes on. */
export async function deliver(message: OutboxDocument, now: number): Promise<void> {
  if ('persons' in message.audience) {
    for (const personId of message.audience.persons) await put(message, personId);
  } else {
    let after = message.cursor;
    for (;;) {
      const page = await audiencePage(message.audience.placeId, after);
      await Promise.all(page.map((personId) => put(message, personId)));
      after = page.at(-1) ?? after;
      if (page.length < PAGE) break;
      await store.updateWhere('outbox', { _id: message._id }, { cursor: after });
    }
  }
  await store.updateWhere('outbox', { _id: message._id }, { state: 'sent', sentAt: now });
}
