import type { CallOutput, CallRequest } from '../../../contract/calls';
import type { Choice } from '../../../contract/decision';
import type { Person } from '../community/people';
import { forAll } from '../gateway';
import { Random } from '../random';
import type { Yard } from '../yard';

type Detail = CallOutput<'motions.detail'>;
export type Question = Omit<CallRequest<'motions.draft'>, 'clientId'>;

export interface Ballot {
  by: Person;
  choice: Choice;
}

/** Who votes how: as many of each choice as asked, spread over the voters as if by chance; the rest of the voters stay away. */
export function ballots(voters: readonly Person[], counts: Partial<Record<Choice, number>>): Ballot[] {
  const choices = (Object.entries(counts) as [Choice, number][]).flatMap(([choice, count]) =>
    Array.from({ length: count }, () => choice),
  );
  if (choices.length > voters.length) {
    throw new Error(`${choices.length} ballots of ${voters.length} voters`);
  }
  const mixed = new Random(choices.length).shuffled(choices);
  return mixed.flatMap((choice, n) => {
    const by = voters[n];
    return by ? [{ by, choice }] : [];
  });
}

/** One motion, from its draft to the last ballot. */
export class Vote {
  private known: Detail | undefined;

  constructor(private readonly yard: Yard) {}

  get detail(): Detail {
    if (!this.known) throw new Error('not drafted yet');
    return this.known;
  }

  async draft(by: Person, question: Question): Promise<void> {
    this.known = await this.yard.phone(by).tell('motions.draft', question);
  }

  /** After another call than this class's changed it. */
  async refresh(by: Person): Promise<void> {
    this.known = await this.yard.phone(by).ask('motions.detail', { id: this.detail.id });
  }

  async announce(by: Person): Promise<void> {
    const { id, revision } = this.detail;
    this.known = await this.yard.phone(by).tell('motions.announce', { id, revision });
  }

  /** Each opens the vote and casts for whatever home or owner group they may. Rejects for somebody who may not at all. */
  cast(given: readonly Ballot[]): Promise<void> {
    return forAll(given, async ({ by, choice }) => {
      const phone = this.yard.phone(by);
      const { id: motionId, mine } = await phone.ask('motions.detail', { id: this.detail.id });
      const own = mine.filter(({ may }) => may === null);
      if (own.length === 0) throw new Error(`${by.openid} has no vote in ${this.detail.title}`);
      for (const { entryId, ballot } of own) {
        const replaces = ballot?.revision ?? 0;
        await phone.tell('motions.castBallot', { motionId, entryId, choice, replaces });
      }
    });
  }
}
