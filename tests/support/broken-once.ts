import type { CallName } from '@contract/calls';
import { expect } from 'vitest';
import { type Break, brokenAnywhere } from './broken-anywhere';
import type { TestCloud } from './local-cloud';
import type { PersonKey } from './motions';
import { freshId, type SmallCommunity } from './persons';

/** One call that is broken off at each of its database requests. */
export interface BrokenCall {
  by: PersonKey;
  action: CallName;
  input: object;
  /** What is stored of it, in words that can be compared. */
  stands: () => Promise<unknown>;
  after: unknown;
  /** What may stand where the call broke off after its own commit; left out: nothing but before and after. */
  between?: unknown;
}

/**
 * Breaks a call off anywhere (IDM-4): what stands then is as before or as after, never half of it, and after the retry it is done once.
 * @returns how many requests were tried
 */
export async function doneOnce(
  cloud: TestCloud,
  yard: SmallCommunity,
  then: Break,
  prepare: () => Promise<BrokenCall>,
): Promise<number> {
  return brokenAnywhere(cloud, then, async () => {
    // Past the window of the rate limit, which is not what is tried here.
    await cloud.advance(11 * 60_000);
    const { by, action, input, stands, after, between = after } = await prepare();
    const before = await stands();
    expect(before).not.toEqual(after);
    const sent = { clientId: freshId(), ...input };
    return {
      send: () => cloud.as(yard.people[by].openid).send(action, sent),
      check: async (broken) => {
        const now = await stands();
        if (broken) expect([before, between, after]).toContainEqual(now);
        else expect(now).toEqual(after);
      },
    };
  });
}
