import { addDays, dayOf } from '../motions/rules/days';
import { SILENT_DAYS } from '../resolutions/rules';
import type { ProposalDocument } from './documents';

/** The day from which an author's silence about what an office reported done counts as agreement; null where nothing was reported (PRO-11). */
export function silentOnOf({ stage, handled }: Pick<ProposalDocument, 'stage' | 'handled'>): string | null {
  return stage === 'done' && handled ? addDays(dayOf(handled.at), SILENT_DAYS) : null;
}
