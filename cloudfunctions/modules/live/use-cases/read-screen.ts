import type { PublicInput, ScreenAnswer } from '@contract/public';
import type { Context } from '../../../kernel/context';
import { store } from '../../../kernel/reader';
import { Refusal } from '../../../kernel/refusal';
import { fileAddress } from '../../../kernel/storage';
import { refreshed } from '../refresh';
import { lives } from '../repository';
import { askAgainMs, FRESH_MS } from '../rules/cadence';
import { isRunning } from '../rules/running';
import { screenId } from '../screen';
import { stateView } from '../views';

/** One poll of a projector: one request where nothing has changed (LIVE-8). */
export async function readScreen(
  { now }: Context,
  { meetingId, secret, known }: PublicInput<'state'>,
): Promise<ScreenAnswer> {
  const stands = await lives.byId(store, meetingId);
  if (!stands?.screens.includes(screenId(secret))) throw new Refusal('SCREEN_UNKNOWN');
  const live = await refreshed(stands, now, FRESH_MS.staff);
  const running = isRunning(live, now);
  const again = running ? askAgainMs('staff', now - live.changedAt, 0) : null;
  if (running && known === live.version) {
    return { unchanged: true, version: live.version, askAgainMs: again };
  }
  const qr = live.vote?.qrFileId ?? null;
  const picture = qr === null ? null : await fileAddress(qr);
  return { unchanged: false, state: stateView(live, now), picture, askAgainMs: again };
}
