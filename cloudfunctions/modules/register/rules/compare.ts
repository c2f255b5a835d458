import type { HomeDocument } from '../../members/documents';
import type { FieldChange, ImportedHome } from '../documents';
import { TITLES } from './headings';

const USES = { home: '住宅', shop: '商铺', office: '办公', parking: '车位' };
const BASES = { 'land-register': '不动产登记', surveyed: '测绘', contract: '合同' };
const HOLDINGS = { owner: '业主', unsold: '未售', 'not-handed-over': '未交付' };
const PARKING = { registered: '登记', 'community-rule': '规约', none: '不计入' };

/** 9856 → '98.56' */
export const areaText = (area: number): string => (area / 100).toFixed(2);

type Facts = Pick<
  HomeDocument,
  'use' | 'area' | 'areaBasis' | 'parkingBasis' | 'holding' | 'owners' | 'residents'
>;

function words({
  use,
  area,
  areaBasis,
  parkingBasis,
  holding,
  owners,
  residents,
}: Facts): Map<string, string> {
  return new Map([
    [TITLES.use, USES[use]],
    [TITLES.area, areaText(area)],
    [TITLES.areaBasis, BASES[areaBasis]],
    [TITLES.parkingBasis, parkingBasis === null ? '' : PARKING[parkingBasis]],
    [TITLES.holding, HOLDINGS[holding]],
    [TITLES.owners, owners.map(({ name }) => name).join('、')],
    [TITLES.buyerProof, owners.flatMap(({ proof }) => proof ?? []).join('、')],
    [TITLES.residents, residents.map(({ name, bornOn }) => `${name} ${bornOn}`).join('；')],
  ]);
}

type Compared = Omit<ImportedHome, 'kind' | 'changes'>;

function keysChange(before: HomeDocument, after: Compared): FieldChange[] {
  if (!after.owners.some(({ given }) => given)) return [];
  const [was, is] = [before.owners, after.owners].map((owners) => owners.map(({ key }) => key).join('、'));
  return was === is ? [] : [{ field: TITLES.ownerKeys, before: was ?? '', after: is ?? '' }];
}

function chosenChanges(
  before: HomeDocument,
  { namedOwner, representativeKey, owners, residents }: Compared,
): FieldChange[] {
  const nameIn = (people: readonly { key: string; name: string }[], key: string | null | undefined) =>
    people.find((one) => one.key === key)?.name ?? '';
  const changes: FieldChange[] = [];
  if (namedOwner && namedOwner.key !== before.namedOwnerKey) {
    const was = nameIn(before.owners, before.namedOwnerKey);
    changes.push({ field: TITLES.named, before: was, after: nameIn(owners, namedOwner.key) });
  }
  if (representativeKey !== undefined && representativeKey !== before.representativeKey) {
    const was = nameIn(before.residents, before.representativeKey);
    changes.push({ field: TITLES.representative, before: was, after: nameIn(residents, representativeKey) });
  }
  return changes;
}

/** Which fields of a home become what, in the words of the file (REG-8). */
export function changesOf(before: HomeDocument, after: Compared): FieldChange[] {
  const was = words(before);
  const facts = [...words(after)].flatMap(([field, text]) => {
    const old = was.get(field) ?? '';
    return old === text ? [] : [{ field, before: old, after: text }];
  });
  return [...facts, ...keysChange(before, after), ...chosenChanges(before, after)];
}
