import type { Context } from '../../../kernel/context';
import { store } from '../../../kernel/reader';
import { enforce, found, Refusal } from '../../../kernel/refusal';
import { maySee } from '../../motions/policy/office';
import { motions } from '../../motions/repository';
import { changesRules } from '../rules/rules-change';
import { voteFacts } from './vote';

/**
 * An announced vote on written rules with what it changes (CHART-7).
 * @throws Refusal NOT_FOUND for whoever does not see the vote; DOCUMENT_NOT_READY before its announcement, or where it changes no rules
 */
export async function changingVote(context: Context, id: string) {
  const { actor, now } = context;
  const motion = found(await motions.byId(store, id));
  enforce(maySee(actor, now, motion));
  const vote = await voteFacts(motion, now);
  if (vote.phase === 'draft' || !changesRules(vote)) throw new Refusal('DOCUMENT_NOT_READY');
  return vote;
}
