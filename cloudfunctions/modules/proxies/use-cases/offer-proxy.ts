import type { CallInput } from '@contract/calls';
import type { MotionProxies } from '@contract/proxies';
import { change } from '../../../kernel/change';
import { serverNow } from '../../../kernel/clock';
import { requirePassed } from '../../../kernel/content-check';
import { type Context, personOf } from '../../../kernel/context';
import { enforce, Refusal } from '../../../kernel/refusal';
import { voterIn, voterRefusal } from '../../motions/policy/voter';
import { maxProxiesOf, type ProxyCase, proxyChange, readProxyCase, standingOf } from '../case';
import { slipCode, slipHash } from '../codes';
import { documentFor } from '../document';
import type { Grant } from '../documents';
import { entrustable, forbidden, givingTime, roomForGrant } from '../policy';
import { presentProxies } from '../present';
import { proxies } from '../repository';
import { withGrants } from '../rules/grants';
import { offerInVain } from '../rules/standing-ballot';

type Input = CallInput<'proxies.offer'>;

function grantOf(
  context: Context,
  { motion, proxyId }: ProxyCase,
  input: Input,
  number: number,
  at: number,
): Grant {
  const person = personOf(context);
  return {
    ...{ number, state: 'offered', channel: 'phone', motionId: motion._id },
    meetingId: input.wholeMeeting ? motion.meetingId : null,
    ...{ principalId: person._id, principalName: person.name, holderId: null, holderName: input.holderName },
    codeHash: slipHash(slipCode(proxyId, number)),
    ...{ photos: [], enteredBy: null, enteredByName: null, givenAt: at, acceptedAt: null },
    ...{ endedBy: null, endedAt: null, reason: null, casts: 0 },
  };
}

/**
 * Entrusts somebody with the caller's voter: the principal names them and gives them the code of the slip; it stands once they have
 * taken it up (PROXY-1, PROXY-2).
 */
export async function offerProxy(context: Context, input: Input): Promise<MotionProxies> {
  const proxyCase = await readProxyCase(context, input);
  const { motion, entry, proxyId } = proxyCase;
  enforce(voterRefusal(voterIn(motion, personOf(context)), entry));
  enforce(entrustable(motion) ?? forbidden(await maxProxiesOf(motion)));
  if (input.wholeMeeting && !motion.meetingId)
    throw new Refusal('INVALID_INPUT', { wholeMeeting: '这件表决不在会上，只能委托这一件' });
  await requirePassed(context, [input.holderName]);
  await change(context, async (transaction) => {
    const at = serverNow();
    enforce(givingTime(motion, at));
    const standing = await standingOf(transaction, proxyCase);
    enforce(offerInVain(motion, context.actor.personId, standing, at));
    const before = await proxies.byId(transaction, proxyId);
    const meetingId = input.wholeMeeting ? motion.meetingId : null;
    enforce(roomForGrant(before, { motionId: motion._id, meetingId }, at));
    const document = documentFor(proxyCase, before);
    const grant = grantOf(context, proxyCase, input, document.grants.length + 1, at);
    const after = withGrants(document, [...document.grants, grant]);
    if (before) await proxies.put(transaction, after);
    else await proxies.insert(transaction, after);
    return proxyChange(proxyCase, grant, []);
  });
  return presentProxies(context, motion);
}
