import { applyVersion } from './applying';

/** Of the 20 s that a call has; what is left is done by the next one, or by the timer. */
const WORK_MS = 11_000;

/** Goes on with applying for as long as a call may. */
export async function applyWithin(registerId: string, requestId: string): Promise<void> {
  const until = performance.now() + WORK_MS;
  await applyVersion(registerId, requestId, () => performance.now() < until);
}
