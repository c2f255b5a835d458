import { randomInt } from 'node:crypto';
import type { CallInput } from '@contract/calls';
import type { LiveView } from '@contract/live';
import type { Context } from '../../../kernel/context';
import { Refusal } from '../../../kernel/refusal';
import { leadStep } from '../lead';
import { lives } from '../repository';
import { CODE_MS, SCREENS } from '../rules/running';

const TRIES = 5;

/** Six digits that no other meeting shows at this moment. */
async function freeCode(): Promise<string> {
  for (let n = 1; ; n += 1) {
    const code = String(randomInt(1_000_000)).padStart(6, '0');
    if (n === TRIES || (await lives.byCode(code)).length === 0) return code;
  }
}

/** A code for one more projector, good for five minutes and for one of them (LIVE-8). */
export async function issueCode(context: Context, { id }: CallInput<'live.pair'>): Promise<LiveView> {
  const code = await freeCode();
  return leadStep(context, id, (live) => {
    if (live.screens.length >= SCREENS) throw new Refusal('SCREENS_FULL');
    return { ...live, pairing: { code, until: context.now + CODE_MS } };
  });
}
