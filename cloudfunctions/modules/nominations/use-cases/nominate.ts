import { randomInt } from 'node:crypto';
import type { CallInput } from '@contract/calls';
import type { NominationView } from '@contract/nominations';
import { change } from '../../../kernel/change';
import { checkContent } from '../../../kernel/content-check';
import { type Context, personOf } from '../../../kernel/context';
import { withPhotos } from '../../../kernel/photos';
import { enforce, Refusal } from '../../../kernel/refusal';
import { mayNominate } from '../policy';
import { caseById, presentNomination } from '../present';
import { nominations } from '../repository';
import { NOMINATIONS_EACH } from '../rules';

/**
 * Somebody of the place nominates a neighbour. Only they and the offices read it: nothing is shown to others before the nominee
 * agreed and an office has checked (NOM-2), so a text that waits for its check waits for nothing here.
 */
export async function nominate(
  context: Context,
  input: CallInput<'nominations.nominate'>,
): Promise<NominationView> {
  const { roundId, name, where, minor, reason: text, photos } = input;
  await checkContent(context, [name, where, text]);
  const proven = await withPhotos(context, photos);
  const { _id: nominatorId, name: by } = personOf(context);
  const { subjectId } = await change(proven, async (transaction) => {
    const { now } = context;
    const one = await caseById(transaction, context, roundId);
    enforce(mayNominate(now, one));
    const before = await nominations.ofNominator(transaction, roundId, nominatorId, NOMINATIONS_EACH);
    if (before.length === NOMINATIONS_EACH) throw new Refusal('NOMINATIONS_ENOUGH');
    const _id = nominations.idOf(roundId, nominatorId, before.length);
    const code = String(randomInt(10 ** 8)).padStart(8, '0');
    const { path } = one.round;
    await nominations.insert(transaction, {
      _id,
      ...{ roundId, path, nominatorId, name, where, minor, code, consent: null, state: 'asked', reason: '' },
      reasons: [{ text, photos, by, at: now }],
      at: now,
    });
    return { subject: { kind: 'nomination', id: _id }, path, facts: { round: roundId } };
  });
  return presentNomination(context, subjectId);
}
