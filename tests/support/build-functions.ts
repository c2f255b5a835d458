import { buildFunctions } from '../../scripts/build/functions';

const BUILT = 'YARD_FUNCTIONS_BUILT';

/** Bundles the functions as their sources are now, once for a test run (one second); workers inherit the mark. */
export async function ensureFunctions(): Promise<void> {
  if (process.env[BUILT] === '1') return;
  await buildFunctions();
  process.env[BUILT] = '1';
}

/** Vitest's global setup for the suites in which every test calls the functions. */
export const setup = ensureFunctions;
