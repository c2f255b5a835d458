import { cp, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { DemoPerson } from '../demo-person';
import { H5_LOCAL } from '../project';

/**
 * Makes the folder that a local cloud serves: a copy of the local H5 build, so that a later build does not change the page
 * under a running cloud, and the persons whom it can be used as. Replaces what was in `folder`.
 */
export async function makeWebRoot(folder: string, persons: DemoPerson[]): Promise<void> {
  const fresh = `${folder}.${process.pid}`;
  await cp(H5_LOCAL, fresh, { recursive: true });
  await writePersons(fresh, persons);
  await rm(folder, { recursive: true, force: true });
  await rename(fresh, folder);
}

/** Lists the persons for the page served from `folder`. */
export async function writePersons(folder: string, persons: DemoPerson[]): Promise<void> {
  await writeFile(path.join(folder, 'persons.json'), `${JSON.stringify(persons, null, 2)}\n`);
}
