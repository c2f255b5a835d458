import type { CallInput } from '@contract/calls';
import type { ProposalDetail } from '@contract/proposals';
import { change } from '../../../kernel/change';
import { checkContent } from '../../../kernel/content-check';
import { type Context, newId, personOf } from '../../../kernel/context';
import { store } from '../../../kernel/reader';
import { requirePhotos } from '../../../kernel/photos';
import { enforce, found, Refusal } from '../../../kernel/refusal';
import type { PlaceDocument } from '../../members/documents';
import { places } from '../../members/repository';
import { deskOf, happened } from '../announcement';
import type { ProposalDocument } from '../documents';
import { mayPropose } from '../policy';
import { presentById } from '../present';
import { proposals, supports } from '../repository';
import { homeYard, titleOf } from '../rules';
import { supportOf } from '../support';

type Input = CallInput<'proposals.submit'>;

/** The place named, else the estate of the author's first home, else where their office is. */
async function placeFor(context: Context, placeId: string | undefined): Promise<PlaceDocument> {
  if (placeId !== undefined) return found(await places.byId(store, placeId));
  const { ties, offices } = personOf(context);
  const path = ties[0]?.path ?? offices[0]?.path;
  if (!path) throw new Refusal('NOT_VERIFIED');
  return found(homeYard(await places.onPath(store, path)));
}

type Begun = Pick<ProposalDocument, 'placeId' | 'placeName' | 'path' | 'held'>;

function begin(context: Context, input: Input, begun: Begun): ProposalDocument {
  const person = personOf(context);
  return {
    _id: newId(context, 'proposal'),
    title: input.title || titleOf(input.text),
    text: input.text,
    photos: input.photos,
    kind: input.kind,
    ...begun,
    authorIds: [person._id],
    authorNames: [person.name],
    stage: 'collecting',
    route: null,
    routeReason: null,
    holder: { label: '社区', since: context.now },
    holderOffice: null,
    returned: null,
    appeal: null,
    handled: null,
    reopened: [],
    mergedInto: null,
    mergedIds: [],
    meetingId: null,
    motionIds: [],
    resolutionId: null,
    revision: 1,
    createdAt: context.now,
    updatedAt: context.now,
  };
}

/** Somebody of the place says what should be done there; one sentence is enough (PRO-1, PRO-10). */
export async function submitProposal(context: Context, input: Input): Promise<ProposalDetail> {
  const place = await placeFor(context, input.placeId);
  enforce(mayPropose(context.actor, context.now, place));
  await requirePhotos(input.photos);
  const held = await checkContent(context, [input.title, input.text]);
  const { _id: placeId, name: placeName, path } = place;
  const proposal = begin(context, input, { placeId, placeName, path, held });
  const desk = await deskOf(path, context.now);
  const { subjectId } = await change(context, async (transaction) => {
    await proposals.insert(transaction, proposal);
    const own = supportOf(personOf(context), proposal, context.now);
    if (own) await supports.put(transaction, own);
    const tell = { to: desk, title: '有一件新提议', body: `${placeName}：${proposal.title}` };
    return happened(context, proposal, { kind: 'proposed', title: '提出提议', detail: proposal.title, tell });
  });
  return presentById(context, subjectId);
}
