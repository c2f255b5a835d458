import type { CallInput } from '@contract/calls';
import type { RoundDetail } from '@contract/nominations';
import { change } from '../../../kernel/change';
import { requirePassed } from '../../../kernel/content-check';
import type { Context } from '../../../kernel/context';
import type { Transaction } from '../../../kernel/database';
import { store } from '../../../kernel/reader';
import { enforce, found, Refusal } from '../../../kernel/refusal';
import type { NominationDocument, RoundDocument } from '../documents';
import { mayCheck, roomRefusal } from '../policy';
import { caseById, presentRound } from '../present';
import { nominations, rounds } from '../repository';

type Checked = CallInput<'nominations.check'>;

/** Its reasons go to the nominee who stands already: one person is one nominee (NOM-3). */
async function join(
  transaction: Transaction,
  { candidateIds }: RoundDocument,
  nomination: NominationDocument,
  joinTo: string,
): Promise<void> {
  const other = found(candidateIds.includes(joinTo) ? await nominations.byId(transaction, joinTo) : null);
  await nominations.put(transaction, { ...other, reasons: [...other.reasons, ...nomination.reasons] });
  await nominations.put(transaction, { ...nomination, state: 'joined' });
}

const selfOf = ({ consent }: NominationDocument) => (consent?.guardian ? null : (consent?.personId ?? null));

/** Whoever agreed for themselves by phone is one nominee, whatever name was written (NOM-3); a guardian may speak for two children. */
async function requireOnce(
  transaction: Transaction,
  { candidateIds }: RoundDocument,
  nomination: NominationDocument,
): Promise<void> {
  const self = selfOf(nomination);
  if (self === null) return;
  for (const id of candidateIds) {
    if (selfOf(found(await nominations.byId(transaction, id))) === self) throw new Refusal('NOMINEE_TWICE');
  }
}

async function decide(
  transaction: Transaction,
  round: RoundDocument,
  nomination: NominationDocument,
  { accept, reason, joinTo }: Checked,
): Promise<RoundDocument> {
  if (!accept) {
    if (reason === '') throw new Refusal('INVALID_INPUT', { reason: '请写明为什么不通过' });
    await nominations.put(transaction, { ...nomination, state: 'refused', reason });
    return round;
  }
  if (joinTo !== null) {
    await join(transaction, round, nomination, joinTo);
    return round;
  }
  enforce(roomRefusal(round));
  await requireOnce(transaction, round, nomination);
  await nominations.put(transaction, { ...nomination, state: 'candidate' });
  return { ...round, candidateIds: [...round.candidateIds, nomination._id] };
}

/** An office has checked who agreed and what is said of them; from here on everybody sees the nominee (NOM-2, NOM-3). */
export async function checkNomination(context: Context, input: Checked): Promise<RoundDetail> {
  const { id, accept, reason } = input;
  const known = found(await nominations.byId(store, id));
  // What everybody will read passes the content check now, whatever it said when it was written (SEC-8).
  const shown = accept ? [known.name, known.where, ...known.reasons.map(({ text }) => text)] : [];
  await requirePassed(context, [reason, ...shown]);
  await change(context, async (transaction) => {
    const { actor, now } = context;
    const nomination = found(await nominations.byId(transaction, id));
    const one = await caseById(transaction, context, nomination.roundId);
    enforce(mayCheck(actor, now, one, nomination));
    const round = await decide(transaction, one.round, nomination, input);
    await rounds.put(transaction, { ...round, revision: round.revision + 1 });
    return { subject: { kind: 'nomination', id }, path: nomination.path, facts: { accept } };
  });
  return presentRound(context, known.roundId);
}
