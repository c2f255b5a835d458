import type { OutboxDocument } from '../../kernel/change';
import { idOf } from '../../kernel/ids';
import type { PersonDocument } from '../../kernel/person';
import { sendSubscriptionMessage } from '../../kernel/subscription-message';
import { persons } from '../members/repository';
import { type InboxDocument, outbox, putIntoInbox, subscriptions } from './repository';
import { cutTo, THING_CHARACTERS } from './rules';
import { templates } from './templates';

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

/** Beside the inbox, where the person still has an acceptance; used up first, so that nothing is sent twice (MSG-3). */
async function sendOutside(
  { kind, title, body, link }: OutboxDocument,
  person: PersonDocument,
): Promise<void> {
  const template = templates()[kind];
  if (!template || !(await subscriptions.use(person._id, template.id))) return;
  const fields = {
    [template.title]: cutTo(title, THING_CHARACTERS),
    [template.body]: cutTo(body, THING_CHARACTERS),
  };
  const page = link.replace(/^\//, '');
  await sendSubscriptionMessage({ openid: person.openid, templateId: template.id, page, fields });
}

/** Exactly once in the app: the id is made of message and person, so a second delivery finds the first (MSG-2). */
async function deliverTo(message: OutboxDocument, person: PersonDocument): Promise<void> {
  // Whoever has left hears of nothing any more (KEEP-2).
  if (person.leftAt !== undefined) return;
  if (await putIntoInbox(inboxOf(message, person._id))) await sendOutside(message, person);
}

interface AudiencePage {
  people: PersonDocument[];
  /** Where the next page begins; null at the end. */
  next: string | null;
}

async function audiencePage({ audience }: OutboxDocument, after: string | null): Promise<AudiencePage> {
  if ('placeId' in audience) {
    const people = await persons.pageInPlace(audience.placeId, after, PAGE);
    return { people, next: people.length === PAGE ? (people.at(-1)?._id ?? null) : null };
  }
  const named = [...new Set(audience.persons)].sort().filter((id) => after === null || id > after);
  const ids = named.slice(0, PAGE);
  return { people: await persons.byIds(ids), next: named.length > PAGE ? (ids.at(-1) ?? null) : null };
}

/** Delivers one message to its whole audience, page by page; where it was broken off, it goes on. */
export async function deliver(message: OutboxDocument, now: number): Promise<void> {
  let after = message.cursor;
  do {
    const { people, next } = await audiencePage(message, after);
    await Promise.all(people.map((person) => deliverTo(message, person)));
    if (next !== null) await outbox.advance(message._id, next);
    after = next;
  } while (after !== null);
  await outbox.markSent(message._id, now);
}
