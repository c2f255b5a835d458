import { Random } from '../random';
import type { RegisterHome, Shell } from './home';
import { Households } from './households';
import { UNITS_OF_3 } from './places';
import { DEVELOPER, LUO, SPECIAL } from './special-homes';

const SEED = 20_260;
/** 0.01 m² by door; with the seven floors of six units 3栋 comes to 11,640.00 m². */
const DOORS_OF_3 = [8842, 10594, 8278];
const REMAINDER_OF_3 = 12;

const shell = (placeId: string, label: string, area: number): Shell => ({
  placeId,
  label,
  use: 'home',
  area,
  areaBasis: 'land-register',
});

function building3(): Shell[] {
  return UNITS_OF_3.flatMap((unit) =>
    [1, 2, 3, 4, 5, 6, 7].flatMap((floor) =>
      DOORS_OF_3.map((area, door) => {
        const label = `3栋${unit}单元${floor}0${door + 1}`;
        return shell(`xingfuli-3-${unit}`, label, label === '3栋1单元101' ? area + REMAINDER_OF_3 : area);
      }),
    ),
  );
}

/** Two units of six floors with four doors each. */
function smallBuilding(building: 1 | 2): Shell[] {
  return [1, 2].flatMap((unit) =>
    [1, 2, 3, 4, 5, 6].flatMap((floor) =>
      [7864, 9120, 6850, 7864].map((area, door) =>
        shell(`xingfuli-${building}-${unit}`, `${building}栋${unit}单元${floor}0${door + 1}`, area),
      ),
    ),
  );
}

function liulin(building: 1 | 2): Shell[] {
  return [1, 2, 3, 4, 5, 6].flatMap((floor) =>
    [9615, 8820, 8820, 10_240].map((area, door) => ({
      ...shell(`liulin-${building}`, `柳林新苑${building}栋${floor}0${door + 1}`, area),
      areaBasis: building === 2 ? ('surveyed' as const) : ('land-register' as const),
    })),
  );
}

const numbered = <T>(count: number, make: (n: number) => T): T[] =>
  Array.from({ length: count }, (_, n) => make(n + 1));

const village = numbered(24, (n) => ({
  ...shell('sanzu', `三组${n}号`, 14_200 + n * 90),
  areaBasis: 'surveyed' as const,
}));

const shops = numbered(8, (n) => ({
  ...shell('xingfuli', `临街${n}号商铺`, 3860 + n * 130),
  use: 'shop' as const,
}));

const offices = numbered(2, (n) => ({
  ...shell('xingfuli', `临街二楼办公室${n}`, 12_300 + n * 2100),
  use: 'office' as const,
}));

/** Six spaces can be registered on their own, four count by the community's rule, six are none of the owners' areas (ROLL-6). */
function parkingSpaces(random: Random, homes: readonly RegisterHome[]): RegisterHome[] {
  const plain = homes.filter(
    ({ placeId, label, owners }) => placeId.startsWith('xingfuli-') && !SPECIAL[label] && owners.length === 1,
  );
  const buyers = random.shuffled(plain);
  return numbered(16, (n) => {
    const parkingBasis = n <= 6 ? 'registered' : n <= 10 ? 'community-rule' : 'none';
    const space = { ...shell('xingfuli', `地下车位${n}号`, 1272), use: 'parking', parkingBasis } as const;
    if (n > 12) return { ...space, holding: 'unsold', owners: [DEVELOPER] };
    return { ...space, holding: 'owner', owners: n === 1 ? [LUO] : (buyers[n]?.owners ?? []) };
  });
}

/** The register of the demo community, 320 rows: 270 homes of five buildings, 24 of the village group, shops, rooms and parking. */
export function register(): RegisterHome[] {
  const random = new Random(SEED);
  const households = new Households(random);
  const shells = [
    ...[...building3(), ...smallBuilding(1), ...smallBuilding(2), ...liulin(1), ...liulin(2), ...village],
    ...[...shops, ...offices],
  ];
  const homes = shells.map((home) => ({ ...households.moveInto(home), ...SPECIAL[home.label] }));
  return [...homes, ...parkingSpaces(random, homes)];
}
