import type { HomeDocument } from '../../members/documents';
import type { ImportedHome, ImportedOwner } from '../documents';
import type { Field } from './headings';
import type { Ids } from './ids';
import type { ParsedHome } from './parsed-home';
import { representativeFault } from '../../members/rules/register';

type Before = HomeDocument | null;
export type Faults = { field: Field; text: string }[];

/** An owner without a key of the file keeps the one that the register has for this name in this home (REG-5). */
function ownerOf(
  { name, key, proof }: ParsedHome['owners'][number],
  { homeId, before, keepProof, ids }: { homeId: string; before: Before; keepProof: boolean; ids: Ids },
): ImportedOwner | Faults[number] {
  const same = before?.owners.filter((owner) => owner.name === name) ?? [];
  if (key === null && same.length > 1) {
    return { field: 'ownerKeys', text: `这套房登记了${same.length}位“${name}”，请填业主编号来区分` };
  }
  const known = key === null ? same[0] : same.find((owner) => owner.key === key);
  return {
    key: key ?? known?.key ?? ids.owner(homeId, name),
    name,
    proof: keepProof ? (known?.proof ?? null) : proof,
    given: key !== null,
  };
}

export interface PeopleOf {
  people: Pick<ImportedHome, 'owners' | 'residents' | 'namedOwner' | 'representativeKey'>;
  faults: Faults;
}

function residentsOf(
  parsed: ParsedHome,
  homeId: string,
  before: Before,
  ids: Ids,
): HomeDocument['residents'] {
  return parsed.residents.map(({ name, bornOn }) => {
    const known = before?.residents.find((one) => one.name === name && one.bornOn === bornOn);
    return { key: known?.key ?? ids.resident(homeId, name, bornOn), name, bornOn };
  });
}

/** The people of a home: what the file has no column for stays as the register has it (REG-9). */
export function peopleOf(
  parsed: ParsedHome,
  at: { homeId: string; before: Before; columns: ReadonlySet<Field>; ids: Ids; todayOn: string },
): PeopleOf {
  const { homeId, before, columns, ids, todayOn } = at;
  const faults: Faults = [];
  const owners: ImportedOwner[] = [];
  for (const parsedOwner of parsed.owners) {
    const owner = ownerOf(parsedOwner, { homeId, before, keepProof: !columns.has('buyerProof'), ids });
    if ('field' in owner) faults.push(owner);
    else owners.push(owner);
  }
  const own = parsed.use !== 'parking' && columns.has('residents');
  const residents = own ? residentsOf(parsed, homeId, before, ids) : (before?.residents ?? []);
  const people: PeopleOf['people'] = { owners, residents };
  if (new Set(residents.map(({ key }) => key)).size < residents.length) {
    faults.push({ field: 'residents', text: '同一个人写了两次，请删掉一个' });
  }
  const late = residents.find(({ bornOn }) => bornOn > todayOn || bornOn < '1900-01-01');
  if (late) faults.push({ field: 'residents', text: `“${late.name}”的出生日期不对` });
  if (parsed.named) {
    const key = owners.find(({ name }) => name === parsed.named?.name)?.key;
    if (key) people.namedOwner = { key, proof: parsed.named.proof };
    else faults.push({ field: 'named', text: `“${parsed.named.name}”不在这套房的业主里，请改成其中一位` });
  }
  if (parsed.representative !== null) {
    const key = residents.find(({ name }) => name === parsed.representative)?.key ?? '';
    const fault = representativeFault(residents, key, todayOn);
    if (fault) faults.push({ field: 'representative', text: `“${parsed.representative}”不行：${fault}` });
    else people.representativeKey = key;
  }
  return { people, faults };
}
