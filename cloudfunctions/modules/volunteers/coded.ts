import type { Context } from '../../kernel/context';
import { enforce, Refusal } from '../../kernel/refusal';
import { teams } from '../teams/repository';
import type { VolunteerDocument } from './documents';
import { mayCode } from './policy';
import { volunteers } from './repository';

/**
 * The volunteer who showed this code to an office or a leader.
 * @throws Refusal NOT_ALLOWED, VOLUNTEER_CODE_WRONG
 */
export async function coded({ actor, now }: Context, code: string): Promise<VolunteerDocument> {
  enforce(mayCode(actor, now, await teams.leadsAny(actor.personId)));
  const volunteer = await volunteers.byCode(code);
  if (!volunteer) throw new Refusal('VOLUNTEER_CODE_WRONG');
  return volunteer;
}
