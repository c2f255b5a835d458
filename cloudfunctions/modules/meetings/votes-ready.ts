import type { ErrorCode } from '@contract/errors';
import type { Reader } from '../../kernel/database';
import type { MotionDocument } from '../motions/documents';
import { motions } from '../motions/repository';
import { boardFor, requirePath } from '../paths/gate';
import { pathDenial } from '../paths/rules/missing';
import type { MeetingDocument } from './documents';

/** Of an owners' meeting the committee is told with this very notice: that step cannot be missing before it. */
const WITH_NOTICE = { committeeTold: true };

/** Votes drafted for a meeting whose notice has not gone out; one that was cancelled asks for nothing. */
const drafts = (linked: readonly MotionDocument[]) => linked.filter(({ state }) => state === 'draft');

/** Why the notice cannot go out yet, or null: a step before it is missing for one of its votes (PATH-17). */
export async function votesDenial(
  reader: Reader,
  { stage }: Pick<MeetingDocument, 'stage'>,
  linked: readonly MotionDocument[],
): Promise<ErrorCode | null> {
  if (stage !== 'draft') return null;
  for (const vote of drafts(linked)) {
    const denial = pathDenial(vote, await boardFor(reader, vote), WITH_NOTICE);
    if (denial) return denial;
  }
  return null;
}

/** Throws PATH_STEP_MISSING with the step, its article and what to do. */
export async function requireVotesReady(reader: Reader, meeting: MeetingDocument): Promise<void> {
  for (const vote of drafts(await motions.ofMeeting(reader, meeting._id))) {
    requirePath(vote, await boardFor(reader, vote), WITH_NOTICE);
  }
}
