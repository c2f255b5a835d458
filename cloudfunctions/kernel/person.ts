import type { HomeRelation, Office } from '@contract/roles';

/** A person's tie to a home, accepted by somebody else or by the letterbox code. */
export interface Tie {
  homeId: string;
  /** '3栋2单元501' */
  label: string;
  /** Ids from the city down to the home itself. */
  path: string[];
  relation: HomeRelation;
  /** Who they are in the home's register: as owner, as resident; null where they are not in it (a tenant). */
  ownerKey: string | null;
  residentKey: string | null;
  since: number;
}

/** A tie that was right and has ended: sold, moved away. On a roll that was frozen before, its person stands all the same (ROLL-18). */
export interface FormerTie extends Tie {
  untilAt: number;
}

export interface OfficeHeld {
  id: string;
  office: Office;
  placeId: string;
  placeName: string;
  /** Ids from the city down to the place itself. */
  path: string[];
  fromAt: number;
  /** End of the term, exclusive. */
  untilAt: number;
  /** Only of delegates, whose assembly must have women for at least a third (村委会组织法 28). */
  gender: 'female' | 'male' | null;
}

/** Collection `persons`; `_id` is made of the WeChat identity, and after a leaving of the one before (KEEP-4). */
export interface PersonDocument {
  _id: string;
  openid: string;
  /** What others see. */
  name: string;
  /** A name that the content check has not answered about, last asked at `askedAt`; only its owner sees it. */
  heldName: { text: string; held: 'unanswered'; askedAt: number } | null;
  consent: { version: string; at: number };
  /** AES-256-GCM, base64; null where no number was given. */
  phoneCipher: string | null;
  ties: Tie[];
  /** Missing where none has ended. */
  formerTies?: FormerTie[];
  offices: OfficeHeld[];
  /** Seats that have ended: on a roll that was frozen before, their person stands all the same (ROLL-18). Missing where none has. */
  formerSeats?: OfficeHeld[];
  /** Every place that a tie or an office lies in: notices find their audience by it. */
  places: string[];
  revision: number;
  createdAt: number;
  /** Set of whoever has left: nothing names them any more (KEEP-2). */
  leftAt?: number;
  /** When the timer looks whether something of them is still to be removed; missing once nothing is. */
  forgetAt?: number;
}

/** Who makes the call. */
export interface Actor {
  openid: string;
  personId: string;
  /** Null until they have signed in. */
  person: PersonDocument | null;
}

/** The offices that are in their term now. */
export function officesNow(actor: Actor, now: number): OfficeHeld[] {
  return actor.person?.offices.filter((held) => held.fromAt <= now && now < held.untilAt) ?? [];
}

/** Offices whose term is over or that were taken: they give no power, and a vote on a roll that was frozen before (ROLL-18). */
export function seatsLeft(
  { offices, formerSeats = [] }: Pick<PersonDocument, 'offices' | 'formerSeats'>,
  now: number,
): OfficeHeld[] {
  return [...offices, ...formerSeats].filter(({ untilAt }) => untilAt <= now);
}

/** Whether one of the offices reaches the place with this path (the office's place contains it). */
export function holds(
  actor: Actor,
  now: number,
  offices: readonly Office[],
  path: readonly string[],
): boolean {
  return officesNow(actor, now).some((held) => offices.includes(held.office) && path.includes(held.placeId));
}

/** The ties by which somebody stands on a roll that was frozen at an instant: those of now, and those that ended since (ROLL-18). */
export function tiesOnRoll(person: Pick<PersonDocument, 'ties' | 'formerTies'>, frozenAt: number): Tie[] {
  const ended = (person.formerTies ?? []).filter(({ untilAt }) => untilAt >= frozenAt);
  return [...person.ties, ...ended];
}

/** Whether the person has a home in this place. */
export function livesIn(actor: Actor, placeId: string): boolean {
  return actor.person?.ties.some((tie) => tie.path.includes(placeId)) ?? false;
}

/** Whether the place is one of the person's: by a home in it, or by an office at it, above it or within it. */
export function belongsTo(actor: Actor, now: number, path: readonly string[]): boolean {
  const place = path.at(-1);
  if (place === undefined) return false;
  return (
    livesIn(actor, place) ||
    officesNow(actor, now).some((held) => path.includes(held.placeId) || held.path.includes(place))
  );
}
