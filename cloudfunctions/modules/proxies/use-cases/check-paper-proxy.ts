import type { CallInput } from '@contract/calls';
import type { ProxyPaperRow } from '@contract/proxies';
import { type Change, change } from '../../../kernel/change';
import { serverNow } from '../../../kernel/clock';
import { requirePassed } from '../../../kernel/content-check';
import type { Context } from '../../../kernel/context';
import type { Transaction } from '../../../kernel/database';
import { store } from '../../../kernel/reader';
import { enforce, found } from '../../../kernel/refusal';
import { persons } from '../../members/repository';
import { motionLink } from '../../motions/announcement';
import { peopleOf } from '../../motions/paper-case';
import { requireAsEntered } from '../../photos/unchanged';
import { maxProxiesOf, type ProxyCase, proxyChange, readGrant, standingOf, takeUp } from '../case';
import type { Grant, ProxyDocument } from '../documents';
import { confirmDenial, holderDenial, rejectDenial } from '../policy';
import { proxies } from '../repository';
import { withGrant } from '../rules/grants';
import { heldInVain } from '../rules/standing-ballot';
import { paperRow } from '../views';
import { HELD_LINK, proxyPapersLink, scopeWords } from '../words';

interface Reading {
  proxyCase: ProxyCase;
  document: ProxyDocument;
  /** Ended by this officer, its state not changed yet. */
  grant: Grant;
}

/** Reads it inside the transaction, for an officer who may do this. */
async function reading(
  transaction: Transaction,
  context: Context,
  proxyCase: ProxyCase,
  number: number,
  denialOf: typeof confirmDenial,
): Promise<Reading> {
  const document = found(await proxies.byId(transaction, proxyCase.proxyId));
  const grant = found(document.grants.find((one) => one.number === number) ?? null);
  enforce(denialOf(context.actor, serverNow(), proxyCase.motion, proxyCase.entry, grant));
  return { proxyCase, document, grant };
}

/** Both officers read the same: it stands, and everybody whom it concerns hears of it. */
async function stands(
  transaction: Transaction,
  { proxyCase, document, grant }: Reading,
  people: string[],
  max: number,
): Promise<Change> {
  const { motion, entry } = proxyCase;
  enforce(heldInVain(motion, grant, await standingOf(transaction, proxyCase), serverNow()));
  const accepted: Grant = { ...grant, state: 'accepted', acceptedAt: serverNow() };
  const holderId = accepted.holderId ?? '';
  // Entered days ago perhaps: whoever left or took the property manager's office since is not entrusted by this (PROXY-2).
  const person = found(await persons.byId(transaction, holderId));
  const holder = { openid: person.openid, personId: holderId, person };
  enforce(holderDenial(holder, serverNow(), motion, entry));
  await takeUp(transaction, proxyCase, accepted, holderId, max);
  await proxies.put(transaction, withGrant(document, accepted));
  const scope = scopeWords(accepted.meetingId !== null);
  const voters = `${accepted.holderName}可以代投${entry.label}的票（${scope}）。您自己投了，就以您的为准；不是您的意思，请收回。`;
  const toHolder = `${entry.label}书面委托您代投（${scope}）。请点开投票；不愿意可以退回。`;
  return proxyChange(proxyCase, accepted, [
    { persons: people, title: `委托书核对过了：${motion.title}`, body: voters, link: motionLink(motion._id) },
    { persons: [holderId], title: `有人委托您投票：${motion.title}`, body: toHolder, link: HELD_LINK },
  ]);
}

async function differs(
  transaction: Transaction,
  { proxyCase, document, grant }: Reading,
  by: string,
): Promise<Change> {
  const { motion, entry } = proxyCase;
  const differed: Grant = { ...grant, state: 'differed', endedBy: by, endedAt: serverNow() };
  await proxies.put(transaction, withGrant(document, differed));
  const body = `${entry.label}的委托书两次登记不一致，没有生效。请对着委托书重新登记一次。`;
  const officers = [grant.enteredBy ?? '', by].filter(Boolean);
  return proxyChange(proxyCase, differed, [
    { persons: officers, title: '委托书两次登记不一致', body, link: proxyPapersLink(motion._id) },
  ]);
}

async function presentRow(context: Context, { motion, entry, proxyId }: ProxyCase, number: number) {
  const document = found(await proxies.byId(store, proxyId));
  const grant = found(document.grants.find((one) => one.number === number) ?? null);
  return paperRow(context, motion, entry, document, grant, await standingOf(store, { motion, entry }));
}

/** A second officer reads holder and scope from the photo without being shown what the first one read (PROXY-8). */
export async function confirmPaperProxy(
  context: Context,
  input: CallInput<'proxies.confirmPaper'>,
): Promise<ProxyPaperRow> {
  const { proxyCase, grant } = await readGrant(input.proxyId, input.number);
  enforce(confirmDenialOrDone(context, proxyCase, grant));
  const { motion, entry } = proxyCase;
  if (confirmDenial(context.actor, context.now, motion, entry, grant) === null)
    await requireAsEntered(context, grant.photos);
  const [people, max] = await Promise.all([peopleOf(proxyCase), maxProxiesOf(motion)]);
  await change(context, async (transaction) => {
    const read = await reading(transaction, context, proxyCase, input.number, confirmDenial);
    const { holderId, meetingId } = read.grant;
    const same = holderId === input.holderId && (meetingId !== null) === input.wholeMeeting;
    return same ? stands(transaction, read, people, max) : differs(transaction, read, context.actor.personId);
  });
  return presentRow(context, proxyCase, input.number);
}

/** Whoever has no business with papers of this place learns nothing of it; a retry of what was done is answered (IDM-4). */
function confirmDenialOrDone({ actor, now }: Context, { motion, entry }: ProxyCase, grant: Grant) {
  const denial = confirmDenial(actor, now, motion, entry, grant);
  return denial === 'NOT_ALLOWED' || denial === 'NOT_FOUND' ? denial : null;
}

/** Sent back by the second officer with the reason, or taken back by the first: it stands for nothing, and can be entered anew. */
export async function rejectPaperProxy(
  context: Context,
  input: CallInput<'proxies.rejectPaper'>,
): Promise<ProxyPaperRow> {
  const { proxyCase, grant } = await readGrant(input.proxyId, input.number);
  const { motion, entry } = proxyCase;
  enforce(confirmDenialOrDone(context, proxyCase, grant));
  await requirePassed(context, [input.reason]);
  const people = await peopleOf(proxyCase);
  await change(context, async (transaction) => {
    const read = await reading(transaction, context, proxyCase, input.number, rejectDenial);
    const ended = { endedBy: context.actor.personId, endedAt: serverNow(), reason: input.reason };
    const rejected: Grant = { ...read.grant, state: 'rejected', ...ended };
    await proxies.put(transaction, withGrant(read.document, rejected));
    const body = `${entry.label}的委托书没有生效。原因：${input.reason}`;
    const title = `委托书退回了：${motion.title}`;
    const officer = [read.grant.enteredBy ?? ''].filter((id) => id && id !== context.actor.personId);
    return proxyChange(proxyCase, rejected, [
      { persons: people, title, body, link: motionLink(motion._id) },
      { persons: officer, title, body, link: proxyPapersLink(motion._id) },
    ]);
  });
  return presentRow(context, proxyCase, input.number);
}
