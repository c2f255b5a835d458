import type { CallInput } from '@contract/calls';
import type { OwnRoll } from '@contract/rolls';
import { change } from '../../../kernel/change';
import { checkContent } from '../../../kernel/content-check';
import { type Context, personOf } from '../../../kernel/context';
import type { Tie } from '../../../kernel/person';
import { enforce, found } from '../../../kernel/refusal';
import type { MotionDocument } from '../../motions/documents';
import { maySee } from '../../motions/policy/office';
import { motions } from '../../motions/repository';
import type { ChallengeDocument } from '../documents';
import { againRefusal, mayChallenge } from '../policy';
import { presentOwnRoll } from '../present';
import { challenges } from '../repository';

/** The caller's own home that it is about; null where it is about none. */
function homeOf(context: Context, { placeId }: MotionDocument, homeId: string | null): Tie | null {
  if (homeId === null) return null;
  const { ties } = personOf(context);
  return found(ties.find((tie) => tie.homeId === homeId && tie.path.includes(placeId)) ?? null);
}

function raised(
  context: Context,
  motion: MotionDocument,
  home: Tie | null,
  text: string,
  before: ChallengeDocument | null,
): ChallengeDocument {
  const { _id: personId, name: personName } = personOf(context);
  const earlier = before?.answer
    ? [...before.earlier, { text: before.text, raisedAt: before.raisedAt, answer: before.answer }]
    : [];
  return {
    _id: challenges.idOf(motion._id, personId, home?.homeId ?? null),
    ...{ motionId: motion._id, personId, personName, path: motion.path, text, earlier },
    homeId: home?.homeId ?? null,
    homeLabel: home?.label ?? null,
    raisedAt: context.now,
    inTime: context.now < motion.opensAt,
    state: 'open',
    answer: null,
    revision: (before?.revision ?? 0) + 1,
  };
}

/** Says that a roll is wrong about oneself (ROLL-14). Only offices read it, so a text that waits for its check waits for nothing here. */
export async function challengeRoll(context: Context, input: CallInput<'rolls.challenge'>): Promise<OwnRoll> {
  const { motionId, homeId, text } = input;
  await checkContent(context, [text]);
  await change(context, async (transaction) => {
    const motion = found(await motions.byId(transaction, motionId));
    enforce(maySee(context.actor, context.now, motion));
    enforce(mayChallenge(motion, context.now));
    const home = homeOf(context, motion, homeId);
    const id = challenges.idOf(motionId, context.actor.personId, home?.homeId ?? null);
    const before = await challenges.byId(transaction, id);
    enforce(againRefusal(before));
    const challenge = raised(context, motion, home, text, before);
    await challenges.put(transaction, challenge);
    return {
      subject: { kind: 'roll-challenge', id },
      path: motion.path,
      facts: { motionId, homeId, inTime: challenge.inTime },
    };
  });
  return presentOwnRoll(context, motionId);
}
