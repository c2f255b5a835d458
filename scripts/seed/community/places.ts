import type { CallRequest } from '../../../contract/calls';
import type { PlaceKind } from '../../../contract/places';

type NewPlace = CallRequest<'members.addPlaces'>['places'][number];

export const CITY = '青江市';

/** What the locality lays down for the estates; without it no vote by phone would be 法定 and no building could decide alone. */
const ESTATE_PROFILE: NonNullable<NewPlace['profile']> = {
  confirmedBy: '临江区住房和建设局',
  electronicVotes: ['owners'],
  phonePresence: ['yard'],
  writtenWindowDays: { min: 5, max: 60 },
  publicationDays: 15,
  narrowerAreaAuthority: '《临江区既有住宅增设电梯和专项维修办法》',
  ownersConveners: ['residents-committee'],
};

export const UNITS_OF_3 = [1, 2, 3, 4, 5, 6] as const;

type Line = readonly [kind: PlaceKind, id: string, name: string, parent: string];

const units = (building: number, numbers: readonly number[]): Line[] =>
  numbers.map((n) => ['unit', `xingfuli-${building}-${n}`, `${building}栋${n}单元`, `xingfuli-${building}`]);

/** Parents before their children; ids are chosen, so that matters can name a place. */
const TREE: readonly Line[] = [
  ['district', 'linjiang', '临江区', 'city'],
  ['street', 'wangjiang', '望江街道', 'linjiang'],
  ['community', 'lantian', '蓝田社区', 'wangjiang'],
  ['estate', 'xingfuli', '幸福里小区', 'lantian'],
  ['building', 'xingfuli-1', '1栋', 'xingfuli'],
  ...units(1, [1, 2]),
  ['building', 'xingfuli-2', '2栋', 'xingfuli'],
  ...units(2, [1, 2]),
  ['building', 'xingfuli-3', '3栋', 'xingfuli'],
  ...units(3, UNITS_OF_3),
  ['estate', 'liulin', '柳林新苑', 'lantian'],
  ['building', 'liulin-1', '1栋', 'liulin'],
  ['building', 'liulin-2', '2栋', 'liulin'],
  ['village-group', 'sanzu', '三组', 'lantian'],
];

/** As `members.addPlaces` takes them, under the city that the first administrator made. */
export function placesUnder(city: string): NewPlace[] {
  return TREE.map(([kind, id, name, parent], sort) => ({
    kind,
    id,
    name,
    parentId: parent === 'city' ? city : parent,
    sort,
    profile: kind === 'estate' ? ESTATE_PROFILE : null,
  }));
}
