import type { ConsoleParts } from '../parts';
import type { PersonView } from '../shapes';

/** The persons of the host project, then whoever else has called. */
export async function personsOf({ persons, journal }: ConsoleParts): Promise<PersonView[]> {
  const named = typeof persons === 'function' ? await persons() : persons;
  const views = new Map<string, PersonView>(
    named.map(({ openid, name, roles }) => [openid, { openid, name, roles, calls: 0 }]),
  );
  // Newest first: the first call of a person is the last one they made.
  for (const { openid, parent, startedAt } of journal.calls()) {
    if (openid === undefined || parent !== undefined) continue;
    const view = views.get(openid) ?? { openid, calls: 0 };
    views.set(openid, { ...view, calls: view.calls + 1, lastCallAt: view.lastCallAt ?? startedAt });
  }
  return [...views.values()];
}
