import type { CallInput } from '@contract/calls';
import type { Page } from '@contract/envelope';
import type { MinutesCorrection, MinutesSignature } from '@contract/minutes';
import type { Context } from '../../../kernel/context';
import { mayPlan } from '../../meetings/policy';
import { meetingSeen } from '../present';
import { corrections, signatures } from '../repository';
import { correctionView, signatureView } from '../views';

/** What was asked to be corrected, page by page (LIST-1, MIN-4). */
export async function listCorrections(
  context: Context,
  { id, open, cursor }: CallInput<'minutes.corrections'>,
): Promise<Page<MinutesCorrection>> {
  const { actor, now } = context;
  const { path } = await meetingSeen(context, id);
  const writes = mayPlan(actor, now, path) === null;
  const { items, next } = await corrections.page(id, open, cursor);
  return { items: items.map((one) => correctionView(actor, writes, one)), next };
}

/** Who was there and confirmed a version, page by page (LIST-1, MIN-7). */
export async function listSignatures(
  context: Context,
  { id, number, cursor }: CallInput<'minutes.signatures'>,
): Promise<Page<MinutesSignature>> {
  await meetingSeen(context, id);
  const { items, next } = await signatures.page(id, number, cursor);
  return { items: items.map(signatureView), next };
}
