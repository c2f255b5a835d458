/** A pattern of shifts, as it is being picked. */
export interface Pattern {
  firstOn: string | null;
  lastOn: string | null;
  /** '1' Monday … '7' Sunday; none: every day. */
  weekdays: string[];
  from: string | null;
  to: string | null;
  /** As typed. */
  places: string;
  waitlist: string;
  withdrawHours: string;
}

/** What the preview and the call share, or null while something is missing. */
export function patternOf({ firstOn, lastOn, weekdays, from, to }: Pattern) {
  if (!firstOn || !from || !to) return null;
  return { firstOn, lastOn: lastOn ?? firstOn, weekdays: weekdays.map(Number), from, to };
}

/** How many people a shift takes and may wait, as the call takes it; null for what is no number. */
export function peopleOf({ places, waitlist, withdrawHours }: Pattern) {
  if (!/^[1-9]\d*$/.test(places.trim()) || !/^\d+$/.test(waitlist.trim())) return null;
  return { places: Number(places), waitlist: Number(waitlist), withdrawHours: Number(withdrawHours) };
}
