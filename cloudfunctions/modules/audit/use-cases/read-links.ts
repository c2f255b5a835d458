import type { AuditLinks } from '@contract/audit';
import type { CallInput } from '@contract/calls';
import type { Context } from '../../../kernel/context';
import { store } from '../../../kernel/reader';
import { linksAfter } from '../links';

/**
 * The chain after a seal as hashes alone: whoever holds that seal's hash, as every receipt does, computes from it to the head of today
 * and sees whether nothing before it was made anew (BAL-23). No entry is in the answer.
 */
export const readLinks = (_context: Context, { after }: CallInput<'audit.links'>): Promise<AuditLinks> =>
  linksAfter(store, after);
