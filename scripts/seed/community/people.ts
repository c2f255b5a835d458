import type { Office } from '../../../contract/roles';
import { Random } from '../random';
import type { RegisterHome } from './home';
import { characters, type CharacterKey } from './characters';
import { SPECIAL } from './special-homes';

/** Somebody with a phone. */
export interface Person {
  openid: string;
  /** As neighbours call them. */
  name: string;
  /** As the register has them. */
  registerName: string;
  /** Labels of the homes that they claim by letterbox code. */
  homes: readonly string[];
  asTenant?: true;
  offices?: readonly (readonly [office: Office, placeId: string, gender?: 'female' | 'male'])[];
  /** Days from today on which they came to the app. */
  since: number;
  /** What they are, for the list of demo persons; nobody else's is listed. */
  roles?: string;
}

const SEED = 820;
/** The first neighbours were there from the start, the others heard of it from them; all came before the vote on the lift. */
const ARRIVALS = [-60, -38, -10, -10] as const;

/** How many neighbours of a place use the app beside the characters. In 3栋 all but six of them have voted on the lift. */
const NEIGHBOURS: Readonly<Record<string, number>> = {
  'xingfuli-3-1': 12,
  'xingfuli-3-2': 13,
  'xingfuli-3-3': 12,
  'xingfuli-3-4': 11,
  'xingfuli-3-5': 11,
  'xingfuli-3-6': 11,
  'xingfuli-1-1': 1,
  'xingfuli-1-2': 1,
  'xingfuli-2-1': 1,
  'xingfuli-2-2': 1,
  'liulin-1': 2,
  'liulin-2': 2,
  sanzu: 3,
};

function neighbour(home: RegisterHome, since: number): Person {
  const name = home.owners[0]?.name ?? '';
  const room = /(\d+)号?$/.exec(home.label)?.[1] ?? '';
  return {
    openid: `demo-${home.placeId}-${room}`,
    name,
    registerName: name,
    homes: [home.label],
    since,
  };
}

/** Neighbours with one home of their own, drawn from the register. */
function neighbours(homes: readonly RegisterHome[]): Person[] {
  const random = new Random(SEED);
  return Object.entries(NEIGHBOURS).flatMap(([placeId, count]) => {
    const plain = homes.filter(
      (home) => home.placeId === placeId && !SPECIAL[home.label] && home.residents?.length,
    );
    const drawn = random.shuffled(plain).slice(0, count);
    // Who lives in unit 2 was there when its roof was voted on.
    return drawn.map((home, n) =>
      neighbour(home, placeId === 'xingfuli-3-2' ? ARRIVALS[0] : (ARRIVALS[n % ARRIVALS.length] ?? -60)),
    );
  });
}

/** Everybody who uses the app, and where each of them lives. */
export class People {
  readonly all: readonly Person[];
  private readonly placeOf: ReadonlyMap<string, string>;

  constructor(homes: readonly RegisterHome[]) {
    this.all = [...Object.values(characters), ...neighbours(homes)];
    this.placeOf = new Map(homes.map(({ label, placeId }) => [label, placeId]));
  }

  /** One of those whom the matters name. */
  is(key: CharacterKey): Person {
    return characters[key];
  }

  /** One owner for each home in a place (or in what lies in it), of those who had come by a day; characters first. */
  votersIn(placeId: string, day: number, without: readonly Person[] = []): Person[] {
    const inside = (label: string) => {
      const place = this.placeOf.get(label) ?? '';
      return place === placeId || place.startsWith(`${placeId}-`);
    };
    const taken = new Set<string>();
    return this.all.filter((one) => {
      if (one.asTenant || one.since > day || without.includes(one)) return false;
      const homes = one.homes.filter(inside);
      const first = homes.length > 0 && !homes.some((label) => taken.has(label));
      for (const label of homes) taken.add(label);
      return first;
    });
  }
}
