import type { CallInput } from '@contract/calls';
import type { PathBoard } from '@contract/paths';
import type { Context } from '../../../kernel/context';
import { presentBoard } from '../present';

/** The lawful path of a matter: for everybody who may see the matter (PATH-12). */
export function readBoard(
  context: Context,
  { matterId, body }: CallInput<'paths.board'>,
): Promise<PathBoard> {
  return presentBoard(context, matterId, body);
}
