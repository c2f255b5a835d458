/** Kinds of place, from the city down. An office building or a park is a constituency like an estate. */
export const PLACE_KINDS = [
  'city',
  'district',
  'street',
  'area', // 片区
  'community',
  'estate', // 小区: a property management area
  'village-group', // 村民小组
  'park', // 产业园
  'office-building', // 商务楼宇
  'building', // 栋
  'unit', // 单元
] as const;
export type PlaceKind = (typeof PLACE_KINDS)[number];

export interface PlaceView {
  id: string;
  kind: PlaceKind;
  name: string;
  parentId: string | null;
  path: string[];
}
