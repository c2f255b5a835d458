import { characters } from '../community/characters';
import type { Person } from '../community/people';
import { forAll } from '../gateway';
import type { Yard } from '../yard';

/** Reads whatever has come to somebody so far. */
async function readAll(yard: Yard, person: Person): Promise<void> {
  const phone = yard.phone(person);
  let cursor: string | null = null;
  do {
    const { items, next }: { items: { id: string }[]; next: string | null } = await phone.ask(
      'messages.list',
      {
        cursor,
      },
    );
    const ids = items.map(({ id }) => id);
    if (ids.length > 0) await phone.tell('messages.markRead', { ids });
    cursor = next;
  } while (cursor !== null);
}

/** The demo persons know the older messages: what is unread is of the last two days. */
export function tellInbox(yard: Yard): void {
  const { story, calendar } = yard;
  const readers = Object.values<Person>(characters).filter(({ roles, since }) => roles && since < -3);
  yard.timerAt(calendar.at(-2, '06:00'));
  // Messages to a whole estate are many: delivered in between, none of these runs has too much to do on a busy machine.
  for (const day of [-12, -2, -1]) yard.timerAt(calendar.at(day, '21:30'));
  story.on(calendar.at(-2, '07:00'), () => forAll(readers, (person) => readAll(yard, person)));
  yard.timerAt(calendar.nowAt);
}
