import type { CallInput } from '@contract/calls';
import type { ProposalDetail } from '@contract/proposals';
import { requirePassed } from '../../../kernel/content-check';
import { type Context, personOf } from '../../../kernel/context';
import { withPhotos } from '../../../kernel/photos';
import { chinaDay } from '../../../kernel/wording';
import { addDays, dayOf } from '../../motions/rules/days';
import { SILENT_DAYS } from '../../resolutions/rules';
import { editProposal } from '../edit';
import { mayCloseHandled } from '../policy';
import { authorName } from '../views';

/** The office that a 公事 or 家事 went to reports what it did; the author then confirms or reopens, or is silent (PRO-11). */
export async function closeHandled(
  context: Context,
  input: CallInput<'proposals.closeHandled'>,
): Promise<ProposalDetail> {
  const { text, photos } = input;
  const proven = await withPhotos(context, photos);
  await requirePassed(context, [text]);
  const until = chinaDay(addDays(dayOf(context.now), SILENT_DAYS));
  return editProposal(
    proven,
    input,
    (proposal) => mayCloseHandled(context.actor, context.now, proposal),
    (proposal) => ({
      set: {
        stage: 'done',
        handled: {
          text,
          photos,
          by: personOf(context).name,
          holderLabel: proposal.holder.label,
          at: context.now,
        },
        holder: { label: authorName(proposal), since: context.now },
      },
      what: {
        kind: 'done',
        title: `${proposal.holder.label}办结，等提议人确认`,
        detail: text,
        photos,
        tell: {
          to: proposal.authorIds,
          title: '您的提议办好了，请确认',
          body: `${proposal.title}。${until}前没有回音，就算您同意。${text}`,
        },
      },
    }),
  );
}
