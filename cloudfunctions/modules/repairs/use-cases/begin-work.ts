import type { CallInput } from '@contract/calls';
import type { RepairDetail } from '@contract/repairs';
import type { Context } from '../../../kernel/context';
import { mayBegin } from '../policy';
import { daysAround } from '../rules';
import { recordOf, takeStep } from '../stepping';

/** Records who repairs and since when: after the application, when everybody has been told (URG-3). */
export function beginWork(context: Context, input: CallInput<'repairs.begin'>): Promise<RepairDetail> {
  const { actor, now } = context;
  const { id, revision, photos, responsible, text } = input;
  return takeStep(context, {
    ...{ id, revision, photos, texts: [responsible, text] },
    may: (repair) => mayBegin(actor, now, repair),
    make: (repair) => ({
      after: {
        ...repair,
        stage: 'working',
        begun: recordOf(context, input, daysAround('working', repair)),
      },
      told: {
        kind: 'progress',
        title: `开工抢修：${repair.title}`,
        detail: `${responsible}：${text}`,
        photos,
      },
    }),
  });
}
