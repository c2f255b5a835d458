import type { LocalCloud } from '../emulator';
import type { DemoPerson } from './demo-person';
import type { FunctionEnvironment } from './function-environment';
import { characters } from './seed/community/characters';
import type { Person } from './seed/community/people';
import { settle } from './seed/community/settle';
import { tellMatters } from './seed/matters/index';
import { Yard } from './seed/yard';

const listed = (person: Person): DemoPerson[] =>
  person.roles === undefined ? [] : [{ openid: person.openid, name: person.name, roles: person.roles }];

/**
 * Makes the demo community in an empty cloud, by the calls that phones make: two months of it, which end at the clock's present.
 * The clock stands while it is made, so that no timer comes in between, and is as before afterwards.
 * Answers whom the page can be used as.
 * @throws Error that names the refused call; where the demo community is there already, before anything is written
 */
export async function seed(cloud: LocalCloud, environment: FunctionEnvironment): Promise<DemoPerson[]> {
  const { clock } = cloud;
  const nowAt = clock.now();
  const stood = clock.frozen;
  clock.freeze();
  try {
    const yard = new Yard(cloud, nowAt);
    settle(yard, environment);
    tellMatters(yard);
    await yard.story.play(clock);
  } finally {
    if (stood) clock.set(nowAt);
    else clock.real();
  }
  return Object.values<Person>(characters).flatMap(listed);
}
