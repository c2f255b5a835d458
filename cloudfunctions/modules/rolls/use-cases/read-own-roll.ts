import type { CallInput } from '@contract/calls';
import type { OwnRoll } from '@contract/rolls';
import type { Context } from '../../../kernel/context';
import { presentOwnRoll } from '../present';

/** Whether the caller stands on a motion's roll, with what weight and why (ROLL-17). */
export function readOwnRoll(context: Context, input: CallInput<'rolls.mine'>): Promise<OwnRoll> {
  return presentOwnRoll(context, input.motionId);
}
