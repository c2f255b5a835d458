import type { HomeDocument } from '../../members/documents';
import type { RollEntryDocument } from '../documents';
import type { RollEntry } from '../rules/roll';
import type { Register, Seat } from './register';

type Listed = Pick<RollEntryDocument, 'label' | 'homeIds' | 'homeLabels'>;

/** Finds the homes that a voter is known by, for thousands of voters at once. */
export function homeFinder({ homes }: Register): (voter: RollEntry) => HomeDocument[] {
  const byId = new Map(homes.map((home) => [home._id, home]));
  const byResident = new Map<string, HomeDocument[]>();
  for (const home of homes) {
    for (const { key } of home.residents) byResident.set(key, [...(byResident.get(key) ?? []), home]);
  }
  return (voter) => {
    if (voter.kind === 'persons') return voter.keys.flatMap((key) => byResident.get(key) ?? []);
    const own = voter.kind === 'homes' ? [voter.voterKey.slice('home:'.length)] : [];
    const ids = [...own, ...voter.homes.map(({ homeId }) => homeId)];
    return ids.flatMap((id) => byId.get(id) ?? []);
  };
}

const byLabel = (a: HomeDocument, b: HomeDocument) => (a.label < b.label ? -1 : 1);

/** What others may read of a voter: homes by their labels, residents by their family name, delegates by name. */
export function listed(voter: RollEntry, homes: readonly HomeDocument[], seats: readonly Seat[]): Listed {
  const inOrder = [...homes].sort(byLabel);
  const homeIds = inOrder.map(({ _id }) => _id);
  const homeLabels = inOrder.map(({ label }) => label);
  return { label: labelOf(voter, inOrder, seats), homeIds, homeLabels };
}

function labelOf(voter: RollEntry, homes: readonly HomeDocument[], seats: readonly Seat[]): string {
  const [home] = homes;
  const first = home?.label ?? '';
  if (voter.kind === 'delegates') {
    return seats.find(({ personId }) => voter.keys.includes(personId))?.name ?? '';
  }
  if (voter.kind === 'persons') {
    const resident = home?.residents.find(({ key }) => voter.keys.includes(key));
    return `${first} ${[...(resident?.name ?? '')][0] ?? ''}某`;
  }
  if (voter.developer) return `开发商 ${homes.length}套`;
  return homes.length > 1 ? `${first} 等${homes.length}套` : first;
}
