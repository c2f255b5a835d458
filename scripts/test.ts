import { findBrowser } from './browser/find-browser';
import { testedBuilds } from './build/steps';
import { sourceSteps } from './check/source-steps';
import { command } from './command';
import { closingLine, runSteps, sum } from './steps';
import { runSuites } from './test/suites';

command(async () => {
  // Told at once, not after three minutes of other tests.
  await findBrowser();
  const steps = await runSteps([...sourceSteps, ...testedBuilds], 2);
  const total = sum(steps, await runSuites());
  console.log(closingLine(total));
  return total.failed === 0 ? 0 : 1;
});
