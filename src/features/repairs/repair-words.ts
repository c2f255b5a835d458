import type { RepairKind, RepairStage } from '@contract/repairs';

export const KINDS: readonly { id: RepairKind; title: string }[] = [
  { id: 'roof', title: '屋顶漏水、掉落' },
  { id: 'lift', title: '电梯故障' },
  { id: 'wall', title: '外墙脱落' },
  { id: 'drains', title: '水管、下水道' },
  { id: 'fire', title: '消防设施' },
  { id: 'other', title: '其他公共部分' },
];

export const TONES: Record<RepairStage, 'brand' | 'leaf' | 'clay' | 'stone'> = {
  found: 'clay',
  applied: 'brand',
  working: 'brand',
  published: 'brand',
  closed: 'leaf',
  withdrawn: 'stone',
};
