import type { CallInput, CallOutput } from '@contract/calls';
import type { Context } from '../../../kernel/context';
import { enforce } from '../../../kernel/refusal';
import { conveningLaw } from '../../motions/drafting';
import { mayAnswer } from '../policy';
import { motionWithRoll } from '../present';
import { challenges } from '../repository';
import { challengeView } from '../views';

/** The objections to one roll, for the office that answers them. */
export async function listChallenges(
  context: Context,
  input: CallInput<'rolls.challenges'>,
): Promise<CallOutput<'rolls.challenges'>> {
  const { actor, now } = context;
  const motion = await motionWithRoll(context, input.motionId);
  const { conveners } = await conveningLaw(motion, now);
  enforce(mayAnswer(actor, now, motion, conveners, null));
  const { items, next } = await challenges.ofMotion(motion._id, input.state, input.cursor);
  const shown = items.map((one) => challengeView(one, mayAnswer(actor, now, motion, conveners, one)));
  return { items: shown, next };
}
