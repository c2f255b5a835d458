import type { CallInput, CallOutput } from '@contract/calls';
import type { MinutesRecord } from '@contract/minutes';
import type { Context } from '../../../kernel/context';
import { store } from '../../../kernel/reader';
import { found, Refusal } from '../../../kernel/refusal';
import { meetingSeen, presentById, signedOf } from '../present';
import { recordOf } from '../record';
import { minutesVersions, signatures } from '../repository';
import { versionView } from '../views';

export function readMinutes(context: Context, input: CallInput<'minutes.record'>): Promise<MinutesRecord> {
  return presentById(context, input.id);
}

/** One version, with its words; also one that a later one has replaced (MIN-1). */
export async function readMinutesVersion(
  context: Context,
  { id, number }: CallInput<'minutes.version'>,
): Promise<CallOutput<'minutes.version'>> {
  const meeting = await meetingSeen(context, id);
  const record = await recordOf(store, meeting);
  const version = record?.versions.find((one) => one.number === number);
  if (!version) throw new Refusal('NOT_FOUND');
  const [kept, counts] = await Promise.all([
    minutesVersions.byNumber(store, id, number),
    signatures.counts(id),
  ]);
  const { text, items } = found(kept ?? meeting.minutes);
  const signed = await signedOf(id, number, counts.get(number) ?? 0);
  return { ...versionView(version, signed), words: { text, items } };
}
