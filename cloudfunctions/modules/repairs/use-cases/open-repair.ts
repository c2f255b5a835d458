import type { CallInput } from '@contract/calls';
import type { RepairDetail } from '@contract/repairs';
import { change } from '../../../kernel/change';
import { requirePassed } from '../../../kernel/content-check';
import { type Context, newId, personOf } from '../../../kernel/context';
import type { Reader } from '../../../kernel/database';
import { withPhotos } from '../../../kernel/photos';
import { store } from '../../../kernel/reader';
import { enforce, found, Refusal } from '../../../kernel/refusal';
import type { PlaceDocument } from '../../members/documents';
import { places } from '../../members/repository';
import { maySee as maySeeProposal } from '../../proposals/policy';
import { proposals } from '../../proposals/repository';
import { areaOf } from '../area';
import type { RepairDocument } from '../documents';
import { mayOpen } from '../policy';
import { applicantsToTell, presentById } from '../present';
import { repairs } from '../repository';
import { yuanWords } from '../rules';
import { recordOf, told } from '../stepping';

type Opening = CallInput<'repairs.open'>;

/** The proposal that it comes from: of the same estate, and not over. */
async function requireProposal(
  { actor, now }: Context,
  reader: Reader,
  { proposalId, placeId }: Pick<RepairDocument, 'proposalId' | 'placeId'>,
) {
  if (proposalId === null) return;
  const proposal = found(await proposals.byId(reader, proposalId));
  enforce(maySeeProposal(actor, now, proposal));
  if (!proposal.path.includes(placeId)) throw new Refusal('NOT_FOUND');
  if (['merged', 'withdrawn'].includes(proposal.stage)) throw new Refusal('PROPOSAL_STAGE');
  if (await repairs.byId(reader, repairs.idOfProposal(proposalId))) throw new Refusal('REPAIR_EXISTS');
}

function repairOf(context: Context, place: PlaceDocument, opening: Opening): RepairDocument {
  const { proposalId, title, kind, where, danger, estimate, photos, foundOn } = opening;
  const responsible = personOf(context).name;
  const said = { doneOn: foundOn, responsible, text: danger, photos };
  return {
    _id: proposalId === null ? newId(context, 'repair') : repairs.idOfProposal(proposalId),
    ...{ title, kind, where, danger, estimate, proposalId },
    ...{ placeId: place._id, placeName: place.name, path: place.path },
    stage: 'found',
    found: recordOf(context, said, { earliest: '' }),
    ...{ applied: null, toldAt: null, begun: null, bills: [], objections: [] },
    ...{ closed: null, withdrawn: null },
    openedBy: context.actor.personId,
    revision: 1,
    createdAt: context.now,
  };
}

/** Opens a case of 民法典 281: what, where, the danger with photos, the estimate (URG-2). */
export async function openRepair(context: Context, input: Opening): Promise<RepairDetail> {
  const { actor, now } = context;
  const named = found(await places.byId(store, input.placeId));
  // Of the place that is named: a building's head sees what is wrong with the building first.
  enforce(mayOpen(actor, now, named.path));
  const place = await areaOf(named);
  if (!place) throw new Refusal('REPAIR_PLACE');
  const proven = await withPhotos(context, input.photos);
  await requirePassed(context, [input.title, input.where, input.danger]);
  const hearing = await applicantsToTell(place.path, now);
  const { subjectId } = await change(proven, async (transaction) => {
    const repair = repairOf(context, place, input);
    await requireProposal(context, transaction, repair);
    await repairs.insert(transaction, repair);
    const detail = `${input.where}：${input.danger}。估价${yuanWords(input.estimate)}`;
    return told(repair, {
      ...{ kind: 'repair', title: `发现险情：${input.title}`, detail, photos: input.photos },
      facts: { estimate: input.estimate },
      audience: hearing.length > 0 ? { persons: hearing } : undefined,
    });
  });
  return presentById(context, subjectId);
}
