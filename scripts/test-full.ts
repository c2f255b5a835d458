import { findBrowser } from './browser/find-browser';
import { allBuilds } from './build/steps';
import { command } from './command';
import { closingLine, runSteps, sum } from './steps';
import { DEFAULT_CRASH_ROUNDS, DEFAULT_ROUNDS, runSuites } from './test/suites';

/** The exhaustive tests (`*.full.test.ts`); YARD_ROUNDS says how often each repeats, YARD_CRASH_ROUNDS those that kill a process. */
command(async () => {
  await findBrowser();
  const rounds = process.env.YARD_ROUNDS ?? DEFAULT_ROUNDS;
  const crashRounds = process.env.YARD_CRASH_ROUNDS ?? process.env.YARD_ROUNDS ?? DEFAULT_CRASH_ROUNDS;
  console.log(`Exhaustive tests, ${rounds} rounds each (YARD_ROUNDS)`);
  const builds = await runSteps(allBuilds, 2);
  const total = sum(
    builds,
    await runSuites({ YARD_FULL: '1', YARD_ROUNDS: rounds, YARD_CRASH_ROUNDS: crashRounds }),
  );
  console.log(closingLine(total));
  return total.failed === 0 ? 0 : 1;
});
