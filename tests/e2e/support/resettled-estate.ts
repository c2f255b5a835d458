import type { Choice } from '@contract/decision';
import type { TestCloud } from '../../support/local-cloud';
import { freshId, letterboxCodes } from '../../support/persons';
import type { Line } from '../../support/register-files';

/** Whoever gave up an old house got four homes: each family is one owner, and one vote (ROLL-1). */
export const FAMILIES = 100;
const EACH = 4;
const HOMES = EACH * FAMILIES;
/** Calls under way at the same time, and homes that `members.issueCodes` takes at once. */
const AT_ONCE = 20;
const CODES = 100;

export const PLACE = { id: 'wutongyuan', name: '梧桐苑' };
const HEADING: Line = [
  '业主姓名',
  '楼栋',
  '单元',
  '房号',
  '建筑面积（㎡）',
  '面积依据',
  '业主编号',
  '交付情况',
];
const NAMES = ['许诺', '郑浩', '钱玉芬'];

const nameOf = (family: number) => (family === FAMILIES - 1 ? '陈伟' : (NAMES[family] ?? `业主${family}`));
/** In 0.01 m², adding up to nothing round. */
const areaOf = (home: number) => 6_000 + ((home * 7_919) % 5_003);

/** Five buildings of two units, twenty floors with two homes each. */
function doorOf(home: number): { building: string; unit: string; room: string } {
  const floor = 1 + Math.floor((home % 40) / 2);
  const unit = `${1 + Math.floor((home % 80) / 40)}单元`;
  return { building: `${1 + Math.floor(home / 80)}栋`, unit, room: `${floor}0${1 + (home % 2)}` };
}

/** The register as the secretary has it; the homes of 陈伟 have no owner key. */
export function registerLines(): Line[] {
  const lines = Array.from({ length: HOMES }, (_, home): Line => {
    const family = home % FAMILIES;
    const { building, unit, room } = doorOf(home);
    const key = family === FAMILIES - 1 ? null : `AZ-${family}`;
    return [nameOf(family), building, unit, room, areaOf(home) / 100, '不动产登记', key, '业主'];
  });
  return [HEADING, ...lines];
}

/** The area of a family's homes together, 0.01 m². */
function familyArea(family: number): number {
  const homes = Array.from({ length: EACH }, (_, n) => family + n * FAMILIES);
  return homes.reduce((sum, home) => sum + areaOf(home), 0);
}

interface Sum {
  heads: number;
  area: number;
}

/** What families weigh together, worked out from the file alone. */
export const weightOf = (families: readonly number[]): Sum => ({
  heads: families.length,
  area: families.reduce((sum, family) => sum + familyArea(family), 0),
});

async function inSlices<T>(items: readonly T[], size: number, run: (slice: T[]) => Promise<void>) {
  for (let from = 0; from < items.length; from += size) await run(items.slice(from, from + size));
}

const doorText = (family: number) => `${PLACE.name}${Object.values(doorOf(family)).join('')}`;

/** Letterbox codes of the families' first homes, found by their labels as the secretary's phone shows them. */
export async function codesOf(cloud: TestCloud, secretary: string, families: readonly number[]) {
  const doors = new Map(families.map((family) => [doorText(family), family]));
  const slips = (buildingId: string | null) =>
    cloud.as(secretary).call('members.slipHomes', { placeId: PLACE.id, buildingId });
  const { groups } = await slips(null);
  const homes = (await Promise.all(groups.map(({ placeId }) => slips(placeId)))).flatMap((one) => one.homes);
  const wanted = homes.filter(({ label }) => doors.has(label));
  const familyOf = new Map(wanted.map(({ id, label }) => [id, doors.get(label) ?? 0]));
  const codes = new Map<number, string>();
  await inSlices([...familyOf.keys()], CODES, async (ids) => {
    for (const [id, code] of await letterboxCodes(cloud, secretary, ids))
      codes.set(familyOf.get(id) ?? 0, code);
  });
  return codes;
}

/** Families who move in and vote by the same calls as their phones make, many at once. */
export async function familiesVote(
  cloud: TestCloud,
  codes: ReadonlyMap<number, string>,
  motionId: string,
  votes: ReadonlyMap<number, Choice>,
): Promise<void> {
  const vote = async ([family, choice]: [number, Choice]) => {
    const phone = cloud.as(`o_family-${family}`);
    const name = nameOf(family);
    await phone.call('members.signIn', { clientId: freshId(), name, consentVersion: '2026-01-01' });
    await phone.call('members.claimByCode', { clientId: freshId(), code: codes.get(family) ?? '', name });
    const { mine } = await phone.call('motions.detail', { id: motionId });
    const entryId = mine[0]?.entryId ?? '';
    await phone.call('motions.castBallot', { clientId: freshId(), motionId, entryId, choice, replaces: 0 });
  };
  await inSlices([...votes], AT_ONCE, async (slice) => {
    await Promise.all(slice.map(vote));
  });
}
