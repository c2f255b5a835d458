import type { ErrorCode } from '@contract/errors';
import type { PersonDocument } from '../../kernel/person';

/** Whether somebody can leave now: an office is handed back first, and so is what others entrusted them with (KEEP-2). */
export function leaveDenial(person: PersonDocument, now: number, holdsProxies: boolean): ErrorCode | null {
  if (person.offices.some(({ untilAt }) => untilAt > now)) return 'LEAVE_OFFICE';
  return holdsProxies ? 'LEAVE_PROXY' : null;
}
