import type { SubjectKind } from '@contract/discussion';
import type { ErrorCode } from '@contract/errors';
import type { Context } from '../../kernel/context';
import type { Reader } from '../../kernel/database';
import { enforce, found } from '../../kernel/refusal';
import { maySee as maySeeMotion } from '../motions/policy/office';
import { motions } from '../motions/repository';
import { visibleProposal } from '../proposals/edit';
import type { OpinionDocument } from './documents';

/** What is talked about: a proposal or a motion, as far as the discussion asks. */
export interface Subject {
  kind: SubjectKind;
  id: string;
  title: string;
  /** The subject and what was merged into it: their opinions are read together. */
  ids: string[];
  placeId: string;
  placeName: string;
  path: string[];
  /** Why nobody can write any more, or null. */
  closed: ErrorCode | null;
}

/** @throws Refusal NOT_FOUND where it is not there or not for this person */
export async function visibleSubject(
  reader: Reader,
  context: Context,
  kind: SubjectKind,
  id: string,
): Promise<Subject> {
  if (kind === 'motion') {
    const motion = found(await motions.byId(reader, id));
    enforce(maySeeMotion(context.actor, context.now, motion));
    const { title, placeId, placeName, path } = motion;
    const closed = motion.state === 'cancelled' ? 'MOTION_STAGE' : null;
    return { kind, id, title, ids: [id], placeId, placeName, path, closed };
  }
  const proposal = await visibleProposal(reader, context, id);
  const { title, placeId, placeName, path, mergedIds, stage } = proposal;
  const over = stage === 'merged' || stage === 'withdrawn' ? 'PROPOSAL_STAGE' : null;
  const closed = proposal.held === null ? over : 'TEXT_HELD';
  return { kind, id, title, ids: [id, ...mergedIds], placeId, placeName, path, closed };
}

export function subjectLink(opinion: Pick<OpinionDocument, 'subjectKind' | 'subjectId'>): string {
  const folder = opinion.subjectKind === 'proposal' ? 'proposals' : 'motions';
  return `/packages/${folder}/detail/index?id=${opinion.subjectId}`;
}
