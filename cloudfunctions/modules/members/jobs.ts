import { change } from '../../kernel/change';
import { suggestionOf } from '../../kernel/content-check';
import { systemContext } from '../../kernel/context';
import type { Job } from '../../kernel/job';
import type { PersonDocument } from '../../kernel/person';
import { Refusal } from '../../kernel/refusal';
import { persons } from './repository';
import { namesAfter } from './rules/name';

const AT_ONCE = 20;

/** The names after the check was asked again; a name that it refuses is dropped for the one that others saw so far. */
async function namesNow(
  person: PersonDocument,
  text: string,
): Promise<Pick<PersonDocument, 'name' | 'heldName'>> {
  try {
    return namesAfter(person, text, await suggestionOf(person.openid, text));
  } catch (error) {
    if (error instanceof Refusal) return { name: person.name, heldName: null };
    throw error;
  }
}

async function askAgain(person: PersonDocument, requestId: string): Promise<void> {
  const text = person.heldName?.text;
  if (text === undefined) return;
  const names = await namesNow(person, text);
  if (names.heldName?.held === 'unanswered') return;
  const context = systemContext(`members.askNamesAgain:${person._id}:${person.revision}`, requestId);
  await change(context, async (transaction) => {
    const now = await persons.byId(transaction, person._id);
    // Whoever chose another name meanwhile had that one checked.
    if (now?.heldName?.text === text) {
      await persons.put(transaction, { ...now, ...names, revision: now.revision + 1 });
    }
    return {
      subject: { kind: 'person', id: person._id },
      path: [],
      facts: { held: names.heldName?.held ?? null },
    };
  });
}

/** Asks the content check again about names that it gave no answer for (SEC-8). */
export const askNamesAgain: Job = {
  name: 'members.askNamesAgain',
  async run(_now, requestId) {
    for (const person of await persons.withUnansweredName(AT_ONCE)) await askAgain(person, requestId);
  },
};
