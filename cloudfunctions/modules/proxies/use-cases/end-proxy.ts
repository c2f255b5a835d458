import type { CallInput, CallOutput } from '@contract/calls';
import { change } from '../../../kernel/change';
import { serverNow } from '../../../kernel/clock';
import { type Context, personOf } from '../../../kernel/context';
import { enforce, found, Refusal } from '../../../kernel/refusal';
import { motionLink } from '../../motions/announcement';
import { layDown, type ProxyCase, proxyChange, readGrant, type Told } from '../case';
import type { Grant } from '../documents';
import { withdrawDenial } from '../policy';
import { proxies } from '../repository';
import { isLive, withGrant } from '../rules/grants';
import { HELD_LINK } from '../words';

type By = 'principal' | 'holder';

/** As whom the caller ends it. @throws Refusal NOT_FOUND for whom it does not concern (SEC-11) */
function endsAs(context: Context, { motion, entry }: ProxyCase, grant: Grant): By {
  const person = personOf(context);
  if (grant.holderId === person._id && grant.state === 'accepted') return 'holder';
  const denial = withdrawDenial(person, motion, entry, grant);
  if (denial === 'NOT_ALLOWED') throw new Refusal('NOT_FOUND');
  enforce(denial);
  return 'principal';
}

/** Who hears of it: the other one of the two, and of a paper whoever entered it. */
function toldOf(
  by: By,
  { motion, entry }: ProxyCase,
  { holderId, principalId, enteredBy, state }: Grant,
): Told[] {
  if (by === 'holder') {
    const body = `受托人退回了${entry.label}的委托。请自己投票，或者委托别人。已经代投的一票还算，您可以自己再投。`;
    const persons = [principalId ?? enteredBy ?? ''].filter(Boolean);
    return [{ persons, title: `委托退回了：${motion.title}`, body, link: motionLink(motion._id) }];
  }
  const body = `${entry.label}收回了委托，您不能再代投这一票。`;
  const persons = state === 'accepted' ? [holderId ?? ''].filter(Boolean) : [];
  const officer = enteredBy ? [enteredBy] : [];
  const title = `委托收回了：${motion.title}`;
  return [
    { persons, title, body, link: HELD_LINK },
    { persons: officer, title, body: `${entry.label}收回了登记的纸面委托。`, link: motionLink(motion._id) },
  ];
}

/**
 * Ends a proxy at once: once this was answered no ballot of the holder comes in any more, because each of them writes on the same
 * document (PROXY-6). A ballot that was cast before stays until the voter's people cast their own.
 */
export async function endProxy(
  context: Context,
  { proxyId, number }: CallInput<'proxies.end'>,
): Promise<CallOutput<'proxies.end'>> {
  const { proxyCase } = await readGrant(proxyId, number);
  await change(context, async (transaction) => {
    const document = found(await proxies.byId(transaction, proxyId));
    const before = found(document.grants.find((grant) => grant.number === number) ?? null);
    const by = endsAs(context, proxyCase, before);
    if (!isLive(before)) throw new Refusal('PROXY_ENDED');
    await layDown(transaction, document, before);
    const ended: Grant = {
      ...before,
      state: by === 'holder' ? 'returned' : 'withdrawn',
      ...{ endedBy: context.actor.personId, endedAt: serverNow() },
    };
    await proxies.put(transaction, withGrant(document, ended));
    return proxyChange(proxyCase, ended, toldOf(by, proxyCase, before));
  });
  return { ended: true };
}
