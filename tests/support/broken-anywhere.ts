import type { Envelope } from '@contract/envelope';
import { expect } from 'vitest';
import type { TestCloud } from './local-cloud';
import { codeOf } from './wangs-paper';

/** How a database request goes wrong: not done, done with its answer lost, or the connection gone before or after it. */
export const BREAKS = ['fail', 'fail-after', 'drop-before', 'drop'] as const;
export type Break = (typeof BREAKS)[number];

export interface Tried {
  /** The call, the same each time that it is sent. */
  send: () => Promise<Envelope<unknown>>;
  /** What stands after the broken call, and again after its retry. */
  check: (broken: boolean) => Promise<void>;
}

/**
 * Sends a call anew for each of its database requests, with that one broken, until none is left to break; then the phone sends it
 * again and is answered. Gives how many requests were tried.
 */
export async function brokenAnywhere(
  { cloud }: TestCloud,
  then: Break,
  prepare: () => Promise<Tried>,
): Promise<number> {
  for (let nth = 1; ; nth += 1) {
    const { send, check } = await prepare();
    const fault = cloud.faults.on({ action: /^database\./, nth, then });
    const answer = await send().catch(() => null);
    const struck = fault.hits > 0;
    cloud.faults.reset();
    await check(true);
    const again = await send();
    expect([nth, codeOf(again)]).toEqual([nth, 'ok']);
    // What was acknowledged before stays what it was.
    if (answer?.ok && again.ok) expect(again.data).toEqual(answer.data);
    await check(false);
    if (!struck) return nth;
  }
}
