import type { CallInput } from '@contract/calls';
import type { Invitation, RoundDetail } from '@contract/nominations';
import { change } from '../../../kernel/change';
import { requirePassed } from '../../../kernel/content-check';
import { type Context, personOf } from '../../../kernel/context';
import { withPhotos } from '../../../kernel/photos';
import { enforce, found } from '../../../kernel/refusal';
import { store } from '../../../kernel/reader';
import { invited } from '../invited';
import { mayAnswer, mayRecordConsent } from '../policy';
import { caseById, invitationView, presentRound } from '../present';
import { nominations } from '../repository';

/** The nominee, or the guardian of a minor, says yes or no, by the code that the nominator handed over (NOM-2). */
export async function answerNomination(
  context: Context,
  input: CallInput<'nominations.answer'>,
): Promise<Invitation> {
  const { agree } = input;
  const person = personOf(context);
  await change(context, async (transaction) => {
    const nomination = await invited(transaction, input);
    const one = await caseById(transaction, context, nomination.roundId);
    enforce(mayAnswer(context.actor, one, nomination));
    const home = person.ties.find(({ path }) => path.includes(one.round.placeId))?.label ?? null;
    const consent = { personId: person._id, by: person.name, home, guardian: nomination.minor };
    await nominations.put(transaction, {
      ...nomination,
      state: agree ? 'agreed' : 'declined',
      consent: agree ? { ...consent, photos: [], at: context.now } : null,
    });
    const subject = { kind: 'nomination', id: nomination._id };
    return { subject, path: nomination.path, facts: { agree } };
  });
  const nomination = await invited(store, input);
  return invitationView(context, await caseById(store, context, nomination.roundId), nomination);
}

/** The same on paper, for a nominee without a phone: an office keeps the signed sheet as a photo. */
export async function recordConsent(
  context: Context,
  input: CallInput<'nominations.recordConsent'>,
): Promise<RoundDetail> {
  const { id, by, photos } = input;
  await requirePassed(context, [by]);
  const proven = await withPhotos(context, photos);
  const { roundId } = found(await nominations.byId(store, id));
  await change(proven, async (transaction) => {
    const { actor, now } = context;
    const nomination = found(await nominations.byId(transaction, id));
    const one = await caseById(transaction, context, nomination.roundId);
    enforce(mayRecordConsent(actor, now, one, nomination));
    const consent = { personId: null, by, home: null, guardian: nomination.minor, photos, at: now };
    await nominations.put(transaction, { ...nomination, state: 'agreed', consent });
    return { subject: { kind: 'nomination', id }, path: nomination.path, facts: { paper: true } };
  });
  return presentRound(context, roundId);
}
