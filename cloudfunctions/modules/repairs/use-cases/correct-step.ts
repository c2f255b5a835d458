import type { CallInput } from '@contract/calls';
import type { CorrectedStep, RepairDetail } from '@contract/repairs';
import { type Context, personOf } from '../../../kernel/context';
import { store } from '../../../kernel/reader';
import { enforce, found, Refusal } from '../../../kernel/refusal';
import type { RepairDocument, StepRecord } from '../documents';
import { mayCorrect, maySee } from '../policy';
import { applicantsOf } from '../present';
import { repairs } from '../repository';
import { daysAround, STEPS } from '../rules';
import { recordOf, takeStep } from '../stepping';

type Correction = CallInput<'repairs.correct'>;

const recordOfStep = (step: CorrectedStep, { found: first, applied, begun }: RepairDocument) =>
  ({ found: first, applied, working: begun })[step];

/** The case with a step put right; what it said before is kept with the reason (URG-7). */
function corrected(context: Context, repair: RepairDocument, { step, reason, ...said }: Correction) {
  const before = recordOfStep(step, repair);
  if (!before) throw new Refusal('REPAIR_STAGE');
  const record: StepRecord = recordOf(context, said, daysAround(step, repair));
  const { name: by } = personOf(context);
  const kept = { step, record: before, at: context.now, by, reason };
  const after: RepairDocument = { ...repair, corrections: [...(repair.corrections ?? []), kept] };
  // What is in danger is what was found.
  if (step === 'found') return { ...after, found: record, danger: record.text };
  return step === 'applied' ? { ...after, applied: record } : { ...after, begun: record };
}

/** Puts a wrong step of a case right, with a reason; everybody reads both (URG-7). */
export async function correctRepairStep(context: Context, input: Correction): Promise<RepairDetail> {
  const { actor, now } = context;
  const { id, revision, step, reason } = input;
  const known = found(await repairs.byId(store, id));
  enforce(maySee(actor, now, known.path));
  const { applicants } = await applicantsOf(known.path, now);
  return takeStep(context, {
    ...{ id, revision, photos: input.photos, texts: [input.responsible, input.text, reason] },
    may: (repair) => mayCorrect(actor, now, step, repair, applicants),
    make: (repair) => ({
      after: corrected(context, repair, input),
      told: {
        ...{ kind: 'repair', detail: `原因：${reason}`, photos: input.photos },
        title: `已更正：${STEPS.find((one) => one.step === step)?.title ?? ''}`,
        facts: { step, doneOn: input.doneOn },
      },
    }),
  });
}
