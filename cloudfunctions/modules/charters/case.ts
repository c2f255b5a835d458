import type { Reader } from '../../kernel/database';
import type { MotionDocument } from '../motions/documents';
import type { DraftCase } from './policy';
import { charterDrafts, charters } from './repository';

/** The rules that a motion would change, and how; null where it changes none. */
export async function charterCase(reader: Reader, motion: MotionDocument): Promise<DraftCase | null> {
  if (!motion.charter) return null;
  const charter = await charters.byId(reader, motion.charter.id);
  return { charter, draft: await charterDrafts.ofMotion(reader, motion._id) };
}
