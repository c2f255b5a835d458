import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { LocalCloud } from '../../emulator';
import type { DemoPerson } from '../demo-person';
import type { FunctionEnvironment } from '../function-environment';
import { LOCAL } from '../project';

export const DATA = path.join(LOCAL, 'data');
/** Written when the demo community is complete: without it the data is half a community. */
const PERSONS = path.join(LOCAL, 'persons.json');

/** Removes the data when asked to, or when the first start did not get to its end. Call it before the cloud is started. */
export async function prepareData(fresh: boolean): Promise<void> {
  if (!fresh && existsSync(PERSONS)) return;
  await rm(PERSONS, { force: true });
  await rm(DATA, { recursive: true, force: true });
  await mkdir(DATA, { recursive: true });
}

/** The demo persons; makes the demo community through the cloud's own calls when there is none yet. */
export async function settle(
  cloud: LocalCloud,
  environment: FunctionEnvironment,
  say: (text: string) => void,
): Promise<DemoPerson[]> {
  if (existsSync(PERSONS)) return JSON.parse(await readFile(PERSONS, 'utf8')) as DemoPerson[];
  say('Making the demo community ...');
  // Loaded at the first start only: it is most of what this command would have to load.
  const { seed } = await import('../seed');
  const persons = await seed(cloud, environment);
  await writeFile(PERSONS, `${JSON.stringify(persons, null, 2)}\n`);
  return persons;
}
