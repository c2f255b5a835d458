import { tooModern } from './build/es-level';
import { buildFunctions } from './build/functions';
import { kilobytes, oversized, packageSizes } from './build/package-sizes';
import { buildPhone, describeBuilt, type Flavour } from './build/taro';
import { FUNCTIONS_DIST, H5_DIST, shown, WEAPP_DIST } from './project';
import { command } from './command';

/** What is deployed; the local flavour of H5 is made by `start` and `test`. */
const DEPLOYED: Flavour[] = ['weapp', 'h5'];

async function checkPhone(): Promise<string[]> {
  const sizes = await packageSizes(WEAPP_DIST);
  for (const { name, bytes, limit } of sizes) {
    console.log(`  weapp ${name.padEnd(28)} ${kilobytes(bytes).padStart(9)} of ${kilobytes(limit)}`);
  }
  const syntax = await Promise.all([WEAPP_DIST, H5_DIST].map(tooModern));
  return [...oversized(sizes), ...syntax.flat()];
}

command(async () => {
  console.log('Building the functions ...');
  const names = await buildFunctions();
  console.log(`  ${names.join(', ')} in ${shown(FUNCTIONS_DIST)}`);
  console.log('Building the phone for WeChat and for browsers ...');
  for (const built of await Promise.all(DEPLOYED.map(buildPhone))) console.log(`  ${describeBuilt(built)}`);
  const faults = await checkPhone();
  for (const fault of faults) console.error(`  ✗ ${fault}`);
  return faults.length === 0 ? 0 : 1;
});
