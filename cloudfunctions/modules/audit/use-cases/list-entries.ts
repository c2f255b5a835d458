import type { AuditLine } from '@contract/audit';
import type { CallInput } from '@contract/calls';
import type { Page } from '@contract/envelope';
import type { Context } from '../../../kernel/context';
import { store } from '../../../kernel/reader';
import { readsEntries } from '../policy';

import { found, Refusal } from '../../../kernel/refusal';
import { places } from '../../members/repository';
import { AUDIT_PAGE, audit } from '../repository';
import { auditLine } from '../views';

/** What was changed in a place, latest first, for the offices that answer for it. */
export async function listEntries(
  context: Context,
  input: CallInput<'audit.entries'>,
): Promise<Page<AuditLine>> {
  const place = found(await places.byId(store, input.placeId));
  if (!readsEntries(context.actor, context.now, place.path)) {
    throw new Refusal('NOT_FOUND');
  }
  const rows = await audit.inPlace(place._id, Number(input.cursor ?? Number.NaN) || null);
  return { items: rows.map(auditLine), next: rows.length === AUDIT_PAGE ? String(rows.at(-1)?.at) : null };
}
