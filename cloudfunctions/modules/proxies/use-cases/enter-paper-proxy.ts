import type { CallInput } from '@contract/calls';
import type { ProxyPaperRow } from '@contract/proxies';
import { change } from '../../../kernel/change';
import { serverNow } from '../../../kernel/clock';
import { type Context, personOf } from '../../../kernel/context';
import { withPhotos } from '../../../kernel/photos';
import { store } from '../../../kernel/reader';
import { enforce, found, Refusal } from '../../../kernel/refusal';
import { persons } from '../../members/repository';
import { motionLink } from '../../motions/announcement';
import { peopleOf } from '../../motions/paper-case';
import { maxProxiesOf, type ProxyCase, proxyChange, readProxyCase, standingOf } from '../case';
import { documentFor } from '../document';
import type { Grant, ProxyDocument } from '../documents';
import { enterDenial, forbidden, holderDenial, roomForGrant } from '../policy';
import { proxies } from '../repository';
import { withGrants } from '../rules/grants';
import { overDenial } from '../rules/standing-ballot';
import { paperRow } from '../views';

type Input = CallInput<'proxies.enterPaper'>;

function grantOf(
  context: Context,
  { motion, entry }: ProxyCase,
  input: Input,
  holderName: string,
  number: number,
): Grant {
  return {
    ...{ number, state: 'entered', channel: 'paper', motionId: motion._id },
    meetingId: input.wholeMeeting ? motion.meetingId : null,
    ...{ principalId: null, principalName: entry.label, holderId: input.holderId, holderName },
    ...{ codeHash: null, photos: input.photos, enteredBy: context.actor.personId, givenAt: serverNow() },
    enteredByName: personOf(context).name,
    ...{ acceptedAt: null, endedBy: null, endedAt: null, reason: null, casts: 0 },
  };
}

async function rowOf(
  context: Context,
  { motion, entry }: ProxyCase,
  document: ProxyDocument,
): Promise<ProxyPaperRow> {
  const grant = found(document.grants.filter(({ channel }) => channel === 'paper').at(-1) ?? null);
  return paperRow(context, motion, entry, document, grant, await standingOf(store, { motion, entry }));
}

/** Enters a proxy on paper with its photo: it waits for a second officer and lets nobody cast yet (PROXY-8). */
export async function enterPaperProxy(context: Context, input: Input): Promise<ProxyPaperRow> {
  const proxyCase = await readProxyCase(context, input);
  const { motion, entry, proxyId } = proxyCase;
  if (input.wholeMeeting && !motion.meetingId)
    throw new Refusal('INVALID_INPUT', { wholeMeeting: '这件表决不在会上，只能委托这一件' });
  const holder = await persons.byId(store, input.holderId);
  const asked = { motion, entry, before: await proxies.byId(store, proxyId), holderId: input.holderId };
  enforce(enterDenial(context.actor, context.now, asked) ?? forbidden(await maxProxiesOf(motion)));
  if (!holder) throw new Refusal('PROXY_OUTSIDE');
  enforce(
    holderDenial({ openid: holder.openid, personId: holder._id, person: holder }, context.now, motion, entry),
  );
  const proven = await withPhotos(context, input.photos);
  const people = await peopleOf(proxyCase);
  await change(proven, async (transaction) => {
    const before = await proxies.byId(transaction, proxyId);
    enforce(enterDenial(context.actor, serverNow(), { ...asked, before }));
    const meetingId = input.wholeMeeting ? motion.meetingId : null;
    enforce(overDenial(motion, { principalId: null }, await standingOf(transaction, proxyCase), serverNow()));
    enforce(roomForGrant(before, { motionId: motion._id, meetingId }, serverNow()));
    const document = documentFor(proxyCase, before);
    const grant = grantOf(context, proxyCase, input, holder.name, document.grants.length + 1);
    const after = withGrants(document, [...document.grants, grant]);
    if (before) await proxies.put(transaction, after);
    else await proxies.insert(transaction, after);
    const body = `${grant.enteredByName}登记了${entry.label}的纸面委托书，等第二个人核对。请点开看，不是您的意思，请收回。`;
    const title = `登记了您的委托书：${motion.title}`;
    return proxyChange(proxyCase, grant, [{ persons: people, title, body, link: motionLink(motion._id) }]);
  });
  return rowOf(context, proxyCase, found(await proxies.byId(store, proxyId)));
}
