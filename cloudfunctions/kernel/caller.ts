import { identity } from './cloud';
import { store } from './database';
import { personIdOf } from './ids';
import type { Actor, PersonDocument } from './person';
import { Refusal } from './refusal';

/**
 * Who makes this call: one read. A missing OPENID never means "internal" (platform.md).
 * @throws Refusal NOT_IDENTIFIED without a WeChat identity
 */
export async function readCaller(): Promise<Actor> {
  const { openid } = identity();
  if (!openid) throw new Refusal('NOT_IDENTIFIED');
  // By the identity itself: whoever left and came back is another person under another id (KEEP-4).
  const [person = null] = await store.find<PersonDocument>('persons', { openid }, { limit: 1 });
  return { openid, personId: person?._id ?? personIdOf(openid), person };
}
