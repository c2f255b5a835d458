import { idOf } from '../../kernel/ids';

/** What the server keeps of a projector: the hash of its secret. */
export function screenId(secret: string): string {
  return idOf('live-screen', secret);
}
