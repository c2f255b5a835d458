import type { ErrorCode } from '@contract/errors';
import type { ProposalStage } from '@contract/proposals';
import { CONVENING_OFFICES, type Office } from '@contract/roles';
import { type Actor, holds } from '../../kernel/person';
import type { ProposalDocument } from '../proposals/documents';
import type { CallingDocument } from './documents';

/** Where nobody has taken the matter up for a meeting or a vote (CALL-6). */
const FREE: readonly ProposalStage[] = ['collecting', 'returned', 'handling', 'done', 'closed', 'rejected'];

/** Whether signatures are collected on this matter at all. */
export function collectDenial(
  { stage, held }: Pick<ProposalDocument, 'stage' | 'held'>,
  calling: Pick<CallingDocument, 'state'> | null,
): ErrorCode | null {
  if (held !== null) return 'TEXT_HELD';
  if (!FREE.includes(stage))
    return stage === 'merged' || stage === 'withdrawn' ? 'PROPOSAL_STAGE' : 'ON_AGENDA';
  return (calling?.state ?? 'collecting') === 'collecting' ? null : 'CALL_REACHED';
}

/** Taken back until it is reached (CALL-3); also while the matter is on an agenda, for it changes nothing there. */
export function unsignDenial(
  calling: Pick<CallingDocument, 'state'> | null,
  mine: boolean,
): ErrorCode | null {
  if (!mine) return 'CALL_NOT_SIGNED';
  return calling?.state === 'collecting' ? null : 'CALL_REACHED';
}

/** The office that convenes the body, or the secretary who acts in its name (CALL-5, MOT-7). */
export function answerDenial(
  actor: Actor,
  now: number,
  path: readonly string[],
  conveners: readonly Office[],
  calling: Pick<CallingDocument, 'state'> | null,
): ErrorCode | null {
  if (!holds(actor, now, CONVENING_OFFICES, path)) return 'NOT_ALLOWED';
  if (!holds(actor, now, ['secretary', ...conveners], path)) return 'CONVENER_WRONG';
  if (calling === null || calling.state === 'collecting') return 'CALL_NOT_REACHED';
  return calling.state === 'answered' ? 'CALL_ANSWERED' : null;
}
