import type { ImportView } from '@contract/register-import';
import { documentsOf } from './documents';
import type { TestCloud } from './local-cloud';
import type { PersonKey } from './motions';
import { freshId, type SmallCommunity } from './persons';
import { type Line, uploadRegister, workbook } from './register-files';

/** A home as it is stored, as far as tests of imports look at it. */
export interface StoredHome {
  placeId: string;
  path: string[];
  label: string;
  area: number;
  goneAt?: number;
  owners: { key: string; name: string }[];
}

/** The secretary's calls on the register of 柳林新苑, each with a client id of its own. */
export function importCallsOf(cloud: TestCloud, yard: SmallCommunity) {
  const as = (person: PersonKey) => cloud.as(yard.people[person].openid);
  return {
    as,
    async preview(lines: Line[], content = workbook(lines)): Promise<ImportView> {
      const fileId = await uploadRegister(cloud, yard.people.secretary.openid, content);
      const input = { clientId: freshId(), placeId: 'liulin', fileId, fileName: '名册.xlsx' };
      return as('secretary').call('members.previewImport', input);
    },
    commit: (importId: string, clientId = freshId()) =>
      as('secretary').call('members.commitImport', { clientId, importId }),
    async homes(): Promise<StoredHome[]> {
      const rows = await documentsOf<StoredHome>(cloud.cloud, 'homes');
      return rows.filter(({ path }) => path.includes('liulin'));
    },
  };
}
