import { timingSafeEqual } from 'node:crypto';
import type { Reader } from '../../kernel/database';
import { found, Refusal } from '../../kernel/refusal';
import type { NominationDocument } from './documents';
import { nominations } from './repository';

/** The nomination that this code opens; a wrong one opens as much as none that is there. */
export async function invited(
  reader: Reader,
  { id, code }: { id: string; code: string },
): Promise<NominationDocument> {
  const nomination = found(await nominations.byId(reader, id));
  if (!timingSafeEqual(Buffer.from(code), Buffer.from(nomination.code))) throw new Refusal('NOT_FOUND');
  return nomination;
}
