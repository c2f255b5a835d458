import type { ClaimState } from '@contract/claims';
import type { HomeRelation } from '@contract/roles';

const RELATIONS: Record<HomeRelation, string> = {
  owner: '业主',
  'co-owner': '共有业主',
  'household-member': '家里人',
  tenant: '租户',
};

/** How a person belongs to a home, in plain words. */
export function relationWords(relation: HomeRelation): string {
  return RELATIONS[relation];
}

export const CLAIM_TAGS: Record<ClaimState, { text: string; tone: 'brand' | 'leaf' | 'clay' | 'stone' }> = {
  pending: { text: '等待核对', tone: 'clay' },
  accepted: { text: '已通过', tone: 'leaf' },
  refused: { text: '没有通过', tone: 'brand' },
  withdrawn: { text: '已撤回', tone: 'stone' },
};
