import type { ResolutionDetail } from '@contract/resolutions';
import type { Context } from '../../kernel/context';
import { store } from '../../kernel/reader';
import { found } from '../../kernel/refusal';
import { motions } from '../motions/repository';
import { HEAD_UNITS } from '../motions/words';
import type { ProposalDocument } from '../proposals/documents';
import { proposals, supports } from '../proposals/repository';
import { timelineOf } from '../proposals/timeline';
import type { ResolutionDocument } from './documents';
import { resolutions } from './repository';
import { resolutionView } from './views';

/** The page of a resolution. */
export function resolutionLink(id: string): string {
  return `/packages/resolutions/detail/index?id=${id}`;
}

type Matter = Pick<ProposalDocument, '_id' | 'mergedIds' | 'authorIds'>;

/** What its timeline is read by: the proposal and those merged into it, or the motion where no proposal led to it. */
async function matterOf(resolution: ResolutionDocument): Promise<Matter> {
  const proposal = resolution.proposalId ? await proposals.byId(store, resolution.proposalId) : null;
  return proposal ?? { _id: resolution.motionId, mergedIds: [], authorIds: [] };
}

/** The resolution as this person sees it, with the one timeline. */
export async function presentResolution(context: Context, id: string): Promise<ResolutionDetail> {
  const resolution = found(await resolutions.byId(store, id));
  const [matter, motion] = await Promise.all([
    matterOf(resolution),
    motions.byId(store, resolution.motionId),
  ]);
  const timeline = await timelineOf(matter, await supports.of([matter._id, ...matter.mergedIds]));
  const unit = HEAD_UNITS[found(motion).bodyKind];
  return resolutionView(context.actor, context.now, resolution, { timeline, unit });
}
