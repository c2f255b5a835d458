import type { MessageIntent } from '@contract/messages';
import { change } from '../../kernel/change';
import { systemContext } from '../../kernel/context';
import type { HomeDocument } from '../members/documents';
import { homes, persons } from '../members/repository';
import type { BatchDocument, VersionDocument } from './documents';

const AT_ONCE = 20;

function toPeople(home: HomeDocument, personIds: string[]): MessageIntent {
  return {
    audience: { persons: personIds },
    kind: 'claim',
    title: `${home.label}已不在名册里`,
    body: '社区换了新的房屋名册，里面没有这套房。以后的表决不再算它；正在进行的表决不变。觉得不对，请联系社区。',
    link: '/packages/members/homes/index',
  };
}

/** Homes that the version does not have: they stay with their ties, are not counted any more, and their people are told (REG-10). */
export async function markGone(
  { n, gone }: Extract<BatchDocument, { holds: 'gone' }>,
  version: VersionDocument,
  requestId: string,
): Promise<void> {
  for (let from = 0; from < gone.length; from += AT_ONCE) {
    const context = systemContext(`register.gone:${version._id}:${n}:${from}`, requestId);
    const ids = gone.slice(from, from + AT_ONCE).map(({ homeId }) => homeId);
    await change(context, async (transaction) => {
      const messages: MessageIntent[] = [];
      for (const home of await homes.byIds(transaction, ids)) {
        if (home.goneAt) continue;
        await homes.put(transaction, { ...home, goneAt: context.now, revision: home.revision + 1 });
        const people = (await persons.ofHome(transaction, home._id)).map(({ _id }) => _id);
        if (people.length > 0) messages.push(toPeople(home, people));
      }
      const subject = { kind: 'register', id: version.placeId };
      return { subject, path: version.path, facts: { gone: ids }, messages };
    });
  }
}
