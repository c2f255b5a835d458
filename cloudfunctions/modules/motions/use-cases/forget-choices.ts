import { boxes, choices, motions } from '../repository';

/**
 * Removes the single choices of a counted secret vote, and what is left of the box's figures: the seal has the export, and nobody has to find
 * them in a backup later (SECRET-8). Broken off anywhere it is done again from the start, until none is left.
 */
export async function forgetChoices(motionId: string): Promise<void> {
  await choices.removeAll(motionId);
  await boxes.forget(motionId);
  await motions.choicesForgotten(motionId);
}
