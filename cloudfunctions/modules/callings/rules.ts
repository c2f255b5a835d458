import type { Body } from '@contract/decision';
import type { PlaceKind } from '@contract/places';
import type { CallingLine } from '@contract/proposals';
import type { Office } from '@contract/roles';
import type { Tie } from '../../kernel/person';
import { callingWays, callStanding } from '../motions/rules/convening';
import { seatOffices } from '../motions/rules/composition';
import { bodyAt, callingLines, countSupport, type SupportBase, type SupportGiven } from '../proposals/rules';

/** The bodies of a community, by the committee that convenes them. */
const OF_COMMITTEE: Partial<Record<Office, readonly Body[]>> = {
  'residents-committee': ['residents-assembly', 'residents-delegates'],
  'villagers-committee': ['villagers-assembly', 'villagers-delegates'],
};

/** Bodies that can be demanded about a matter of a place, by who holds office there: a village's where there is a villagers' committee. */
export function bodiesAt(kind: PlaceKind, offices: readonly Office[]): Body[] {
  const first = bodyAt(kind);
  if (first === null || kind !== 'community') return first ? [first] : [];
  const held = (Object.keys(OF_COMMITTEE) as Office[]).filter((office) => offices.includes(office));
  return held.length > 0 ? held.flatMap((office) => OF_COMMITTEE[office] ?? []) : [first];
}

/** The office whose holders are a body's delegates, where delegates can ask for it. */
export function delegatesOf(body: Body): Office | null {
  if (body === 'residents-assembly') return 'residents-delegate';
  if (body === 'villagers-assembly') return 'villagers-delegate';
  return seatOffices(body)?.delegate ?? null;
}

export interface Signers {
  given: readonly SupportGiven[];
  base: SupportBase;
  /** Persons who are delegates today. */
  delegates: ReadonlySet<string>;
}

/** How far the signatures are in each way that the law gives for the body (CALL-1, PATH-7). */
export function demandLines(body: Body, { given, base, delegates }: Signers): CallingLine[] {
  const counted = callingLines(body, countSupport(given, base), base);
  const way = callingWays(body).find(({ by }) => by === 'delegates');
  if (!way || delegates.size === 0) return counted;
  const signed = new Set(given.map(({ personId }) => personId).filter((id) => delegates.has(id))).size;
  const { needed, missing, article } = callStanding(way, signed, delegates.size);
  return [
    ...counted,
    { body, by: 'delegates', supporters: signed, all: delegates.size, needed, missing, article },
  ];
}

/** What a signature counts by, as of now. */
export type Counted = SupportGiven & { _id: string };

/**
 * A signature as it counts now (CALL-7): through the homes that its person still has and, where they have a name there, still stands in
 * the register of. Whoever has left, sold, moved away or died since has none.
 */
export function asOfNow<S extends Counted>(given: S, ties: readonly Tie[], { keysAt }: SupportBase): S {
  const stands = ties.filter(({ homeId, ownerKey, residentKey }) => {
    const keys = [ownerKey, residentKey].filter((key) => key !== null);
    return keys.length === 0 || keys.some((key) => keysAt.get(homeId)?.has(key));
  });
  const all = (keyOf: (tie: Tie) => string | null) => [
    ...new Set(stands.map(keyOf).filter((key) => key !== null)),
  ];
  return {
    ...given,
    homeIds: all(({ homeId }) => homeId),
    ownerKeys: all(({ ownerKey }) => ownerKey),
    residentKeys: all(({ residentKey }) => residentKey),
  };
}

/** Reached is it by any one of the ways (PATH-7). */
export const isReached = (lines: readonly CallingLine[]): boolean =>
  lines.some(({ missing }) => missing === 0);

/** Whether a signature adds to any line when it stands alone: else it would be a name that counts nowhere. */
export const counts = (body: Body, signers: Signers): boolean =>
  demandLines(body, signers).some(({ supporters }) => supporters > 0);
