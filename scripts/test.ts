import { findBrowser } from './browser/find-browser';
import { buildSteps } from './build/steps';
import { sourceSteps } from './check/source-steps';
import { command } from './command';
import { closingLine, runSteps, sum } from './steps';
import { runSuites } from './test/suites';

command(async () => {
  // Told at once, not after three minutes of other tests.
  await findBrowser();
  const checks = await runSteps(sourceSteps, 2);
  const builds = await runSteps(buildSteps, 2);
  const suites = await runSuites();
  const total = sum(checks, builds, suites);
  console.log(closingLine(total));
  return total.failed === 0 ? 0 : 1;
});
