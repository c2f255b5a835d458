import type { TallyInput, Verdict } from '@contract/decision';
import { persons } from '../members/repository';
import type { PersonDocument } from '../../kernel/person';
import { attendances } from '../meetings/repository';
import type { BallotDocument, CastFigures, MotionDocument, RollEntryDocument } from './documents';
import { countsPresent, decideOptionsOf } from './policy/terms';
import { voterIn, voterRefusal } from './policy/voter';
import { ballots, rollEntries } from './repository';
import { decide } from './rules/decide';
import { presenceOf } from './rules/presence';

/** What the ballots add up to, and who counts as present. */
export interface Standing {
  cast: CastFigures[];
  /** Null where the rule does not count those present. */
  present: number | null;
  /** Of these, who is there by a ballot on the phone alone (ASM-9). */
  presentByPhone: number | null;
}

/** Finds the entries that a person could stand for, without going through the whole roll for each. */
function entryFinder(
  motion: MotionDocument,
  entries: readonly RollEntryDocument[],
): (person: PersonDocument) => RollEntryDocument[] {
  const byHome = new Map<string, RollEntryDocument[]>();
  for (const entry of entries) {
    const places = entry.kind === 'delegates' ? entry.keys : entry.homeIds;
    for (const place of places) byHome.set(place, [...(byHome.get(place) ?? []), entry]);
  }
  return (person) => {
    const voter = voterIn(motion, person);
    const near = [person._id, ...voter.ties.map(({ homeId }) => homeId)].flatMap(
      (place) => byHome.get(place) ?? [],
    );
    return [...new Set(near)].filter((entry) => voterRefusal(voter, entry) === null);
  };
}

/** The voters of whoever had checked in when the vote closed: who comes later was not there for it (ASM-14). */
async function checkedInVoters(motion: MotionDocument, meetingId: string, rollId: string) {
  const [present, entries] = await Promise.all([
    attendances.ofMeeting(meetingId),
    rollEntries.ofRoll(rollId),
  ]);
  const inTime = present.filter(({ at }) => at <= motion.closesAt);
  // By their ids, not by the place: who was there and has left it since was there (ROLL-18).
  const people = await persons.ofIds(inTime.map(({ personId }) => personId));
  const entriesOf = entryFinder(motion, entries);
  return people.flatMap((person) => entriesOf(person));
}

function added(voted: readonly BallotDocument[]): CastFigures[] {
  const sums = new Map<string, CastFigures>();
  for (const { choice, area } of voted) {
    const sum = sums.get(choice) ?? { choice, heads: 0, area: 0 };
    sums.set(choice, { choice, heads: sum.heads + 1, area: sum.area + area });
  }
  return [...sums.values()];
}

/** Who has voted, and whether on a paper: then they were seen where they handed it in (PAP-13). */
export interface Voted {
  entryId: string;
  onPaper: boolean;
}

/** Who counts as present, of an assembly that meets (ASM-8, ASM-9); nobody is counted elsewhere. */
export async function presenceIn(
  motion: MotionDocument,
  voted: readonly Voted[],
): Promise<Pick<Standing, 'present' | 'presentByPhone'>> {
  const { roll, meetingId } = motion;
  if (!roll || !meetingId || !countsPresent(motion)) return { present: null, presentByPhone: null };
  const checkedIn = await checkedInVoters(motion, meetingId, roll.id);
  const voters = voted.map(({ entryId }) => entryId);
  const onPaper = voted.filter((one) => one.onPaper).map(({ entryId }) => entryId);
  const there = [...checkedIn.map(({ _id }) => _id), ...(motion.phonePresence ? onPaper : voters)];
  const presence = presenceOf(there, voters, motion.phonePresence);
  return { present: presence.present, presentByPhone: presence.byPhoneOnly.length };
}

/**
 * What the ballots of an announced motion add up to, computed from the ballots themselves (BAL-10). At an assembly a voter is
 * present who checked in by the closing; a ballot that was taken shows it too, for without presence none is taken (ASM-8, ASM-9).
 */
export async function standingOf(motion: MotionDocument): Promise<Standing> {
  if (!motion.meetingId || !countsPresent(motion)) {
    return { cast: await ballots.figures(motion._id), present: null, presentByPhone: null };
  }
  // One reading of the ballots for both figures: those present can never be fewer than those who voted.
  const voted = await ballots.ofMotion(motion._id);
  const marks = voted.map(({ entryId, channel }) => ({ entryId, onPaper: channel === 'paper' }));
  return { cast: added(voted), ...(await presenceIn(motion, marks)) };
}

/** The verdict on a standing by the motion's own rule; of an opinion the figures alone, whatever its rule asks for (DEC-9). */
export function verdictOf(motion: MotionDocument, { cast, present }: Standing): Verdict {
  const { heads, area } = motion.roll ?? { heads: 0, area: 0 };
  const tally: TallyInput = {
    all: { heads, area },
    cast: Object.fromEntries(cast.map(({ choice, heads, area }) => [choice, { heads, area }])),
    ...(present === null ? {} : { present }),
  };
  const verdict = decide(motion.rule, tally, decideOptionsOf(motion));
  if (motion.worth !== 'opinion') return verdict;
  return { ...verdict, outcome: 'no-threshold', passed: null, lines: [] };
}
