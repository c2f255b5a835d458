import type { CallInput } from '@contract/calls';
import type { RepairDetail } from '@contract/repairs';
import { type Context, newId, personOf } from '../../../kernel/context';
import { store } from '../../../kernel/reader';
import { enforce, found, Refusal } from '../../../kernel/refusal';
import { dayOf } from '../../motions/rules/days';
import type { Objection } from '../documents';
import { mayAnswer, mayObject, maySee } from '../policy';
import { applicantsToTell } from '../present';
import { repairs } from '../repository';
import { takeStep } from '../stepping';

/** A neighbour asks about the bill while it is in public; everybody reads the question, not who asked (URG-5). */
export async function objectToBill(
  context: Context,
  input: CallInput<'repairs.object'>,
): Promise<RepairDetail> {
  const { actor, now } = context;
  const known = found(await repairs.byId(store, input.id));
  enforce(maySee(actor, now, known.path));
  const hearing = await applicantsToTell(known.path, now);
  return takeStep(context, {
    ...{ id: input.id, revision: null, texts: [input.text] },
    may: (repair) => mayObject(actor, repair, dayOf(now)),
    make: (repair) => {
      const { name: personName } = personOf(context);
      const who = { personId: actor.personId, personName };
      const id = newId(context, 'objection');
      const objection: Objection = { id, ...who, text: input.text, at: now, answer: null };
      return {
        after: { ...repair, objections: [...repair.objections, objection] },
        told: {
          ...{ kind: 'repair', title: '有邻居对账单提了异议', detail: input.text },
          audience: hearing.length > 0 ? { persons: hearing } : undefined,
        },
      };
    },
  });
}

/** Answers it, for everybody to read; whoever asked hears of it. */
export function answerObjection(context: Context, input: CallInput<'repairs.answer'>): Promise<RepairDetail> {
  const { actor, now } = context;
  const of = (objections: readonly Objection[]) => {
    const asked = objections.find(({ id }) => id === input.objectionId);
    if (!asked) throw new Refusal('NOT_FOUND');
    return asked;
  };
  return takeStep(context, {
    ...{ id: input.id, revision: null, texts: [input.text] },
    may: (repair) => mayAnswer(actor, now, repair, of(repair.objections)),
    make: (repair) => {
      const asked = of(repair.objections);
      const answered = { ...asked, answer: { text: input.text, by: personOf(context).name, at: now } };
      const objections = repair.objections.map((one) => (one.id === asked.id ? answered : one));
      const audience = { persons: [asked.personId] };
      return {
        after: { ...repair, objections },
        told: { kind: 'repair', title: '异议有了答复', detail: input.text, audience },
      };
    },
  });
}
