import type { PlaceKind } from '@contract/places';

/** The tree below the city, parents before their children; ids are chosen, so that tests can name a place. */
const tree = [
  ['district', 'linjiang', '临江区', 'city'],
  ['street', 'wangjiang', '望江街道', 'linjiang'],
  ['community', 'lantian', '蓝田社区', 'wangjiang'],
  ['estate', 'xingfuli', '幸福里小区', 'lantian'],
  ['building', 'xingfuli-1', '1栋', 'xingfuli'],
  ['unit', 'xingfuli-1-1', '1单元', 'xingfuli-1'],
  ['unit', 'xingfuli-1-2', '2单元', 'xingfuli-1'],
  ['building', 'xingfuli-2', '2栋', 'xingfuli'],
  ['unit', 'xingfuli-2-1', '1单元', 'xingfuli-2'],
  ['unit', 'xingfuli-2-2', '2单元', 'xingfuli-2'],
  ['estate', 'liulin', '柳林新苑', 'lantian'],
  ['building', 'liulin-1', '1栋', 'liulin'],
  ['village-group', 'sanzu', '三组', 'lantian'],
  ['community', 'guihu', '桂湖社区', 'wangjiang'],
  ['estate', 'guihuyuan', '桂湖苑', 'guihu'],
] as const satisfies readonly (readonly [PlaceKind, string, string, string])[];

export type PlaceId = (typeof tree)[number][1];

/** As `members.addPlaces` takes them, under the city that the first administrator made. */
export function treeUnder(city: string) {
  return tree.map(([kind, id, name, parent], sort) => ({
    kind,
    id,
    name,
    parentId: parent === 'city' ? city : parent,
    sort,
  }));
}

/** The places by their ids, for `community.places.lantian`. */
export const placeIds = Object.fromEntries(tree.map(([, id]) => [id, id])) as { [P in PlaceId]: P };
