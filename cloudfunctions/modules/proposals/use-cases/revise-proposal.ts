import type { CallInput } from '@contract/calls';
import type { ProposalDetail } from '@contract/proposals';
import { checkContent } from '../../../kernel/content-check';
import type { Context } from '../../../kernel/context';
import { requirePhotos } from '../../../kernel/photos';
import { deskOf } from '../announcement';
import { editProposal, visibleProposal } from '../edit';
import { mayRevise } from '../policy';
import { store } from '../../../kernel/reader';

/** The author writes a returned proposal anew; it is open for co-signing again and sorted again. */
export async function reviseProposal(
  context: Context,
  input: CallInput<'proposals.revise'>,
): Promise<ProposalDetail> {
  const { title, text, photos } = input;
  await requirePhotos(photos);
  const { path } = await visibleProposal(store, context, input.id);
  const held = await checkContent(context, [title, text]);
  const desk = await deskOf(path, context.now);
  return editProposal(
    context,
    input,
    (proposal) => mayRevise(context.actor, proposal),
    ({ placeName }) => ({
      set: {
        ...{ title, text, photos, held },
        stage: 'collecting',
        route: null,
        routeReason: null,
        returned: null,
        holder: { label: '社区', since: context.now },
      },
      what: {
        kind: 'proposed',
        title: '修改后重新提出',
        detail: title,
        tell: { to: desk, title: '一件提议改好了', body: `${placeName}：${title}` },
      },
    }),
  );
}
