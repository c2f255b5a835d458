import { randomInt } from 'node:crypto';
import type { Context } from '../../kernel/context';
import type { VolunteerDocument } from './documents';

/** As many codes as there are of eight digits: who guesses meets the limit of the call first. */
const CODES = 100_000_000;

/** The document of somebody of whom nothing is known yet. */
export function freshVolunteer({ actor, now }: Context): VolunteerDocument {
  return {
    ...{ _id: actor.personId, bornOn: null, skills: [], guardian: null, reports: [], upcoming: [] },
    code: String(randomInt(CODES)).padStart(8, '0'),
    ...{ revision: 0, createdAt: now },
  };
}
