import type { Body } from '@contract/decision';
import type { Office } from '@contract/roles';
import { store } from '../../../kernel/reader';
import { lawOf } from '../../meetings/notice';
import { places } from '../../members/repository';
import { convenersOf } from '../../motions/rules/convening';

interface Place {
  placeName: string;
  path: readonly string[];
}

/** '蓝田社区居民委员会', '幸福里小区业主委员会': the body behind an office, as its stamp says. */
export async function issuerOf(office: Office, { placeName, path }: Place): Promise<string> {
  const onPath = await places.onPath(store, path);
  const community = onPath.find(({ kind }) => kind === 'community')?.name ?? placeName;
  switch (office) {
    case 'owners-committee':
      return `${placeName}业主委员会`;
    case 'residents-committee':
      return `${community}居民委员会`;
    case 'villagers-committee':
      return `${community}村民委员会`;
    case 'building-head':
      return `${placeName}楼栋长`;
    default:
      return community;
  }
}

/** The same of a vote: the first office that the law lets convene its body. */
export async function issuerOfVote(place: Place & { body: Body }, now: number): Promise<string> {
  const { profile, hasOwnersCommittee } = await lawOf([...place.path], now);
  const [office = 'secretary'] = convenersOf(place.body, profile, hasOwnersCommittee);
  return issuerOf(office, place);
}
