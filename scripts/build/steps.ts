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

/** Everything that tests look at; a build that fails throws, which makes its step fail with the tool's own words. */
export const buildSteps: Step[] = [
  {
    name: 'build functions',
    run: async () => {
      await buildFunctions();
      return { ok: true, output: '' };
    },
  },
  phone('weapp'),
  phone('h5-local'),
  phone('h5'),
];
