import type { LocalProfile } from '@contract/profile';
import type { Reader } from '../../kernel/database';
import { places } from '../members/repository';
import type { MotionDocument } from './documents';

/**
 * The local profile that a vote goes by: the one that it was announced under, whatever was laid down since (PATH-23). Of a draft, and
 * of votes from before it was kept, what holds at its place now.
 */
export async function profileOf(
  reader: Reader,
  { profile, path }: Pick<MotionDocument, 'profile' | 'path'>,
): Promise<LocalProfile> {
  return profile ?? places.profileFor(reader, path);
}
