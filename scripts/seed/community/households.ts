import type { Random } from '../random';
import type { RegisterHome, Shell } from './home';
import { type Generation, Names } from './names';
import { SPECIAL } from './special-homes';

type Owner = RegisterHome['owners'][number];
type Resident = NonNullable<RegisterHome['residents']>[number];

const BORN: Record<Generation, [from: number, to: number]> = {
  old: [1938, 1962],
  middle: [1963, 1992],
  young: [2009, 2021],
};

const FIRMS: [string, ...string[]] = ['江岸百货有限公司', '蓝田便民服务有限公司', '望江文印有限公司'];

/** Fills homes with people: families, couples who own together, old people alone, and now and then nobody. */
export class Households {
  private readonly names: Names;
  private persons = 0;

  constructor(private readonly random: Random) {
    this.names = new Names(random);
    for (const { owners = [], residents = [] } of Object.values(SPECIAL)) {
      for (const { name } of [...owners, ...residents]) this.names.keep(name);
    }
  }

  moveInto(home: Shell): RegisterHome {
    if (home.use !== 'home') return { ...home, holding: 'owner', owners: [this.merchant()], residents: [] };
    const surname = this.names.surname();
    const first = this.person(this.random.next() < 0.45 ? 'old' : 'middle', surname);
    const partner = this.random.next() < 0.7 ? this.person('middle') : null;
    const child = this.random.next() < 0.4 ? this.person('young', surname) : null;
    const together = partner !== null && this.random.next() < 0.3;
    const owners = [first, ...(together ? [partner] : [])].map(({ key, name }) => ({ key, name }));
    // One home in twelve stands empty or is let: its owner votes as an owner, and no household lives there.
    const away = this.random.next() < 1 / 12;
    const residents = away ? [] : [first, partner, child].filter((one) => one !== null);
    return { ...home, holding: 'owner', owners, residents };
  }

  private merchant(): Owner {
    this.persons += 1;
    const name = this.persons % 3 === 0 ? this.random.pick(FIRMS) : this.names.take('middle');
    return { key: `b${String(this.persons).padStart(4, '0')}`, name };
  }

  private person(generation: Generation, surname?: string): Resident {
    this.persons += 1;
    const [from, to] = BORN[generation];
    const two = (value: number) => String(value).padStart(2, '0');
    const day = `${two(this.random.between(1, 12))}-${two(this.random.between(1, 28))}`;
    return {
      key: `p${String(this.persons).padStart(4, '0')}`,
      name: this.names.take(generation, surname),
      bornOn: `${this.random.between(from, to)}-${day}`,
    };
  }
}
