import { change } from '../../../kernel/change';
import { systemContext } from '../../../kernel/context';
import { inTurn } from '../../../kernel/in-turn';
import { found } from '../../../kernel/refusal';
import { dayOf } from '../../motions/rules/days';
import { closing } from '../closing';
import type { ResolutionDocument } from '../documents';
import { resolutions } from '../repository';

const AT_ONCE = 200;

async function closeOne({ _id, publishedAt }: ResolutionDocument, requestId: string): Promise<void> {
  const context = systemContext(`close-idle:${_id}:${publishedAt}`, requestId);
  await change(context, async (transaction) => {
    const before = found(await resolutions.byId(transaction, _id));
    // Work was given out a moment ago: then it goes on.
    if (before.stage !== 'publishing') {
      return { subject: { kind: 'resolution', id: _id }, path: before.path, unchanged: true };
    }
    return closing(transaction, context, before, 'nothing-to-do');
  });
}

/** Closes what was published to its last day and gave nobody anything to do (RES-11). */
export async function closeIdle(now: number, requestId: string): Promise<void> {
  const due = await resolutions.over(dayOf(now), AT_ONCE);
  await inTurn('resolutions.close-idle', requestId, due, (resolution) => closeOne(resolution, requestId));
}
