import type { CallInput, CallOutput } from '@contract/calls';
import { change } from '../../../kernel/change';
import { serverNow } from '../../../kernel/clock';
import { type Context, personOf } from '../../../kernel/context';
import type { PersonDocument } from '../../../kernel/person';
import { store } from '../../../kernel/reader';
import { enforce, found, Refusal } from '../../../kernel/refusal';
import { persons } from '../../members/repository';
import { motionLink } from '../../motions/announcement';
import { peopleOf } from '../../motions/paper-case';
import { type Ending, layDown, proxyChange, readEnding, type Told } from '../case';
import type { Grant } from '../documents';
import { withdrawDenial } from '../policy';
import { proxies } from '../repository';
import { isLive, withGrant } from '../rules/grants';
import { HELD_LINK } from '../words';

type By = 'principal' | 'holder';

/** As whom the caller ends it. @throws Refusal NOT_FOUND for whom it does not concern (SEC-11) */
function endsAs(context: Context, { standing }: Ending, grant: Grant, principal: PersonDocument | null): By {
  const person = personOf(context);
  if (grant.holderId === person._id && grant.state === 'accepted') return 'holder';
  if (grant.holderId === person._id && grant.state === 'lapsed') throw new Refusal('PROXY_ENDED');
  const denial = withdrawDenial(person, standing, grant, principal);
  if (denial === 'NOT_ALLOWED') throw new Refusal('NOT_FOUND');
  enforce(denial);
  return 'principal';
}

/** Who hears of it: the other one of the two, of a paper everybody who may stand for the voter, and whoever entered it. */
function toldOf(
  by: By,
  { motion, document: { label } }: Ending,
  { holderId, principalId, enteredBy, state }: Grant,
  people: readonly string[],
): Told[] {
  if (by === 'holder') {
    const body = `受托人退回了${label}的委托。请自己投票，或者委托别人。已经代投的一票还算，您可以自己再投。`;
    const persons = [
      ...new Set([...(principalId ? [principalId] : people), ...(enteredBy ? [enteredBy] : [])]),
    ];
    return [{ persons, title: `委托退回了：${motion.title}`, body, link: motionLink(motion._id) }];
  }
  const body = `${label}收回了委托，您不能再代投这一票。`;
  const persons = state === 'accepted' ? [holderId ?? ''].filter(Boolean) : [];
  const officer = enteredBy ? [enteredBy] : [];
  const title = `委托收回了：${motion.title}`;
  return [
    { persons, title, body, link: HELD_LINK },
    { persons: officer, title, body: `${label}收回了登记的纸面委托。`, link: motionLink(motion._id) },
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
  const ending = await readEnding(proxyId, number);
  const { motion, standing } = ending;
  const { principalId } = ending.grant;
  const [principal, people] = await Promise.all([
    principalId === null ? null : persons.byId(store, principalId),
    principalId === null && standing ? peopleOf(standing) : [],
  ]);
  await change(context, async (transaction) => {
    const document = found(await proxies.byId(transaction, proxyId));
    const before = found(document.grants.find((grant) => grant.number === number) ?? null);
    const by = endsAs(context, ending, before, principal);
    if (!isLive(before)) throw new Refusal('PROXY_ENDED');
    await layDown(transaction, document, before);
    const ended: Grant = {
      ...before,
      state: by === 'holder' ? 'returned' : 'withdrawn',
      ...{ endedBy: context.actor.personId, endedAt: serverNow() },
    };
    await proxies.put(transaction, withGrant(document, ended));
    const changed = { motion, proxyId, entry: standing?.entry ?? null };
    return proxyChange(changed, ended, toldOf(by, ending, before, people));
  });
  return { ended: true };
}
