import type { CallInput, CallOutput } from '@contract/calls';
import type { BoxView } from '@contract/secret-ballots';
import type { Context } from '../../../kernel/context';
import { ownPaperDenial } from '../policy/paper';
import { votersOnRoll } from '../roll/door-order';
import { boxMotion, boxView } from '../secret/box-case';

const FOUND = 30;

/** The ballot box of a secret motion, for the officers who handle it. */
export async function readBox(context: Context, { motionId }: CallInput<'motions.box'>): Promise<BoxView> {
  return boxView(context, await boxMotion(context, motionId));
}

/** Voters by their label; that somebody has voted is not said, for from who has not the turnout could be added up (SECRET-6). */
export async function findBoxVoters(
  context: Context,
  { motionId, search }: CallInput<'motions.boxVoters'>,
): Promise<CallOutput<'motions.boxVoters'>> {
  const motion = await boxMotion(context, motionId);
  const entries = await votersOnRoll(motion, search);
  const items = entries.slice(0, FOUND).map((entry) => ({
    entryId: entry._id,
    label: entry.label,
    may: ownPaperDenial(context.actor, motion, entry),
  }));
  return { items, more: entries.length > FOUND };
}
