import type { Change } from '../../kernel/change';
import type { Context } from '../../kernel/context';
import { store } from '../../kernel/reader';
import type { Reader, Transaction } from '../../kernel/database';
import { enforce, found, Refusal } from '../../kernel/refusal';
import { seals } from '../audit/repository';
import { persons } from '../members/repository';
import type { BallotDocument, MotionDocument } from '../motions/documents';
import { readCase } from '../motions/paper-case';
import type { PaperCase } from '../motions/paper-ballot';
import { profileOf } from '../motions/profile';
import { ballots, motions, rollEntries } from '../motions/repository';
import { auditWords } from '../motions/rules/receipt-text';
import type { Grant, Held, ProxyDocument } from './documents';
import { forbidden, type Standing } from './policy';
import { holders, proxies } from './repository';
import { arenaOf, roomForOne } from './rules/grants';

/** A vote with one of its voters, and where the voter's proxies lie. */
export interface ProxyCase extends PaperCase {
  arenaId: string;
  proxyId: string;
}

export function caseOf({ motion, entry, rollHash, audit }: PaperCase): ProxyCase {
  const arenaId = arenaOf(motion);
  return { motion, entry, rollHash, audit, arenaId, proxyId: proxies.idOf(arenaId, entry.voterKey) };
}

/** The vote and the voter that a call names. @throws Refusal NOT_FOUND for what the caller may not see (SEC-11) */
export async function readProxyCase(
  context: Context,
  named: { motionId: string; entryId: string },
): Promise<ProxyCase> {
  return caseOf(await readCase(context, named));
}

/** The voter of a proxy in a vote: the roll may have been made anew since, and the voter may be on it no more. */
export async function entryIn(motion: MotionDocument | null, voterKey: string): Promise<Standing | null> {
  if (!motion?.roll) return null;
  const entry = await rollEntries.byId(store, rollEntries.idOf(motion.roll.id, voterKey));
  return entry && { motion, entry };
}

/** A proxy that is known by its own id, with the vote that it was given from. @throws Refusal NOT_FOUND */
export async function readGrant(
  proxyId: string,
  number: number,
): Promise<{ proxyCase: ProxyCase; document: ProxyDocument; grant: Grant }> {
  const document = found(await proxies.byId(store, proxyId));
  const grant = found(document.grants.find((one) => one.number === number) ?? null);
  const there = found(await entryIn(await motions.byId(store, grant.motionId), document.voterKey));
  const rollHash = there.motion.roll?.hash ?? '';
  const audit = auditWords(await seals.head(store));
  return { proxyCase: caseOf({ ...there, rollHash, audit }), document, grant };
}

export interface Ending {
  proxyId: string;
  document: ProxyDocument;
  grant: Grant;
  /** The vote that it was given from. */
  motion: MotionDocument;
  /** The voter there or, of one for the whole meeting, in another vote of it; null: on no roll any more (ROLL-15). */
  standing: Standing | null;
}

/** A proxy that is to be ended, wherever its voter stands by now. @throws Refusal NOT_FOUND */
export async function readEnding(proxyId: string, number: number): Promise<Ending> {
  const document = found(await proxies.byId(store, proxyId));
  const grant = found(document.grants.find((one) => one.number === number) ?? null);
  const motion = found(await motions.byId(store, grant.motionId));
  const others = grant.meetingId === null ? [] : await motions.ofMeeting(store, grant.meetingId);
  const near = await Promise.all([motion, ...others].map((one) => entryIn(one, document.voterKey)));
  return { proxyId, document, grant, motion, standing: near.find((one) => one !== null) ?? null };
}

/** What stands of the voter in the vote; within a transaction as it sees it. */
export function standingOf(reader: Reader, { motion, entry }: Standing): Promise<BallotDocument | null> {
  return ballots.lastById(reader, ballots.idOf(motion._id, entry._id));
}

/** How many voters one person may hold in this vote, as the local profile says (PROXY-3). */
export async function maxProxiesOf(motion: MotionDocument): Promise<number> {
  return (await profileOf(store, motion)).maxProxies;
}

/**
 * Writes that somebody holds one more; their document is what two who entrust them at once meet on. The person is written too: whoever
 * is leaving at this moment either hands it back first or takes up nothing (KEEP-2). @throws Refusal PROXY_FORBIDDEN, PROXY_LIMIT, PROXY_OUTSIDE
 */
export async function takeUp(
  transaction: Transaction,
  { arenaId, proxyId }: ProxyCase,
  { number, meetingId, motionId }: Grant,
  holderId: string,
  max: number,
): Promise<void> {
  const id = holders.idOf(arenaId, holderId);
  const before = await holders.byId(transaction, id);
  const one: Held = { proxyId, number, motionId: meetingId === null ? motionId : null };
  enforce(forbidden(max) ?? (roomForOne(before?.held ?? [], one.motionId, max) ? null : 'PROXY_LIMIT'));
  if (before) await holders.put(transaction, { ...before, held: [...before.held, one] });
  else await holders.insert(transaction, { _id: id, held: [one] });
  const holder = await persons.byId(transaction, holderId);
  if (holder?.leftAt !== undefined || !holder) throw new Refusal('PROXY_OUTSIDE');
  await persons.put(transaction, { ...holder, revision: holder.revision + 1 });
}

/** Writes that somebody holds one less. */
export async function layDown(
  transaction: Transaction,
  { arenaId, _id }: ProxyDocument,
  grant: Grant,
): Promise<void> {
  if (grant.state !== 'accepted' || grant.holderId === null) return;
  const before = await holders.byId(transaction, holders.idOf(arenaId, grant.holderId));
  if (!before) return;
  const held = before.held.filter(({ proxyId, number }) => proxyId !== _id || number !== grant.number);
  await holders.put(transaction, { ...before, held });
}

export interface Told {
  persons: readonly string[];
  title: string;
  body: string;
  link: string;
}

/** A change of a proxy: on no timeline, told to those whom it concerns. Facts carry no choice and no name (AUD-2). */
export function proxyChange(
  { motion, entry, proxyId }: Pick<ProxyCase, 'motion' | 'proxyId'> & { entry: { _id: string } | null },
  { number, state, meetingId }: Grant,
  told: readonly Told[],
): Change {
  return {
    subject: { kind: 'proxy', id: proxyId },
    path: motion.path,
    matterId: motion.proposalId ?? motion._id,
    facts: {
      motionId: motion._id,
      entryId: entry?._id ?? null,
      number,
      state,
      wholeMeeting: meetingId !== null,
    },
    messages: told
      .filter(({ persons }) => persons.length > 0)
      .map(({ persons, title, body, link }) => ({
        ...{ audience: { persons: [...persons] }, kind: 'motion' as const, title, body, link },
      })),
  };
}
