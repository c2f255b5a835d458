import type { ResolutionDetail } from '@contract/resolutions';
import type { Context } from '../../kernel/context';
import { store } from '../../kernel/database';
import { found } from '../../kernel/refusal';
import { audit } from '../audit/repository';
import { timelineView } from '../audit/views';
import { proposals } from '../proposals/repository';
import type { ResolutionDocument } from './documents';
import { resolutions } from './repository';
import { resolutionView } from './views';

/** The page of a resolution. */
export function resolutionLink(id: string): string {
  return `/packages/resolutions/detail/index?id=${id}`;
}

/** The matters on whose timeline it stands: the proposal and those merged into it. */
async function mattersOf(resolution: ResolutionDocument): Promise<string[]> {
  if (!resolution.proposalId) return [resolution.motionId];
  const proposal = await proposals.byId(store, resolution.proposalId);
  return [resolution.proposalId, ...(proposal?.mergedIds ?? [])];
}

/** The resolution as this person sees it, with the one timeline. */
export async function presentResolution(context: Context, id: string): Promise<ResolutionDetail> {
  const resolution = found(await resolutions.byId(store, id));
  const entries = await audit.ofMatters(await mattersOf(resolution));
  return resolutionView(context.actor, context.now, resolution, timelineView(entries));
}
