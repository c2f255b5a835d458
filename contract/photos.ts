import { z } from 'zod';
import { query } from './call';
import { photos } from './fields';
import { OFFICES } from './roles';

/**
 * same: the bytes that were registered. changed: other bytes lie there now. gone: nothing does. unregistered: no hash was taken when it
 * was handed in, or not for a place that the caller answers for.
 */
export type PhotoState = 'same' | 'changed' | 'gone' | 'unregistered';

export interface PhotoCheck {
  fileId: string;
  state: PhotoState;
  /** When its hash was taken, epoch ms; null where none was. */
  at: number | null;
  /** sha256 of the bytes that were registered, hex: the audit record has it too. */
  sha256: string | null;
}

export const photoCalls = {
  /** Reads the files anew and holds them against what was registered. */
  'photos.check': query(
    { roles: OFFICES, relation: 'office-place', perTenMinutes: 60 },
    z.strictObject({ photos: photos.refine((given) => given.length > 0, '请选择要核对的照片') }),
  ).returns<{ items: PhotoCheck[] }>(),
};
