import type { Body } from '@contract/decision';
import type { LocalProfile } from '@contract/profile';

/**
 * Whether a meeting of this body votes only on what its notice said (MOT-4). A local profile can leave that to assemblies and yards;
 * owners were told fifteen days ahead what they decide on, most of them vote without being there, and no profile takes that away (PATH-19).
 */
export function isOffAgendaBarred(body: Body, profile: LocalProfile): boolean {
  return body === 'owners' || profile.offAgendaBarred !== false;
}
