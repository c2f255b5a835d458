import type { CallInput } from '@contract/calls';
import type { ChallengeView } from '@contract/rolls';
import { change } from '../../../kernel/change';
import { requirePassed } from '../../../kernel/content-check';
import type { Context } from '../../../kernel/context';
import { store } from '../../../kernel/reader';
import { enforce, found, requireRevision } from '../../../kernel/refusal';
import { conveningLaw } from '../../motions/drafting';
import { maySee } from '../../motions/policy/office';
import { motions } from '../../motions/repository';
import { rollLink } from '../link';
import { mayAnswer, outcomeRefusal } from '../policy';
import { challenges } from '../repository';
import { challengeView } from '../views';
import { OUTCOME_WORDS } from '../words';

/** Answers an objection to a roll; whoever raised it hears of it (ROLL-16). */
export async function answerChallenge(
  context: Context,
  input: CallInput<'rolls.answer'>,
): Promise<ChallengeView> {
  const { actor, now } = context;
  const { outcome, reason } = input;
  await requirePassed(context, [reason]);
  await change(context, async (transaction) => {
    const before = found(await challenges.byId(transaction, input.id));
    const motion = found(await motions.byId(transaction, before.motionId));
    enforce(maySee(actor, now, motion));
    const { conveners } = await conveningLaw(motion, now);
    enforce(mayAnswer(actor, now, motion, conveners, before));
    requireRevision(before, input.revision);
    enforce(outcomeRefusal(outcome, before, motion, now));
    const answer = { outcome, reason, by: actor.personId, at: now };
    const revision = before.revision + 1;
    await challenges.put(transaction, { ...before, state: 'answered', answer, revision });
    return {
      subject: { kind: 'roll-challenge', id: before._id },
      path: motion.path,
      facts: { motionId: motion._id, outcome },
      messages: [
        {
          audience: { persons: [before.personId] },
          kind: 'motion' as const,
          title: `您对名册的异议有答复：${motion.title}`.slice(0, 60),
          body: `${OUTCOME_WORDS[outcome]}。${reason}`,
          link: rollLink(motion._id),
        },
      ],
    };
  });
  return challengeView(found(await challenges.byId(store, input.id)), 'CHALLENGE_ANSWERED');
}
