import type { CallInput } from '@contract/calls';
import type { CodedVolunteer } from '@contract/volunteers';
import { change } from '../../../kernel/change';
import { type Context, personOf } from '../../../kernel/context';
import type { Transaction } from '../../../kernel/database';
import { officesNow } from '../../../kernel/person';
import { withPhotos } from '../../../kernel/photos';
import { store } from '../../../kernel/reader';
import { enforce, found, Refusal } from '../../../kernel/refusal';
import { dayOf } from '../../motions/rules/days';
import { coded } from '../coded';
import type { VolunteerDocument } from '../documents';
import { mayConsent, mayCorrect } from '../policy';
import { presentCoded } from '../present';
import { volunteers } from '../repository';

/** The audit path of what an office puts down about a person: the office's own place. */
const pathOf = ({ actor, now }: Context) => officesNow(actor, now)[0]?.path ?? [];

/** What is put down in a transaction, and what that change was. */
async function putDown(
  transaction: Transaction,
  context: Context,
  id: string,
  make: (volunteer: VolunteerDocument) => VolunteerDocument,
  facts: Record<string, unknown>,
) {
  const before = found(await volunteers.byId(transaction, id));
  await volunteers.put(transaction, make(before));
  return { subject: { kind: 'volunteer', id }, path: pathOf(context), facts };
}

const shown = async (context: Context, id: string): Promise<CodedVolunteer> =>
  presentCoded(context, found(await volunteers.byId(store, id)));

/** A guardian's consent, from the signed paper with its photo (TASK-5). */
export async function recordConsent(
  context: Context,
  { code, guardian: name, dataToo, photos }: CallInput<'volunteers.recordConsent'>,
): Promise<CodedVolunteer> {
  const { actor, now } = context;
  const minor = await coded(context, code);
  enforce(mayConsent(actor, minor, dayOf(now)));
  const proven = await withPhotos(context, photos);
  const { _id: by } = personOf(context);
  const make = (volunteer: VolunteerDocument) => {
    enforce(mayConsent(actor, volunteer, dayOf(now)));
    return { ...volunteer, guardian: { name, dataToo, at: now, by, photos } };
  };
  await change(proven, (transaction) => putDown(transaction, context, minor._id, make, { dataToo }));
  return shown(context, minor._id);
}

/** A born day that was mistyped, by an office that saw the paper (TASK-4). */
export async function correctBornDay(
  context: Context,
  { code, bornOn, reason }: CallInput<'volunteers.correctBornDay'>,
): Promise<CodedVolunteer> {
  if (bornOn > dayOf(context.now)) throw new Refusal('INVALID_INPUT', { bornOn: '出生日期不能晚于今天' });
  const make = (volunteer: VolunteerDocument) => {
    enforce(mayCorrect(context.actor, context.now, volunteer));
    return { ...volunteer, bornOn };
  };
  const { _id } = await coded(context, code);
  await change(context, (transaction) => putDown(transaction, context, _id, make, { reason: reason.length }));
  return shown(context, _id);
}
