import type { ProxyState } from '@contract/proxies';
import type { Grant, Held, ProxyDocument } from '../documents';

const LIVE: readonly ProxyState[] = ['offered', 'accepted', 'entered'];

export const isLive = ({ state }: Grant): boolean => LIVE.includes(state);

/** What proxies of one voter, and of one holder, are counted by: the meeting, which several votes share, or the vote alone. */
export const arenaOf = ({ _id, meetingId }: { _id: string; meetingId: string | null }): string =>
  meetingId ?? _id;

type Scope = Pick<Grant, 'motionId' | 'meetingId'>;

/** Whether a proxy is for this vote (PROXY-1). */
export function covers(
  { motionId, meetingId }: Scope,
  motion: { _id: string; meetingId: string | null },
): boolean {
  return meetingId === null ? motionId === motion._id : meetingId === motion.meetingId;
}

/** Two proxies of one voter and meeting that some vote would belong to both. */
export const overlap = (a: Scope, b: Scope): boolean =>
  a.meetingId !== null || b.meetingId !== null || a.motionId === b.motionId;

/** The proxy that stands for a vote or waits to; there is at most one (PROXY-4). */
export const liveFor = (grants: readonly Grant[], scope: Scope): Grant | null =>
  grants.find((grant) => isLive(grant) && overlap(grant, scope)) ?? null;

/**
 * Whether somebody who holds these may take one more: in no vote more than `max` voters (PROXY-3). Those of a whole meeting count in each
 * of its votes.
 */
export function roomForOne(held: readonly Held[], motionId: string | null, max: number): boolean {
  const everywhere = held.filter((one) => one.motionId === null).length;
  const inMotion = (id: string) => held.filter((one) => one.motionId === id).length;
  if (motionId !== null) return everywhere + inMotion(motionId) < max;
  const named = [...new Set(held.flatMap((one) => one.motionId ?? []))];
  return everywhere + Math.max(0, ...named.map(inMotion)) < max;
}

/** What the document is looked up by, worked out of its grants each time that they change. */
export function withGrants(document: ProxyDocument, grants: Grant[]): ProxyDocument {
  const holding = grants.filter(({ state }) => state === 'accepted');
  const coded = grants.filter(({ state }) => state === 'offered' || state === 'accepted');
  return {
    ...document,
    grants,
    givenAt: grants.at(-1)?.givenAt ?? document.givenAt,
    holderIds: [...new Set(holding.flatMap(({ holderId }) => holderId ?? []))],
    codeHashes: coded.flatMap(({ codeHash }) => codeHash ?? []),
    waiting: grants.some(({ state }) => state === 'entered'),
    revision: document.revision + 1,
  };
}

/** The document with one of its grants changed. */
export function withGrant(document: ProxyDocument, changed: Grant): ProxyDocument {
  return withGrants(
    document,
    document.grants.map((grant) => (grant.number === changed.number ? changed : grant)),
  );
}

/** A name without what people type differently: width, blanks. */
const plainName = (name: string): string => name.normalize('NFKC').replace(/\s/g, '');

/** Whether the slip names this person (PROXY-2). */
export const sameName = (written: string, name: string): boolean => plainName(written) === plainName(name);
