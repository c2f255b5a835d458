import type { Body } from '@contract/decision';
import type { Office } from '@contract/roles';
import { store } from '../../kernel/reader';
import type { PlaceDocument } from '../members/documents';
import { persons } from '../members/repository';
import { conveningLaw } from '../motions/drafting';
import { motions } from '../motions/repository';
import type { ProposalDocument } from '../proposals/documents';
import type { SupportBase } from '../proposals/rules';
import { countedPlace } from '../proposals/support';
import type { CallingDocument } from './documents';
import { callings, signatures } from './repository';
import { asOfNow, bodiesAt, counts, delegatesOf, type Signers } from './rules';

/** Where a matter's bodies are, and who counts there. */
export interface Ground {
  place: PlaceDocument;
  base: SupportBase;
  bodies: Body[];
}

const COMMITTEES: readonly Office[] = ['residents-committee', 'villagers-committee'];

/** The place whose bodies can be demanded about a matter; null where no rule lets anybody demand one. */
export async function groundOf(
  { path }: Pick<ProposalDocument, 'path'>,
  now: number,
): Promise<Ground | null> {
  const counted = await countedPlace(path, now);
  if (!counted) return null;
  const committees = await persons.over(store, counted.place.path, COMMITTEES, now);
  const bodies = bodiesAt(
    counted.place.kind,
    committees.map(({ held }) => held.office),
  );
  return bodies.length > 0 ? { ...counted, bodies } : null;
}

export async function delegatesIn(placeId: string, body: Body, now: number): Promise<Set<string>> {
  const office = delegatesOf(body);
  const held = office ? await persons.withOffice(placeId, office, now) : [];
  return new Set(held.map(({ person }) => person._id));
}

/** The signatures of a demand, each with what its person counts by as of now (CALL-7). */
export async function signersOf(callingId: string, body: Body, { place, base }: Ground, now: number) {
  const [signed, delegates] = await Promise.all([
    signatures.of(callingId),
    delegatesIn(place._id, body, now),
  ]);
  const people = await persons.ofIds(signed.map(({ personId }) => personId));
  const tiesOf = new Map(people.map(({ _id, ties }) => [_id, ties]));
  const given = signed.map((one) => {
    const here = (tiesOf.get(one.personId) ?? []).filter(({ path }) => path.includes(place._id));
    return asOfNow(one, here, base);
  });
  const all = { given, base, delegates } satisfies Signers;
  return { ...all, given: given.filter((one) => counts(body, { ...all, given: [one] })), signed };
}

export async function convenersAt(path: string[], body: Body, now: number): Promise<readonly Office[]> {
  return (await conveningLaw({ path, body }, now)).conveners;
}

/**
 * Whether a meeting or a vote of that body on the matter was announced since the demand was reached, or still lay ahead then (CALL-4):
 * one that was over before is what the signatures came after, and no answer to them.
 */
export async function announcedSince({ proposalId, body, reached }: CallingDocument): Promise<boolean> {
  if (!reached) return false;
  const since = reached.at;
  const [held, votes] = await Promise.all([
    callings.meetingsOn(proposalId),
    motions.ofProposal(store, proposalId),
  ]);
  const meeting = held.some(
    (one) => one.body === body && one.stage !== 'cancelled' && one.noticedAt !== null && one.endsAt >= since,
  );
  const vote = votes.some(
    (one) => one.body === body && one.state !== 'cancelled' && one.roll !== null && one.closesAt >= since,
  );
  return meeting || vote;
}
