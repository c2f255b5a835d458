import type { CallInput, CallOutput } from '@contract/calls';
import { change } from '../../../kernel/change';
import type { Context } from '../../../kernel/context';
import { store } from '../../../kernel/reader';
import { enforce, found, Refusal, requireRevision } from '../../../kernel/refusal';
import { quiet } from '../../motions/announcement';
import { planOf } from '../../motions/drafting';
import { newDraft } from '../../motions/new-draft';
import { motions } from '../../motions/repository';
import type { NominationDocument, RoundDocument } from '../documents';
import { mayDraftVote } from '../policy';
import { caseById } from '../present';
import { nominations, rounds } from '../repository';
import { optionsOf } from '../rules';

type Asked = CallInput<'nominations.draftVote'>;

/** An ordinary vote of the yard between the nominees: its count, its ties and its result are the motion's (NOM-4). */
function voteOn(round: RoundDocument, nominees: readonly NominationDocument[], { how, window }: Asked) {
  const households = how === 'households';
  const { title, purpose, seats, placeId } = round;
  const rule = households ? '过半数才当选。' : `得票最多的${seats}位当选，票数相同的并列。`;
  return {
    ...{ title: `${title}，选谁？`.slice(0, 60), text: `${purpose}\n${rule}`, placeId, window },
    ...{ proposalId: null, meetingId: null, agendaItemId: null, membership: null, turnout: null },
    body: 'yard' as const,
    subject: households ? ('yard-matter' as const) : ('consultation' as const),
    ruleId: null,
    base: households ? ('cast' as const) : null,
    options: optionsOf(nominees),
    worth: households ? ('straw' as const) : ('opinion' as const),
    interim: 'hidden' as const,
    ...{ applicantHomeId: null, provenHomeIds: [], paper: null, extension: null, ballot: 'named' as const },
  };
}

/** Drafts the vote of a round in one tap; written with the round, so that it is on the nominees that stand. */
export async function draftVote(
  context: Context,
  input: Asked,
): Promise<CallOutput<'nominations.draftVote'>> {
  await change(context, async (transaction) => {
    const { actor, now } = context;
    const one = await caseById(transaction, context, input.id);
    enforce(mayDraftVote(actor, now, one));
    const { round } = one;
    requireRevision(round, input.revision);
    if (input.how === 'households' && round.seats > 1) {
      throw new Refusal('INVALID_INPUT', { how: '按户投票过半数只能选出一位，要选几位请用征求意见' });
    }
    const nominees: NominationDocument[] = [];
    for (const id of round.candidateIds) nominees.push(found(await nominations.byId(transaction, id)));
    const plan = await planOf(transaction, context, voteOn(round, nominees, input));
    const { options, placeId, worth } = plan;
    const nomination = { roundId: round._id, nominees: round.candidateIds, options, placeId, worth };
    const motion = { ...newDraft(context, plan), nomination };
    await motions.put(transaction, motion);
    await rounds.put(transaction, { ...round, motionId: motion._id, revision: round.revision + 1 });
    return quiet(motion, { round: round._id, rule: motion.rule, worth: motion.worth });
  });
  const { motionId } = found(await rounds.byId(store, input.id));
  return { motionId: motionId ?? '' };
}
