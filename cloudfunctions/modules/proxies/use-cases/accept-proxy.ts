import type { CallInput, CallOutput } from '@contract/calls';
import type { ProxySlip } from '@contract/proxies';
import { change } from '../../../kernel/change';
import { serverNow } from '../../../kernel/clock';
import { type Context, personOf } from '../../../kernel/context';
import { store } from '../../../kernel/reader';
import { enforce, found, Refusal } from '../../../kernel/refusal';
import { persons } from '../../members/repository';
import { motionLink } from '../../motions/announcement';
import { maxProxiesOf, type ProxyCase, proxyChange, readGrant, standingOf, takeUp } from '../case';
import { slipHash } from '../codes';
import type { Grant } from '../documents';
import { acceptDenial, principalDenial } from '../policy';
import { endedHeld, heldVotes } from '../present';
import { proxies } from '../repository';
import { withGrant } from '../rules/grants';
import { heldInVain } from '../rules/standing-ballot';
import { scopeWords } from '../words';

/** The proxy behind a code. @throws Refusal PROXY_CODE_WRONG for an unknown, a used and a withdrawn one alike */
async function behind(typed: string): Promise<{ proxyCase: ProxyCase; grant: Grant }> {
  const hash = slipHash(typed);
  const document = hash && (await proxies.byCode(hash));
  const grant = document && document.grants.find(({ codeHash }) => codeHash === hash);
  if (!grant) throw new Refusal('PROXY_CODE_WRONG');
  return readGrant(document._id, grant.number);
}

const isMine = ({ state, holderId }: Grant, personId: string) =>
  state === 'accepted' && holderId === personId;

/** What a code is about, before it is taken up. */
export async function readSlip(
  { actor, now }: Context,
  input: CallInput<'proxies.slip'>,
): Promise<ProxySlip> {
  const { proxyCase, grant } = await behind(input.code);
  const { motion, entry, proxyId } = proxyCase;
  const mine = isMine(grant, actor.personId);
  if (!mine && grant.state !== 'offered') throw new Refusal('PROXY_CODE_WRONG');
  return {
    ...{ proxyId, number: grant.number, motionId: motion._id, motionTitle: motion.title },
    ...{ placeName: motion.placeName, voterLabel: entry.label, closesAt: motion.closesAt },
    ...{ principalName: grant.principalName, holderName: grant.holderName },
    wholeMeeting: grant.meetingId !== null,
    can: {
      accept: mine
        ? null
        : (acceptDenial(actor, now, motion, entry, grant) ??
          heldInVain(motion, grant, await standingOf(store, proxyCase), now)),
    },
  };
}

/** The holder takes the proxy up: from here on they can cast, and no more of them than the profile allows (PROXY-2, PROXY-3). */
export async function acceptProxy(
  context: Context,
  input: CallInput<'proxies.accept'>,
): Promise<CallOutput<'proxies.accept'>> {
  const { proxyCase, grant } = await behind(input.code);
  const { motion, entry, proxyId } = proxyCase;
  const person = personOf(context);
  const max = await maxProxiesOf(motion);
  await change(context, async (transaction) => {
    const at = serverNow();
    const document = found(await proxies.byId(transaction, proxyId));
    const before = found(document.grants.find(({ number }) => number === grant.number) ?? null);
    // Typed in again by whoever took it up: it is as they want it.
    if (isMine(before, person._id)) return { ...proxyChange(proxyCase, before, []), unchanged: true };
    enforce(acceptDenial(context.actor, at, motion, entry, before));
    enforce(heldInVain(motion, before, await standingOf(transaction, proxyCase), at));
    const principal = before.principalId && (await persons.byId(transaction, before.principalId));
    enforce(principalDenial(before, principal || null, motion, entry));
    const taken = { holderId: person._id, holderName: person.name, acceptedAt: at };
    const accepted: Grant = { ...before, ...taken, state: 'accepted' };
    await takeUp(transaction, proxyCase, accepted, person._id, max);
    await proxies.put(transaction, withGrant(document, accepted));
    const scope = scopeWords(accepted.meetingId !== null);
    const body = `${person.name}接受了您的委托（${scope}），可以代您投票。不是您要委托的人，请马上收回。`;
    const title = `委托生效了：${motion.title}`;
    const told = {
      persons: before.principalId ? [before.principalId] : [],
      title,
      body,
      link: motionLink(motion._id),
    };
    return proxyChange(proxyCase, accepted, [told]);
  });
  return { items: await heldVotes(context, { _id: proxyId }) };
}

/** Everything that the caller may cast for others. */
export async function listHeld(context: Context): Promise<CallOutput<'proxies.held'>> {
  const [items, ended] = await Promise.all([heldVotes(context), endedHeld(context)]);
  return { items, ended };
}
