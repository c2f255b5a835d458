import { createHash } from 'node:crypto';
import { store } from '../../../kernel/reader';
import { enforce, Refusal } from '../../../kernel/refusal';
import { homes, type OfficeHolder, persons, places } from '../../members/repository';
import type { MotionDocument, RollDocument, RollEntryDocument } from '../documents';
import { rollEntries, rolls } from '../repository';
import { seatOffices } from '../rules/composition';
import { dayOf } from '../rules/days';
import { rollTotals } from '../rules/roll';
import { canonicalRoll } from '../rules/roll-text';
import { homeFinder, listed } from './listing';
import { type Register, type Seat, seatsRefusal, unreadyHomes } from './register';
import { votersOf } from './voters';

async function seatsOf({ body, placeId }: MotionDocument, now: number): Promise<Seat[]> {
  const offices = seatOffices(body);
  if (!offices) return [];
  const [delegates, committee] = await Promise.all([
    persons.withOffice(placeId, offices.delegate, now),
    persons.withOffice(placeId, offices.committee, now),
  ]);
  const seats = new Map<string, Seat>();
  const take = ({ person, held }: OfficeHolder, delegate: boolean) =>
    seats.set(person._id, {
      personId: person._id,
      name: person.name,
      delegate,
      woman: held.gender === 'female',
    });
  for (const holder of committee) take(holder, false);
  for (const holder of delegates) take(holder, true);
  return [...seats.values()];
}

/** The building that the applicant's home lies in, or the nearest place above it where there is none (解释 11). */
async function buildingOf(homeId: string | null): Promise<string | null> {
  const home = homeId === null ? null : await homes.byId(store, homeId);
  if (!home) return null;
  const onPath = await places.onPath(store, home.path);
  return onPath.find(({ kind }) => kind === 'building')?._id ?? home.placeId;
}

async function readRegister(motion: MotionDocument, now: number): Promise<Register> {
  const delegates = motion.bodyKind === 'delegates';
  const [rows, seats, applicantBuildingId] = await Promise.all([
    delegates ? [] : homes.inPlace(motion.placeId),
    delegates ? seatsOf(motion, now) : [],
    buildingOf(motion.applicantHomeId),
  ]);
  return { homes: rows, seats, applicantBuildingId };
}

function requireReady(motion: MotionDocument, register: Register): void {
  const unready = unreadyHomes(motion, register.homes);
  if (unready.length > 0) {
    throw new Refusal('REGISTER_ROW_WRONG', {
      homes: `登记不全或前后不一：${unready.slice(0, 20).join('、')}`,
    });
  }
  enforce(seatsRefusal(motion, register.seats));
}

/**
 * Freezes the roll of a motion: reads the register, writes one immutable version with its hash (ROLL-12), and answers what the
 * motion refers to it by. Its id is made of motion and content: the same register gives the same version, however often.
 * @throws Refusal REGISTER_ROW_WRONG, DELEGATES_COMPOSITION, ROLL_EMPTY
 */
export async function freezeRoll(
  motion: MotionDocument,
  now: number,
): Promise<NonNullable<MotionDocument['roll']>> {
  const register = await readRegister(motion, now);
  requireReady(motion, register);
  const voters = votersOf(motion, register, dayOf(now));
  if (voters.length === 0) throw new Refusal('ROLL_EMPTY');
  const hash = createHash('sha256').update(canonicalRoll(voters)).digest('hex');
  const id = rolls.idOf(motion._id, hash);
  const homesOf = homeFinder(register);
  const entries: RollEntryDocument[] = voters.map((voter) => ({
    _id: rollEntries.idOf(id, voter.voterKey),
    rollId: id,
    ...voter,
    ...listed(voter, homesOf(voter), register.seats),
  }));
  const roll: RollDocument = { _id: id, motionId: motion._id, hash, ...rollTotals(voters), createdAt: now };
  await rolls.write(roll, entries);
  return { id, hash, frozenAt: now, heads: roll.heads, area: roll.area };
}
