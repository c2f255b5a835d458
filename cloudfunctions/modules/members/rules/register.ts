import type { RegisterRow } from '@contract/register';
import { dayNumber } from '../../motions/rules/days';
import { isAdult } from '../../motions/rules/roll-people';

/** Path of a field → a Chinese sentence. */
type Fields = Record<string, string>;

const FIRST_BIRTH = '1900-01-01';

function twice(keys: readonly string[]): boolean {
  return new Set(keys).size < keys.length;
}

function ownersOf({ holding, owners, namedOwner }: RegisterRow): Fields {
  const wrong: Fields = {};
  if (owners.length === 0) wrong.owners = '每套房都要有业主，未出售的写开发企业';
  if (holding === 'unsold' && owners.length > 1) wrong.owners = '未出售的房屋只写开发企业';
  if (twice(owners.map((owner) => owner.key))) wrong.owners = '业主编号重复';
  owners.forEach((owner, n) => {
    if (owner.key === owner.name) wrong[`owners.${n}.key`] = '不能用姓名当编号';
    if (!owner.registered && owner.proof === null) {
      wrong[`owners.${n}.proof`] = '还没有办产权登记的，要写明凭什么认定';
    }
  });
  if (namedOwner && !owners.some((owner) => owner.key === namedOwner.key)) {
    wrong.namedOwner = '推选的人不在业主里';
  }
  return wrong;
}

function residentsOf({ residents, representativeKey }: RegisterRow, todayOn: string): Fields {
  const wrong: Fields = {};
  if (twice(residents.map((resident) => resident.key))) wrong.residents = '住户编号重复';
  residents.forEach((resident, n) => {
    const born = dayNumber(resident.bornOn);
    if (born > dayNumber(todayOn) || born < dayNumber(FIRST_BIRTH)) {
      wrong[`residents.${n}.bornOn`] = '出生日期不对';
    }
  });
  const denied = representativeKey ? representativeFault(residents, representativeKey, todayOn) : null;
  return denied ? { ...wrong, representativeKey: denied } : wrong;
}

function parkingOf({ use, parkingBasis }: RegisterRow): Fields {
  if (use === 'parking' && parkingBasis === null) return { parkingBasis: '车位要写明是否计入' };
  if (use !== 'parking' && parkingBasis !== null) return { parkingBasis: '只有车位才填这一项' };
  return {};
}

/** Why this resident cannot be the household representative, as a sentence, or null. */
export function representativeFault(
  residents: readonly { key: string; bornOn: string }[],
  key: string,
  todayOn: string,
): string | null {
  const resident = residents.find((one) => one.key === key);
  if (!resident) return '户代表要是登记在这一户的人';
  return isAdult(resident.bornOn, todayOn) ? null : '户代表要满18周岁';
}

/** What is wrong with a row of the register, by field; an empty object when nothing is (ROLL-3, 6, 7, 13). */
export function rowFaults(row: RegisterRow, todayOn: string): Fields {
  return { ...ownersOf(row), ...residentsOf(row, todayOn), ...parkingOf(row) };
}

/** The same for a batch, in which no home stands twice and a key names one person. */
export function batchFaults(rows: readonly RegisterRow[], todayOn: string): Fields {
  const wrong: Fields = {};
  const seen = new Set<string>();
  const names = { owners: new Map<string, string>(), residents: new Map<string, string>() };
  rows.forEach((row, n) => {
    for (const [field, sentence] of Object.entries(rowFaults(row, todayOn))) {
      wrong[`homes.${n}.${field}`] = sentence;
    }
    const home = JSON.stringify([row.placeId, row.label]);
    if (seen.has(home)) wrong[`homes.${n}.label`] = '同一套房写了两次';
    seen.add(home);
    for (const field of ['owners', 'residents'] as const) {
      for (const { key, name } of row[field]) {
        if ((names[field].get(key) ?? name) !== name) wrong[`homes.${n}.${field}`] = `编号${key}有两个姓名`;
        names[field].set(key, name);
      }
    }
  });
  return wrong;
}

/** '3栋2单元501' → '3栋2单元5**': whoever knows the person recognises the home, nobody else finds it. */
export function maskLabel(label: string): string {
  return label.length > 2 ? `${label.slice(0, -2)}**` : '**';
}
