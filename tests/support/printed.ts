import type { AuditLine } from '@contract/audit';
import type { CallRequest } from '@contract/calls';
import { readWord, type WordText } from './docx';
import type { TestCloud } from './local-cloud';
import type { PersonKey } from './motions';
import { freshId, type SmallCommunity } from './persons';

export type Asked = Omit<CallRequest<'documents.show'>, 'clientId'>;
type Printed = Awaited<ReturnType<ReturnType<typeof printedCallsOf>['show']>>;

/** All text of a paper, each part on lines of its own. */
export const wordsOf = ({ blocks }: Printed): string =>
  blocks
    .map((block) => {
      const { kind: _kind, ...said } = block;
      return JSON.stringify(said, (key, value: unknown) => (key === 'image' ? undefined : value));
    })
    .join('\n');

/** The calls on papers of one small community. */
export function printedCallsOf(cloud: TestCloud, yard: SmallCommunity) {
  const as = (person: PersonKey) => cloud.as(yard.people[person].openid);
  const file = async (fileId: string) => {
    const path = fileId.replace(/^cloud:\/\/[^/]+\//, '');
    return fetch(`${cloud.cloud.url}/storage/${path}?token=${cloud.cloud.token}`, {
      headers: { 'X-Local-Token': cloud.cloud.token },
    });
  };
  return {
    as,
    file,
    show: (by: PersonKey, asked: Asked, clientId = freshId()) =>
      as(by).call('documents.show', { clientId, ...asked }),
    word: (by: PersonKey, asked: Asked, clientId = freshId()) =>
      as(by).call('documents.word', { clientId, ...asked }),
    /** The Word file as somebody opens it. */
    async opened(by: PersonKey, asked: Asked): Promise<WordText> {
      const { fileId } = await as(by).call('documents.word', { clientId: freshId(), ...asked });
      return readWord(Buffer.from(await (await file(fileId)).arrayBuffer()));
    },
    /** Actions of the audit record that name papers, with what was made. */
    async recorded(motionId: string) {
      const made: AuditLine[] = [];
      for (let cursor: string | null | undefined; cursor !== null; ) {
        const page = await as('secretary').call('audit.entries', { placeId: 'xingfuli', cursor });
        made.push(...page.items.filter(({ subject }) => subject.id === motionId));
        cursor = page.next;
      }
      return made.filter(({ action }) => action.startsWith('documents.'));
    },
  };
}
