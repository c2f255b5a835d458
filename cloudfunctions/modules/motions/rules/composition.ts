import type { Body } from '@contract/decision';
import type { Office } from '@contract/roles';
import { requireWhole } from './figures';
import { meets } from './lines';

/** Whose offices have a seat in a body: its delegates and the committee; nobody's where all may come (居委会组织法 28, 村委会组织法 29). */
export function seatOffices(body: Body): { delegate: Office; committee: Office } | null {
  if (body === 'residents-delegates') {
    return { delegate: 'residents-delegate', committee: 'residents-committee' };
  }
  return body === 'villagers-delegates'
    ? { delegate: 'villagers-delegate', committee: 'villagers-committee' }
    : null;
}

export interface DelegatesBody {
  /** Everybody who has a seat: delegates and members of the committee. */
  members: number;
  delegates: number;
  womenDelegates: number;
}

const FOUR_FIFTHS = { num: 4, den: 5, strict: false };
const ONE_THIRD = { num: 1, den: 3, strict: false };

/** Whether a delegates' meeting is composed as its law asks (ASM-10, ASM-11). Throws RangeError on impossible figures. */
export function compositionRefusal(
  kind: 'residents' | 'villagers',
  { members, delegates, womenDelegates }: DelegatesBody,
): 'DELEGATES_COMPOSITION' | null {
  requireWhole(members, 'members');
  requireWhole(delegates, 'delegates');
  requireWhole(womenDelegates, 'women delegates');
  if (delegates > members || womenDelegates > delegates) throw new RangeError('more delegates than seats');
  const enough = meets(delegates, members, FOUR_FIFTHS);
  // The law counts women delegates, not women of the committee, against all the seats (村委会组织法 29).
  const women = kind === 'residents' || meets(womenDelegates, members, ONE_THIRD);
  return enough && women ? null : 'DELEGATES_COMPOSITION';
}
