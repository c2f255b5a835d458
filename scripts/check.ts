import { sourceSteps } from './check/source-steps';
import { command } from './command';
import { writeTables } from './generate/tables';
import { closingLine, runSteps } from './steps';

command(async () => {
  if (process.argv.includes('--write')) console.log(`written: ${(await writeTables()).join(', ')}`);
  const tally = await runSteps(sourceSteps, 2);
  console.log(closingLine(tally));
  return tally.failed === 0 ? 0 : 1;
});
