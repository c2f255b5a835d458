import type { CallInput } from '@contract/calls';
import type { LiveAnswer } from '@contract/live';
import type { Context } from '../../../kernel/context';
import { store } from '../../../kernel/reader';
import { requireSeen } from '../../meetings/expected';
import { again, faceOf, viewOf } from '../present';
import { refreshed } from '../refresh';
import { lives } from '../repository';
import { FRESH_MS } from '../rules/cadence';

/**
 * One poll of a phone. Where nothing has changed it costs two requests, the caller and the state, and says so in one line; what is
 * one's own is read only with another version (LIVE-7).
 */
export async function readLive(
  context: Context,
  { id, known }: CallInput<'live.state'>,
): Promise<LiveAnswer> {
  const { now } = context;
  const stands = await lives.byId(store, id);
  if (!stands) return { unchanged: false, view: await viewOf(context, id, null) };
  await requireSeen(context, stands.meeting);
  const face = faceOf(context, stands.meeting.path);
  const live = await refreshed(stands, now, FRESH_MS[face]);
  const askAgainMs = again(context, live, face);
  // Once it is over it is told as a whole: the end by the clock makes no version.
  if (known === live.version && askAgainMs !== null) {
    return { unchanged: true, version: live.version, askAgainMs };
  }
  return { unchanged: false, view: await viewOf(context, id, live) };
}
