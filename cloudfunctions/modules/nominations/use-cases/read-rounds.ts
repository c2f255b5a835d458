import type { CallInput, CallOutput } from '@contract/calls';
import type { Invitation, RoundDetail } from '@contract/nominations';
import type { Context } from '../../../kernel/context';
import { store } from '../../../kernel/reader';
import { enforce, found } from '../../../kernel/refusal';
import { places } from '../../members/repository';
import { mayOpen, maySee } from '../policy';
import { caseById, caseOf, invitationView, presentRound } from '../present';
import { nominations, rounds } from '../repository';
import { summaryView } from '../views';

export async function listRounds(
  context: Context,
  input: CallInput<'nominations.rounds'>,
): Promise<CallOutput<'nominations.rounds'>> {
  const { actor, now } = context;
  const place = found(await places.byId(store, input.placeId));
  enforce(maySee(actor, now, place.path));
  const { items: rows, next } = await rounds.inPlace(place._id, input.cursor);
  // Whose place is above those of several rounds reads those that they belong to.
  const seen = rows.filter(({ path }) => maySee(actor, now, path) === null);
  const cases = await Promise.all(seen.map((round) => caseOf(store, round)));
  const items = cases.map((one) => summaryView(one, now));
  return { items, next, can: { open: mayOpen(actor, now, place.path) } };
}

export function readRound(context: Context, input: CallInput<'nominations.round'>): Promise<RoundDetail> {
  return presentRound(context, input.id);
}

/** The nomination that a code opens, for somebody of its place; a wrong code opens as much as none. */
export async function readInvitation(
  context: Context,
  { code }: CallInput<'nominations.invitation'>,
): Promise<Invitation> {
  const { actor, now } = context;
  const rows = await nominations.byCode(code);
  const nomination = found(rows.find(({ path }) => maySee(actor, now, path) === null) ?? null);
  return invitationView(context, await caseById(store, context, nomination.roundId), nomination);
}
