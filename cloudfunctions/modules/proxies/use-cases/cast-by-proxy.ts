import type { CallInput } from '@contract/calls';
import type { HeldVote } from '@contract/proxies';
import { change } from '../../../kernel/change';
import { serverNow } from '../../../kernel/clock';
import { type Context, personOf } from '../../../kernel/context';
import type { Transaction } from '../../../kernel/database';
import { store } from '../../../kernel/reader';
import { enforce, found, Refusal } from '../../../kernel/refusal';
import { attendances } from '../../meetings/repository';
import { persons } from '../../members/repository';
import { motionLink } from '../../motions/announcement';
import { changedBallot, firstBallot, nextBallot, tooManyChanges } from '../../motions/ballot-paper';
import type { BallotDocument } from '../../motions/documents';
import { peopleOf, withSealedInput } from '../../motions/paper-case';
import { ballotTime } from '../../motions/policy/office';
import { needsPresence } from '../../motions/policy/terms';
import { ballots } from '../../motions/repository';
import { choiceRefusal } from '../../motions/rules/ballot-choice';
import { ballotWriteRefusal } from '../../motions/rules/clock';
import { type ProxyCase, proxyChange, readProxyCase, standingOf } from '../case';
import type { Grant, ProxyDocument } from '../documents';
import { entrustable, heldGrant, holderDenial, principalDenial } from '../policy';
import { proxies } from '../repository';
import { withGrant } from '../rules/grants';
import { overDenial } from '../rules/standing-ballot';
import { heldView, lastCastBy } from '../views';

type Input = CallInput<'proxies.cast'>;

/** At an assembly the holder stands in the yard for the voter (ASM-9). */
async function requirePresence({ motion }: ProxyCase, personId: string): Promise<void> {
  if (!needsPresence(motion) || !motion.meetingId) return;
  if (!(await attendances.ofPerson(store, motion.meetingId, personId))) throw new Refusal('PRESENCE_NEEDED');
}

/** The proxy in force, asked inside the transaction that writes on it. */
async function inForce(
  transaction: Transaction,
  { actor }: Context,
  { motion, entry, proxyId }: ProxyCase,
  at: number,
): Promise<{ document: ProxyDocument; grant: Grant }> {
  const document = await proxies.byId(transaction, proxyId);
  const grant = heldGrant(document, actor.personId, motion);
  if (!document || !grant) throw new Refusal('PROXY_ENDED');
  enforce(holderDenial(actor, at, motion, entry));
  const principal = grant.principalId && (await persons.byId(transaction, grant.principalId));
  enforce(principalDenial(grant, principal || null, motion, entry));
  return { document, grant };
}

/** Writes the holder's ballot as the voter's next revision: it is the ballot of whoever entrusted them (PROXY-7). */
async function write(
  transaction: Transaction,
  context: Context,
  proxyCase: ProxyCase,
  grant: Grant,
  input: Input,
): Promise<void> {
  const { motion, entry, rollHash, proxyId, audit } = proxyCase;
  const { _id: holderId, name: holderName } = personOf(context);
  const at = serverNow();
  enforce(ballotTime(motion, at));
  const standing = await standingOf(transaction, proxyCase);
  enforce(overDenial(motion, grant, standing, at));
  if ((lastCastBy(standing, holderId)?.revision ?? 0) !== input.replaces) throw new Refusal('BALLOT_CHANGED');
  const next = {
    ...{ choice: input.choice, channel: 'phone' as const, castBy: grant.principalId },
    ...{ clientId: `proxy:${context.commandId}`, audit },
    proxy: { id: proxyId, number: grant.number, holderId, holderName },
  };
  if (!standing) await ballots.insert(transaction, firstBallot({ motion, rollHash, entry }, next, at));
  else {
    if (tooManyChanges(standing, at, true)) throw new Refusal('TOO_OFTEN');
    await ballots.put(transaction, changedBallot(standing, nextBallot(standing, rollHash, next, at)));
  }
  enforce(ballotWriteRefusal(at, serverNow()));
}

/**
 * Casts for a voter who entrusted the caller. Unlike one's own ballot this is a transaction: it writes on the proxy, so that none
 * passes a withdrawal, and the principal hears of it (PROXY-6, PROXY-7). The principal's own ballot goes over it until the closing.
 */
export async function castByProxy(called: Context, input: Input): Promise<HeldVote> {
  const context = withSealedInput(called, input.motionId);
  const proxyCase = await readProxyCase(context, input);
  const { motion, entry, proxyId } = proxyCase;
  enforce(entrustable(motion));
  enforce(choiceRefusal(input.choice, motion.options.length || undefined));
  await requirePresence(proxyCase, context.actor.personId);
  const people = await peopleOf(proxyCase);
  await change(context, async (transaction) => {
    const { document, grant } = await inForce(transaction, context, proxyCase, serverNow());
    await write(transaction, context, proxyCase, grant, input);
    const cast = { ...grant, casts: grant.casts + 1 };
    await proxies.put(transaction, withGrant(document, cast));
    const body = `${personOf(context).name}按您的委托投了${entry.label}的票。请点开看投的是什么；您自己再投一次，就以您的为准。`;
    const told = grant.principalId ? [grant.principalId] : people;
    return proxyChange(proxyCase, cast, [
      { persons: told, title: `有人代您投了票：${motion.title}`, body, link: motionLink(motion._id) },
    ]);
  });
  return presentCast(context, proxyCase, await proxies.byId(store, proxyId));
}

/** The answer, also where the proxy was taken back between the ballot and its retry: what the holder cast, and nothing else. */
async function presentCast(
  context: Context,
  { motion, entry }: ProxyCase,
  document: ProxyDocument | null,
): Promise<HeldVote> {
  const held = found(document);
  const ballot: BallotDocument | null = await ballots.byId(store, ballots.idOf(motion._id, entry._id));
  const mine = held.grants.filter(({ holderId, casts }) => holderId === context.actor.personId && casts > 0);
  return heldView(
    context,
    { motion, entry },
    held,
    found(heldGrant(held, context.actor.personId, motion) ?? mine.at(-1) ?? null),
    ballot,
  );
}
