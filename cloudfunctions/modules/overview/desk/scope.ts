import type { DeskItem, DeskTask } from '@contract/overview';
import type { Office } from '@contract/roles';
import type { Context } from '../../../kernel/context';
import { officesNow } from '../../../kernel/person';
import { topmost } from '../rules';

/** One sort of thing that waits, and whose it is. */
export interface DeskSource {
  task: DeskTask;
  label: string;
  offices: readonly Office[];
  /** What waits in one of the office's places, at most LIMIT. */
  find(context: Context, placeId: string): Promise<DeskItem[]>;
}

/** Of each sort this many are counted in one place; more than a desk can look at. */
export const LIMIT = 100;

/** An item that has no deadline. */
export const waiting = { dueAt: null, overdue: false } as const;

export const due = (dueAt: number, now: number) => ({ dueAt, overdue: dueAt <= now });

/** The places of the caller's offices of this sort, without those that lie in another of them. */
export function placesOf({ actor, now }: Context, offices: readonly Office[]): string[] {
  const held = officesNow(actor, now).filter(({ office }) => offices.includes(office));
  return topmost(held).map(({ placeId }) => placeId);
}
