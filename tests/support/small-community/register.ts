import type { CallRequest } from '@contract/calls';

export type Row = CallRequest<'members.recordHomes'>['homes'][number];

type Floor = '101' | '102' | '201' | '202' | '301' | '302';
export type HomeKey =
  | `${1 | 2}-${1 | 2}-${Floor}`
  | 'shop'
  | 'parking'
  | `liulin-${101 | 102 | 201 | 202}`
  | `sanzu-${1 | 2 | 3 | 4 | 5 | 6}`
  | 'guihuyuan-1';

const FLOORS: Floor[] = ['101', '102', '201', '202', '301', '302'];
/** 0.01 m², by the place in the unit. */
const AREAS = [8950, 10230, 7645, 12080, 8950, 9901];

const owner = (key: string, name: string) => ({ key, name });
const resident = (key: string, name: string, bornOn = '1968-05-12') => ({ key, name, bornOn });

/** What differs from a home with one owner of its own who lives there. */
const SPECIAL: Partial<Record<HomeKey, Partial<Row>>> = {
  '1-1-101': { owners: [owner('zhou', '周素珍')], residents: [resident('zhou', '周素珍', '1955-02-03')] },
  '1-1-102': {
    owners: [owner('wang', '王桂兰')],
    residents: [resident('wang', '王桂兰', '1952-09-20'), resident('wang-jr', '王小川', '2012-06-01')],
    representativeKey: 'wang',
  },
  '1-1-201': { owners: [owner('zhao', '赵国强')], residents: [resident('zhao', '赵国强')] },
  '1-1-301': {
    owners: [owner('liu-m', '刘德明'), owner('liu-f', '刘芳')],
    residents: [resident('liu-m', '刘德明'), resident('liu-f', '刘芳', '1972-11-30')],
  },
  '1-1-302': {
    owners: [owner('he-g', '何永贵'), owner('he-j', '何静')],
    residents: [resident('he-g', '何永贵', '1949-01-15'), resident('he-j', '何静', '1980-07-07')],
    namedOwner: { key: 'he-j', proof: '2025-11-03 共有人声明，社区存档' },
  },
  '1-2-101': { owners: [owner('wang', '王桂兰')], residents: [] },
  '1-2-102': { owners: [owner('wu', '吴敏')], residents: [] },
  '1-2-201': {
    owners: [owner('ma-g', '马建国')],
    residents: [
      resident('ma-g', '马建国', '1940-10-01'),
      resident('ma-h', '马春花', '1966-03-08'),
      resident('ma-l', '马小龙', '1995-12-24'),
    ],
    representativeKey: 'ma-h',
  },
  '2-2-201': { owners: [owner('luo', '罗勇')], holding: 'not-handed-over', residents: [] },
  '2-2-301': { owners: [owner('developer', '江畔置业有限公司')], holding: 'unsold', residents: [] },
  '2-2-302': { owners: [owner('developer', '江畔置业有限公司')], holding: 'unsold', residents: [] },
  'liulin-101': { owners: [owner('feng', '冯婷')], residents: [resident('feng', '冯婷', '1988-04-18')] },
  'sanzu-1': {
    owners: [owner('zeng', '曾福生')],
    residents: [resident('zeng', '曾福生', '1958-08-08')],
    representativeKey: 'zeng',
  },
  'guihuyuan-1': { owners: [owner('deng', '邓世平')], residents: [resident('deng', '邓世平')] },
};

function row(key: HomeKey, placeId: string, label: string, area: number): [HomeKey, Row] {
  const own = {
    owners: [owner(`o-${key}`, `业主${key}`)],
    residents: [resident(`r-${key}`, `住户${key}`)],
  };
  const plain = { placeId, label, use: 'home' as const, area, areaBasis: 'land-register' as const };
  return [key, { ...plain, holding: 'owner', ...own, ...SPECIAL[key] }];
}

function xingfuli(): [HomeKey, Row][] {
  const units = ['1-1', '1-2', '2-1', '2-2'] as const;
  return units.flatMap((unit) => {
    const [building, number] = unit.split('-');
    return FLOORS.map((floor, n) => {
      const label = `幸福里${building}栋${number}单元${floor}`;
      return row(`${unit}-${floor}`, `xingfuli-${unit}`, label, AREAS[n] ?? 0);
    });
  });
}

const [, shop] = row('shop', 'xingfuli', '幸福里临街1号商铺', 4520);
const [, parking] = row('parking', 'xingfuli', '幸福里地下车位A12', 1272);

/** The register of the small community: 24 homes, a shop and a parking space in 幸福里, 4 in 柳林新苑, 6 households in 三组, 1 next door. */
export const register: [HomeKey, Row][] = [
  ...xingfuli(),
  ['shop', { ...shop, use: 'shop', residents: [], areaBasis: 'surveyed' }],
  ['parking', { ...parking, use: 'parking', residents: [], parkingBasis: 'none' }],
  ...([101, 102, 201, 202] as const).map((room) =>
    row(`liulin-${room}`, 'liulin-1', `柳林新苑1栋${room}`, 9000 + room),
  ),
  ...([1, 2, 3, 4, 5, 6] as const).map((n) => row(`sanzu-${n}`, 'sanzu', `三组${n}号`, 15000 + n)),
  row('guihuyuan-1', 'guihuyuan', '桂湖苑1号', 9900),
];
