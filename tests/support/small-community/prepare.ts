import { startTestCloud } from '../local-cloud';
import { smallCommunity } from '../persons';
import { isKept } from './snapshot';

/** Vitest's global setup: the small community is made before the first test that wants it, and by nobody twice. */
export async function setup(): Promise<void> {
  if (await isKept()) return;
  const cloud = await startTestCloud();
  try {
    await smallCommunity(cloud);
  } finally {
    await cloud.close();
  }
}
