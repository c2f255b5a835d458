import type { CallRequest } from '../../../contract/calls';
import type { Stance } from '../../../contract/discussion';
import type { Person } from '../community/people';
import type { Yard } from '../yard';

type Post = CallRequest<'discussion.post'>;

export interface Line {
  by: Person;
  stance: Stance;
  text: string;
  /** The line that this one answers, by its place in the talk. */
  to?: number;
}

/** People speak at whatever hour they have time; this is how long they leave between each other. */
const PAUSE_MS = 41 * 60_000;

/**
 * A talk under a proposal or motion, from an instant on.
 * @param subject asked when the talk begins: what it is about may not be there yet when it is told
 * @param then gets the opinions' ids in the order of the lines
 */
export function talk(
  yard: Yard,
  fromAt: number,
  subject: () => { kind: Post['subjectKind']; id: string },
  lines: readonly Line[],
  then: (ids: readonly string[]) => Promise<unknown> = () => Promise.resolve(),
): void {
  const ids: string[] = [];
  lines.forEach(({ by, stance, text, to }, n) => {
    yard.story.on(fromAt + n * PAUSE_MS, async () => {
      const { kind: subjectKind, id: subjectId } = subject();
      const replyTo = to === undefined ? undefined : ids[to];
      const input = { subjectKind, subjectId, stance, text, replyTo };
      const opinion = await yard.phone(by).tell('discussion.post', input);
      ids.push(opinion.id);
    });
  });
  yard.story.on(fromAt + lines.length * PAUSE_MS, () => then(ids));
}
