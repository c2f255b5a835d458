import type { Step } from '../steps';
import { buildFunctions } from './functions';
import { buildPhone, type Flavour } from './taro';

const phone = (flavour: Flavour): Step => ({
  name: `build ${flavour}`,
  run: async () => {
    await buildPhone(flavour);
    return { ok: true, output: '' };
  },
});

/** What the tests look at; a build that fails throws, which makes its step fail with the tool's own words. */
export const testedBuilds: Step[] = [
  {
    name: 'build functions',
    run: async () => {
      await buildFunctions();
      return { ok: true, output: '' };
    },
  },
  phone('weapp'),
  phone('h5-local'),
];

/** With the page for a server of its own, which the exhaustive tests look at. */
export const allBuilds: Step[] = [...testedBuilds, phone('h5')];
