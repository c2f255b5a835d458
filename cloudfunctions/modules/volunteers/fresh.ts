import { randomInt } from 'node:crypto';
import type { Context } from '../../kernel/context';
import type { VolunteerDocument } from './documents';
import { volunteers } from './repository';

/** As many codes as there are of eight digits: who guesses meets the limit of the call first. */
const CODES = 100_000_000;
const TRIES = 5;

/** Of ten thousand volunteers two would have the same by chance: a code that is given is not given again. */
async function freshCode(): Promise<string> {
  for (let n = 1; ; n += 1) {
    const code = String(randomInt(CODES)).padStart(8, '0');
    if (n === TRIES || !(await volunteers.isCode(code))) return code;
  }
}

/** The document of somebody of whom nothing is known yet. */
export async function freshVolunteer({ actor, now }: Context): Promise<VolunteerDocument> {
  return {
    ...{ _id: actor.personId, bornOn: null, skills: [], guardian: null, reports: [], upcoming: [] },
    code: await freshCode(),
    ...{ revision: 0, createdAt: now },
  };
}
