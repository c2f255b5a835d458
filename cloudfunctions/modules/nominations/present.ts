import type { Invitation, NominationView, RoundDetail } from '@contract/nominations';
import type { Context } from '../../kernel/context';
import type { Reader } from '../../kernel/database';
import { store } from '../../kernel/reader';
import { enforce, found } from '../../kernel/refusal';
import { motions } from '../motions/repository';
import type { NominationDocument, RoundDocument } from './documents';
import { type Case, mayAnswer, mayOpen, maySee } from './policy';
import { nominations, rounds } from './repository';
import { nominationView, roundView } from './views';

/** A round with its vote, as this reader sees them. */
export async function caseOf(reader: Reader, round: RoundDocument): Promise<Case> {
  return { round, motion: round.motionId === null ? null : await motions.byId(reader, round.motionId) };
}

export async function caseById(reader: Reader, { actor, now }: Context, id: string): Promise<Case> {
  const round = found(await rounds.byId(reader, id));
  enforce(maySee(actor, now, round.path));
  return caseOf(reader, round);
}

export async function presentRound(context: Context, id: string): Promise<RoundDetail> {
  const { actor, now } = context;
  const one = await caseById(store, context, id);
  const office = mayOpen(actor, now, one.round.path) === null;
  const [nominees, own, waiting] = await Promise.all([
    Promise.all(one.round.candidateIds.map((candidate) => nominations.byId(store, candidate))),
    nominations.ofPerson(id, actor.personId),
    office ? nominations.waiting(id) : { rows: [], more: false },
  ]);
  const rows = [...nominees.flatMap((nominee) => nominee ?? []), ...own, ...waiting.rows];
  const all = [...new Map(rows.map((row) => [row._id, row])).values()];
  return { ...roundView(actor, now, one, all), waitingMore: waiting.more };
}

export async function presentNomination(context: Context, id: string): Promise<NominationView> {
  const nomination = found(await nominations.byId(store, id));
  const one = await caseById(store, context, nomination.roundId);
  return nominationView(context.actor, context.now, one, nomination);
}

export function invitationView(context: Context, one: Case, nomination: NominationDocument): Invitation {
  const { _id: id, roundId, name, where, reasons, minor, state } = nomination;
  const { title: roundTitle, purpose } = one.round;
  const reason = reasons[0]?.text ?? '';
  const can = { answer: mayAnswer(context.actor, one, nomination) };
  return { ...{ id, roundId, roundTitle, purpose, name, where, reason, minor, state }, can };
}
