import type { Person } from '../community/people';
import { Proposal, type Said } from '../steps/proposal';
import type { Yard } from '../yard';

/** How a matter of the yard begins; instants in epoch ms. */
export interface Raised {
  placeId: string;
  by: Person;
  at: number;
  said: Said;
  cosigned: readonly (readonly [at: number, people: readonly Person[]])[];
  /** Who sorts it as 共事, and why. */
  shared: { by: Person; at: number; reason: string };
}

/** Tells how somebody raises a matter, neighbours co-sign it and an officer sorts it as 共事. */
export function raised(yard: Yard, { placeId, by, at, said, cosigned, shared }: Raised): Proposal {
  const { story } = yard;
  const proposal = new Proposal(yard, placeId);
  story.on(at, () => proposal.submit(by, said));
  for (const [when, people] of cosigned) story.on(when, () => proposal.support(people));
  story.on(shared.at, () => proposal.share(shared.by, shared.reason));
  return proposal;
}
