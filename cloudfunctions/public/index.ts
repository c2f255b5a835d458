import { servePublic } from '../kernel/serve-public';
import { pairScreen } from '../modules/live/use-cases/pair-screen';
import { readScreen } from '../modules/live/use-cases/read-screen';

/** Read by whoever has no login, over HTTP: a projector is paired by a code, and then reads one state (docs/decisions/0013). */
export async function main(event: unknown): Promise<unknown> {
  return servePublic({ pair: pairScreen, state: readScreen }, event);
}
