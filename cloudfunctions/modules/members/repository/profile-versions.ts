import type { Page } from '@contract/envelope';
import type { Transaction } from '../../../kernel/database';
import { idOf } from '../../../kernel/ids';
import { pageOf } from '../../../kernel/page';
import type { ProfileVersionDocument } from '../documents';

const VERSIONS_PAGE = 10;

/** What a place laid down, version by version (PATH-22). */
export const profileVersions = {
  idOf: (placeId: string, number: number) => idOf('profile-version', placeId, String(number)),
  insert: (transaction: Transaction, version: ProfileVersionDocument) =>
    transaction.insert('profile_versions', version),
  /** Newest first. */
  ofPlace(placeId: string, cursor: string | null | undefined): Promise<Page<ProfileVersionDocument>> {
    const order = { by: 'number', direction: 'desc', limit: VERSIONS_PAGE } as const;
    return pageOf<ProfileVersionDocument>('profile_versions', { placeId }, order, cursor);
  },
};
