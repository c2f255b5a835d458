import { type Context, personOf } from '../../../kernel/context';
import { store } from '../../../kernel/reader';
import { enforce, found, Refusal } from '../../../kernel/refusal';
import type { MotionDocument } from '../../motions/documents';
import { maySee } from '../../motions/policy/office';
import { profileOf } from '../../motions/profile';
import { voterIn, voterRefusal } from '../../motions/policy/voter';
import { motions, rollEntries } from '../../motions/repository';
import { entrustable, forbidden, mayHandleProxies } from '../../proxies/policy';
import type { ProxyFacts } from '../rules/proxy-form';
import { voteFacts } from './vote';

/** The voter whose form it is: the caller's own, or any for the officers who enter it. */
async function labelOf(context: Context, motion: MotionDocument, entryId: string): Promise<string> {
  const entry = await rollEntries.byId(store, entryId);
  if (!motion.roll || entry?.rollId !== motion.roll.id) throw new Refusal('DOCUMENT_PART');
  const own = voterRefusal(voterIn(motion, personOf(context)), entry) === null;
  if (!own && mayHandleProxies(context.actor, context.now, motion) !== null) throw new Refusal('NOT_ALLOWED');
  return entry.label;
}

/** What the form of a proxy says of a vote that takes some (PROXY-12). */
export async function proxyFacts(
  context: Context,
  id: string,
  entryId: string | null,
): Promise<ProxyFacts & { title: string }> {
  const motion = found(await motions.byId(store, id));
  enforce(maySee(context.actor, context.now, motion));
  enforce(entrustable(motion));
  const profile = await profileOf(store, motion);
  enforce(forbidden(profile.maxProxies));
  if (!motion.roll) throw new Refusal('DOCUMENT_NOT_READY');
  const vote = await voteFacts(motion, context.now);
  const voterLabel = entryId === null ? null : await labelOf(context, motion, entryId);
  const { maxProxies } = profile;
  return { title: motion.title, vote, voterLabel, atMeeting: motion.meetingId !== null, maxProxies };
}
