import { z } from 'zod';
import { command, query } from './call';
import type { Can } from './envelope';
import { clientId, id } from './fields';

/** What is kept after somebody has left, or removed, in plain words. */
export interface KeptWords {
  what: string;
  /** Why, with the source. */
  why: string;
}

/** What leaving means, to be read before and after. */
export interface Leaving {
  /** Whose leaving it is: sent back with the call, so that one that comes late meets nobody else (KEEP-6). */
  personId: string;
  goes: string[];
  stays: KeptWords[];
  left: boolean;
  can: Can<'leave'>;
}

/** Everything that is stored about the caller, as text that can be read and passed on. */
export interface DataCopy {
  /** '我的信息 2026-03-02.json' */
  fileName: string;
  /** JSON, its keys in Chinese. */
  text: string;
}

const own = { roles: ['person'], relation: 'self' } as const;

export const privacyCalls = {
  'privacy.copy': query({ ...own, perTenMinutes: 10 }, z.strictObject({})).returns<DataCopy>(),
  'privacy.leaving': query(own, z.strictObject({})).returns<Leaving>(),
  // Open to visitors: whoever has left is one, and their answer may have been lost.
  'privacy.leave': command(
    { roles: ['visitor'], relation: 'self', perTenMinutes: 10 },
    z.strictObject({ clientId, personId: id, sure: z.literal(true, '请先确认') }),
  ).returns<Leaving>(),
};
