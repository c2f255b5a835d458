import type { MessageIntent } from '@contract/messages';
import { change } from '../../kernel/change';
import { suggestionOf } from '../../kernel/content-check';
import { systemContext } from '../../kernel/context';
import { inTurn } from '../../kernel/in-turn';
import type { Job } from '../../kernel/job';
import type { OfficeHeld, PersonDocument } from '../../kernel/person';
import { found, Refusal } from '../../kernel/refusal';
import { persons } from './repository';
import { withoutOffices } from './rules/belonging';
import { namesAfter } from './rules/name';

const AT_ONCE = 20;

type Answer = 'passed' | 'refused' | 'unanswered';

async function answerAbout({ openid }: PersonDocument, text: string): Promise<Answer> {
  try {
    const held = await suggestionOf(openid, text);
    return held === null ? 'passed' : held === 'review' ? 'refused' : 'unanswered';
  } catch (error) {
    if (error instanceof Refusal) return 'refused';
    throw error;
  }
}

function toNamed(personId: string): MessageIntent {
  return {
    audience: { persons: [personId] },
    kind: 'claim',
    title: '您的新称呼没有通过检查',
    body: '邻居看到的还是以前的称呼。请到“我的”里换一个。',
    link: '/packages/members/privacy/index',
  };
}

/** A name that passes is the person's from now on; one that is refused is dropped for what others saw so far, and its owner is told. */
async function askAgain(person: PersonDocument, at: number, requestId: string): Promise<void> {
  const text = person.heldName?.text;
  if (text === undefined) return;
  const answer = await answerAbout(person, text);
  if (answer === 'unanswered') {
    await persons.askedAgain(person._id, text, at);
    return;
  }
  const context = systemContext(`members.askNamesAgain:${person._id}:${person.revision}`, requestId);
  await change(context, async (transaction) => {
    const now = await persons.byId(transaction, person._id);
    // Whoever chose another name meanwhile had that one checked.
    if (now?.heldName?.text === text) {
      const names = answer === 'passed' ? namesAfter(now, text, null) : { heldName: null };
      await persons.put(transaction, { ...now, ...names, revision: now.revision + 1 });
    }
    return {
      subject: { kind: 'person', id: person._id },
      path: [],
      facts: { answer },
      messages: answer === 'refused' ? [toNamed(person._id)] : [],
    };
  });
}

/** Asks the content check again about names that it gave no answer for, in turns: it answers once their owner has opened the app again (SEC-8). */
export const askNamesAgain: Job = {
  name: 'members.askNamesAgain',
  async run(now, requestId) {
    await inTurn('members.askNamesAgain', requestId, await persons.withUnansweredName(AT_ONCE), (person) =>
      askAgain(person, now, requestId),
    );
  },
};

function toFormerOfficer(personId: string, { placeName }: OfficeHeld): MessageIntent {
  return {
    audience: { persons: [personId] },
    kind: 'office',
    title: `您在${placeName}的职务任期已满`,
    body: '如要继续担任，请联系任命您的社区或街道。',
    link: '/pages/mine/index',
  };
}

async function endTermsOf({ _id, revision }: PersonDocument, at: number, requestId: string): Promise<void> {
  const context = systemContext(`members.endTerms:${_id}:${revision}`, requestId);
  await change(context, async (transaction) => {
    const person = found(await persons.byId(transaction, _id));
    const ended = person.offices.filter((held) => held.untilAt <= at);
    await persons.put(transaction, withoutOffices(person, ended, at));
    return {
      subject: { kind: 'person', id: _id },
      path: ended[0]?.path ?? [],
      facts: { offices: ended.map(({ id }) => id) },
      messages: ended.map((held) => toFormerOfficer(_id, held)),
    };
  });
}

/** Takes offices whose term is over from their people: they had no power any more, now they get no notices either (MEM-6, MEET-9). */
export const endTerms: Job = {
  name: 'members.endTerms',
  async run(now, requestId) {
    await inTurn('members.endTerms', requestId, await persons.withEndedTerm(now, AT_ONCE), (person) =>
      endTermsOf(person, now, requestId),
    );
  },
};
